// Erasing an entry of the log, or a whole interview: gone from the screens at once, for a while still there to be put
// back, and then gone from the disk.
//
// Who leaves the page does not come back to it: what waits is then erased at once.

import * as memory from "../store/memory.js";
import { openedNow } from "../live/recent.js";
import { newestFirst } from "../domain/detail.js";
import { derived } from "../base/observable.js";
import { idsOf } from "../store/all-queries.js";
import * as commands from "../store/commands.js";
import { state as view } from "../live/view-model.js";

/** @typedef {import("../domain/records.js").Stored} Stored */
/** @typedef {{interview: string, whole: boolean, records: Stored[]}} Waiting */

const UNDO_MS = 20_000;

const initial = {
  /** What can still be put back: an interview, an entry, or nothing. */
  waiting: /** @type {"" | "interview" | "entry"} */ (""),
  /** Whether entries can be erased and changed now, one by one. */
  editing: false,
};

/** The interview whose entries can be erased and changed: whoever opens another one reads it first. */
let edited = "";

export const state = derived(initial, [view], () => ({ editing: edited !== "" && edited === openedNow() }));

/** @type {Waiting | null} */
let waiting = null;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let timer;
let leaving = () => {};

/** Show, or hide, what changes and erases entries. */
export const toggleEditing = () => edit(state.get("editing") ? "" : openedNow());

/** @param {string} interview */
function edit(interview) {
  edited = interview;
  state.set({ editing: edited !== "" });
}

/** Erase one entry of a log, with all that is about it. @param {string} id */
export function eraseEntry(id) {
  const interview = memory.find(id)?.iv ?? "";
  const records = withAbout(memory.recordsOf(interview), id);
  return hide({ interview, whole: false, records });
}

/** Erase a whole interview. @param {string} interview */
export function eraseInterview(interview) {
  const records = memory.recordsOf(interview);
  return hide({ interview, whole: true, records });
}

/** A record, and whatever speaks of it, or of what does. @param {Stored[]} records @param {string} id @returns {Stored[]} */
export function withAbout(records, id) {
  const ids = new Set([id]);
  // What speaks of something comes after it.
  for (const record of [...records].sort(newestFirst).reverse()) {
    // A pause was made, whatever it was about.
    if (record.step !== "pause" && (ids.has(record.of ?? "") || ids.has(record.e ?? ""))) ids.add(record.id);
  }
  return records.filter((record) => ids.has(record.id));
}

/** @param {Waiting} next @returns {Promise<void>} */
async function hide(next) {
  if (!next.records.length) return;
  await settle();
  waiting = next;
  timer = setTimeout(settle, UNDO_MS);
  leaving = onceLeft(() => void settle().catch(() => {}));
  if (next.whole) edit("");
  memory.change({ erases: next.records.map(({ id }) => id) });
  state.set({ waiting: next.whole ? "interview" : "entry" });
}

/** Wait no more. @returns {Waiting | null} what was waiting */
function take() {
  clearTimeout(timer);
  leaving();
  const taken = waiting;
  waiting = null;
  state.set({ waiting: "" });
  return taken;
}

/** @param {() => void} act when the page is hidden or left @returns {() => void} stop waiting for that */
function onceLeft(act) {
  const hidden = () => document.hidden && act();
  document.addEventListener("visibilitychange", hidden);
  addEventListener("pagehide", act);
  return () => {
    document.removeEventListener("visibilitychange", hidden);
    removeEventListener("pagehide", act);
  };
}

/** Put back what was erased last. */
export function putBack() {
  const records = take()?.records;
  if (records) memory.putBack(records);
}

/** Erase what waits, now. @returns {Promise<unknown>} */
export async function settle() {
  const taken = take();
  if (!taken) return;
  const { interview, whole, records } = taken;
  const ids = records.map(({ id }) => id);
  await commands.act(() => commands.write(() => ({ ...commands.draft(interview), erases: ids })));
  // Rows of it that this version can't read are erased, too.
  const strange = whole ? (await idsOf(interview)).filter((id) => !ids.includes(id)) : [];
  if (strange.length) await commands.act(() => commands.write(() => ({ ...commands.draft(interview), erases: strange })));
}
