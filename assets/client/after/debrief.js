// The debrief of the opened interview: how it ended, both ratings, what they saw, regrets. Each is one tap, and one more
// takes it back.

import * as actions from "../live/actions.js";
import { end } from "../live/ending.js";
import { isDue } from "../domain/reminders.js";
import * as memory from "../store/memory.js";
import { impressionOf, regretsOf } from "../domain/impression.js";
import { derived } from "../base/observable.js";
import { openedNow, rowOf } from "../live/recent.js";
import { NOT_HELD } from "../tables/live.js";
import { state as view } from "../live/view-model.js";

const initial = {
  ...impressionOf([], ""),
  regrets: regretsOf([]),
  /** Whether the check for regrets that comes later is the one to answer now. */
  late: false,
  /** Whether it took place, so that there is something to look back on. */
  held: true,
};

export const state = derived(initial, [view, memory], () => {
  const id = openedNow();
  const [start, records] = [memory.start(id), memory.recordsOf(id)];
  const regrets = regretsOf(records);
  const late = regrets.later !== "" || (start !== undefined && isDue(rowOf(id), Date.now()));
  const held = !NOT_HELD.includes(start ? rowOf(id).end : "");
  return { ...impressionOf(records, id), regrets, late, held };
});

/** Correct how it ended. @param {string} how */
export function correctEnd(how) {
  if (view.get("entry")?.end !== how) return end(how, openedNow());
}

/** @param {"company" | "manager"} what @param {string} rating */
export function rate(what, rating) {
  return add(({ rated }) => ({ [what]: rated[what] === rating ? "" : rating }));
}

/** @param {string} chip something that they saw */
export function see(chip) {
  return add(({ seen }) => ({ seen: seen.includes(chip) ? seen.filter((each) => each !== chip) : [...seen, chip] }));
}

// Composed when its turn has come, since the second of two quick taps builds on the first.
/** @param {(known: import("../domain/impression.js").Impression) => Record<string, unknown>} part */
function add(part) {
  const id = openedNow();
  return actions.amend(id, "debrief", id, (before) => ({ ...before, ...part(impressionOf(memory.recordsOf(id), id)) }));
}

/** @param {"at_once" | "later"} when @param {string} answer */
export function answer(when, answer) {
  const id = openedNow();
  return actions.amend(id, "regret", when, () => ({ answer: regretsOf(memory.recordsOf(id))[when] === answer ? "" : answer }));
}
