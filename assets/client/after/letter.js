// A note to them after an interview: filled from what is known, changed as one likes, and handed to the phone. Nothing is
// sent from here.

import { amend } from "../live/actions.js";
import * as memory from "../store/memory.js";
import { calendar } from "../domain/ics.js";
import { openedNow } from "../live/recent.js";
import { handOver } from "../base/download.js";
import { observable, subscribeTo, whileRead } from "../base/observable.js";
import { heads } from "../domain/records.js";
import { randomId } from "../base/random-id.js";
import { aboutOf } from "../domain/details.js";
import { sharedReason } from "../domain/scripts.js";
import { filled } from "../domain/slots.js";
import { fold, rowOf } from "../domain/interview-state.js";
import { LIMITS, WITHDRAWS_TONIGHT } from "../tables/live.js";
import { EVENING_HOUR, LETTERS, NOTES } from "../tables/after.js";
import { state as view } from "../live/view-model.js";

const LONE_SURROGATES = /\p{Surrogate}/gu;
const UNKNOWN = { offered: Object.keys(NOTES), first: "" };

const now = observable({
  offered: /** @type {readonly string[]} */ ([]),
  /** The chosen script; empty for none. */
  wording: "",
  text: "",
  /** The text, fit for the address of a mail. */
  encoded: "",
  /** Counts how often the field must be filled anew: it belongs to whoever types in it. */
  edition: 0,
  canShare: false,
  /** Whether it is to be sent tonight, and there is time to be reminded of that (N02). */
  tonight: false,
  /** What has just been done. */
  told: "",
});

export const state = whileRead(now, () => {
  now.set({ canShare: "share" in navigator });
  const stop = subscribeTo([view, memory], look);
  look();
  return stop;
});

/** What the field was last filled for. */
let field = "";
/** What is typed and not kept yet. @type {{id: string, wording: string, text: string} | null} */
let typed = null;

function look() {
  const id = openedNow();
  if (typed && typed.id !== id) void keep();
  const end = view.get("entry")?.end ?? "";
  const { offered, first } = LETTERS[end] ?? UNKNOWN;
  const { wording = first, letters } = said(id);
  const known = NOTES[wording] ? wording : "";
  const note = written(id, known);
  if (!typed) renew(`${id} ${known} ${note}`);
  state.set({ offered, wording: known, tonight: isForTonight(end), ...textAs(typed?.text ?? (letters?.[known] || note)) });
}

/** @param {string} end */
const isForTonight = (end) => WITHDRAWS_TONIGHT.includes(end) && new Date().getHours() < EVENING_HOUR;

/** @param {string} id @returns {Record<string, any>} */
const said = (id) => heads(memory.recordsOf(id), "debrief", id)[0]?.body ?? {};

/** @param {string} interview @param {string} wording a script @returns {string} */
function written(interview, wording) {
  if (!wording) return "";
  const records = memory.recordsOf(interview);
  const [state, about] = [fold(records), aboutOf(records, interview)];
  const { name, company, role } = about;
  return filled(NOTES[wording], { name, company, role, topic: "", reason: sharedReason(state, rowOf(state), about) });
}

/** @param {string} now */
function renew(now) {
  if (now === field) return;
  field = now;
  state.set({ edition: state.get("edition") + 1, told: "" });
}

// Half a character is an error in an address.
/** @param {string} text */
function textAs(text) {
  const whole = text.replace(LONE_SURROGATES, "\uFFFD");
  return { text, encoded: encodeURIComponent(whole.replace(/\r?\n/g, "\r\n")) };
}

/** Choose another note, or none after all. @param {string} wording */
export function choose(wording) {
  const chosen = state.get("wording") === wording ? "" : wording;
  return amend(openedNow(), "debrief", openedNow(), (before) => ({ ...before, wording: chosen }));
}

/** It is being typed: what is shared or mailed follows each letter. @param {string} text */
export function type(text) {
  typed = { id: openedNow(), wording: state.get("wording"), text };
  state.set({ ...textAs(text), told: "" });
}

/** Keep what was typed; what is as it was filled in need not be kept. */
export function keep() {
  if (!typed) return;
  const { id, wording, text } = typed;
  const own = text === written(id, wording) ? "" : text;
  typed = null;
  return amend(id, "debrief", id, (before) => ({ ...before, letters: { ...before.letters, [wording]: own } }));
}

/** Let the phone share it. */
export async function share() {
  try {
    await navigator.share({ text: state.get("text") });
  } catch (error) {
    // Whoever closes the sheet has changed their mind, and needs no message.
    if (!(error instanceof DOMException && error.name === "AbortError")) state.set({ told: "share-failed" });
  }
}

/** Copy it; where that is not allowed, mark it, so that copying is one press in the phone's own menu. */
export async function copy() {
  try {
    await navigator.clipboard.writeText(state.get("text"));
    state.set({ told: "copied" });
  } catch {
    /** @type {HTMLTextAreaElement | null} */ (document.querySelector("textarea[name=letter]"))?.select();
    state.set({ told: "selected" });
  }
}

/** Make a calendar file for this evening, or for tomorrow morning. @param {string} summary */
export function remind(summary) {
  const now = new Date();
  const [day, hour] = state.get("tonight") ? [0, EVENING_HOUR] : [1, LIMITS.reminderHour];
  const at = new Date(now.getFullYear(), now.getMonth(), now.getDate() + day, hour);
  handOver("reminder.ics", "text/calendar", calendar({ id: randomId(16), summary, at, made: now }));
  state.set({ told: "reminder" });
}
