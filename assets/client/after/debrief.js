// The debrief of the opened interview: how it ended, both ratings, what they saw, regrets. Each is one tap, and one more
// takes it back.

import * as actions from "../live/actions.js";
import { isDue } from "../domain/reminders.js";
import * as memory from "../store/memory.js";
import { summary } from "../domain/detail.js";
import { impressionOf, regretsOf } from "../domain/impression.js";
import { observable } from "../base/observable.js";
import { state as view } from "../live/view-model.js";

export const state = observable({
  ...impressionOf([], ""),
  regrets: regretsOf([]),
  /** Whether the check for regrets that comes later is the one to answer now. */
  late: false,
});

/** @returns {string} the opened interview */
export const openedNow = () => view.get("entry")?.id ?? "";

function look() {
  const id = openedNow();
  const [start, records] = [memory.start(id), memory.recordsOf(id)];
  const regrets = regretsOf(records);
  const late = regrets.later !== "" || (start !== undefined && isDue(summary(start, records), Date.now()));
  state.set({ ...impressionOf(records, id), regrets, late });
}

/** Correct how it ended. @param {string} how */
export function correctEnd(how) {
  if (view.get("entry")?.end !== how) return actions.end(how, openedNow());
}

/** @param {"company" | "manager"} what @param {string} rating */
export function rate(what, rating) {
  const rated = state.get("rated");
  const given = rated[what] === rating ? "" : rating;
  state.set({ rated: { ...rated, [what]: given } });
  return add({ [what]: given });
}

/** @param {string} chip something that they saw */
export function see(chip) {
  const before = state.get("seen");
  const seen = before.includes(chip) ? before.filter((each) => each !== chip) : [...before, chip];
  state.set({ seen });
  return add({ seen });
}

// It is shown before this, since the second of two quick taps builds on the first.
/** @param {Record<string, unknown>} part */
function add(part) {
  return actions.amend(openedNow(), "debrief", openedNow(), (before) => ({ ...before, ...part }));
}

/** @param {"at_once" | "later"} when @param {string} answer */
export function answer(when, answer) {
  const given = state.get("regrets")[when] === answer ? "" : answer;
  return actions.regret(openedNow(), when, given);
}

if (typeof document !== "undefined") {
  view.subscribe(look);
  look();
}
