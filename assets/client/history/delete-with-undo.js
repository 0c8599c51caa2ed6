// Erasing an entry of the log, or a whole interview: gone from the screens at once, for a while still there to be put
// back, and then gone from the disk.
//
// Who leaves the page does not come back to it: what waits is then erased at once.

import * as memory from "../store/memory.js";
import { openedNow } from "../after/debrief.js";
import { newestFirst } from "../domain/detail.js";
import { observable } from "../base/observable.js";
import { idsOf } from "../store/all-queries.js";
import * as commands from "../store/commands.js";
import { publish, state as view } from "../live/view-model.js";

/** @typedef {import("../domain/records.js").Stored} Stored */
/** @typedef {{interview: string, whole: boolean, records: Stored[]}} Waiting */

const UNDO_MS = 20_000;

export const state = observable({
  /** What can still be put back: an interview, an entry, or nothing. */
  waiting: /** @type {"" | "interview" | "entry"} */ (""),
  /** Whether entries can be erased and changed now, one by one. */
  editing: false,
});

/** @type {Waiting | null} */
let waiting = null;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let timer;

/** Show, or hide, what changes and erases entries. */
export const toggleEditing = () => state.set({ editing: !state.get("editing") });

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
  for (const { id } of next.records) memory.erase(id);
  timer = setTimeout(settle, UNDO_MS);
  state.set({ waiting: next.whole ? "interview" : "entry", editing: state.get("editing") && !next.whole });
  publish();
}

/** Put back what was erased last. */
export function putBack() {
  clearTimeout(timer);
  waiting?.records.forEach(memory.putBack);
  waiting = null;
  state.set({ waiting: "" });
  publish();
}

/** Erase what waits, now. @returns {Promise<unknown>} */
export async function settle() {
  clearTimeout(timer);
  if (!waiting) return;
  const { interview, whole, records } = waiting;
  waiting = null;
  state.set({ waiting: "" });
  const ids = records.map(({ id }) => id);
  await commands.act(() => commands.write(() => ({ ...commands.draft(interview), erases: ids })));
  // Rows of it that this version can't read are erased, too.
  const strange = whole ? (await idsOf(interview)).filter((id) => !ids.includes(id)) : [];
  if (strange.length) await commands.act(() => commands.write(() => ({ ...commands.draft(interview), erases: strange })));
}

let opened = "";

// Whoever opens another interview reads it first.
function look() {
  if (opened !== openedNow()) state.set({ editing: false });
  opened = openedNow();
}

if (typeof document !== "undefined") {
  view.subscribe(look);
  document.addEventListener("visibilitychange", () => document.hidden && void settle().catch(() => {}));
  addEventListener("pagehide", () => void settle().catch(() => {}));
}
