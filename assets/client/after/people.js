// People of the opened interview, to know them again: a role, initials and one cue, and never more (M19).

import { amend, unsay } from "../live/actions.js";
import * as memory from "../store/memory.js";
import { openedNow } from "../live/recent.js";
import { peopleOf } from "../domain/impression.js";
import { observable, subscribeTo, whileRead } from "../base/observable.js";
import { randomId } from "../base/random-id.js";
import { LIMITS } from "../tables/live.js";
import { state as view } from "../live/view-model.js";

/** @typedef {import("../domain/impression.js").Person} Person */

const BLANK = { role: "", initials: "", cue: "" };

const now = observable({
  /** The rows of the form: those that are kept, and the one that may be filled. */
  rows: /** @type {Person[]} */ ([]),
  /** How many are kept. */
  count: 0,
  /** Whether there is a row to fill. */
  adding: false,
  /** The one just removed. */
  removed: /** @type {Person | null} */ (null),
});

export const state = whileRead(now, () => {
  const stop = subscribeTo([view, memory], look);
  look();
  return stop;
});

let interview = "";
/** The row that is not kept, by the id it will have; empty for none. */
let blank = "";
/** @type {string[]} ids in the order of their rows: no row moves while somebody writes in it */
let order = [];

function look() {
  if (interview !== openedNow()) open();
  const kept = peopleOf(memory.recordsOf(interview));
  if (kept.some(({ id }) => id === blank)) blank = "";
  else if (!kept.length) blank ||= randomId(16);
  const rows = blank ? [...kept, { id: blank, ...BLANK }] : kept;
  order = [...new Set([...order, ...rows.map(({ id }) => id)])];
  rows.sort((a, b) => order.indexOf(a.id) - order.indexOf(b.id));
  state.set({ rows, count: kept.length, adding: blank !== "" });
}

function open() {
  interview = openedNow();
  blank = "";
  order = [];
  state.set({ removed: null });
}

/** Open a row for one more. */
export function another() {
  blank ||= randomId(16);
  look();
}

/** @param {string} id @param {"role" | "initials" | "cue"} key @param {string} typed */
export function write(id, key, typed) {
  const person = state.get("rows").find((each) => each.id === id);
  const said = key === "initials" ? [...typed.trim()].slice(0, LIMITS.initials).join("") : typed.trim();
  if (!person || person[key] === said) return;
  return keep({ ...person, [key]: said });
}

/** @param {Person} person */
function keep({ id, ...body }) {
  state.set({ rows: state.get("rows").map((each) => (each.id === id ? { id, ...body } : each)) });
  if (Object.values(body).some(Boolean)) return amend(interview, "person", id, () => body);
  // Nothing is left of this person; the row stays open for whoever is about to write something else.
  blank = id;
  return unsay(interview, "person", id);
}

/** @param {string} id */
export function remove(id) {
  const removed = state.get("rows").find((each) => each.id === id) ?? null;
  order = order.filter((each) => each !== id);
  if (blank === id) {
    blank = "";
    return look();
  }
  state.set({ removed });
  return unsay(interview, "person", id);
}

/** Put back the one who was removed last. */
export function putBack() {
  const removed = state.get("removed");
  state.set({ removed: null });
  if (removed) return keep(removed);
}
