// Everything about one company, across all interviews with it: when, how they ended, what came up, what was made of it,
// whom one met (M05, M19, M20, M21). The address names it by the id of one of those interviews, never by its name.

import * as summaries from "./summaries.js";
import { writeDate } from "../base/dates.js";
import { observable, subscribeTo, whileRead } from "../base/observable.js";
import { interviewHere, isAt } from "../live/router.js";
import { labelOf } from "../domain/live-view.js";
import { state as view } from "../live/view-model.js";
import { CARD } from "../tables/routes.js";

/** @typedef {import("../domain/summary.js").Summary} Summary */
/** @typedef {ReturnType<typeof metOf>} Met */
/** @typedef {{flag: string, kind: string, label: string, count: number}} Tally */

const now = observable({
  /** Whether this interview is on this device. */
  known: false,
  company: "",
  /** Newest first. */
  met: /** @type {Met[]} */ ([]),
  /** What came up, the most frequent first. */
  flags: /** @type {Tally[]} */ ([]),
  /** What they saw of the candidate: by chip, how often. */
  seen: /** @type {{id: string, count: number}[]} */ ([]),
  people: /** @type {(import("../domain/impression.js").Person & {date: string})[]} */ ([]),
  /** Whether all interviews have been read. */
  complete: false,
});

/** Whoever begins to read is on the page of the company that the address names. */
export const state = whileRead(now, () => {
  const stop = subscribeTo([summaries.state, view], look);
  addEventListener("hashchange", look);
  void summaries.open();
  look();
  return () => {
    stop();
    removeEventListener("hashchange", look);
  };
});

function look() {
  if (!isAt(CARD)) return;
  const summary = summaries.find(interviewHere() ?? "");
  const complete = summaries.state.get("complete");
  if (!summary) return now.set({ known: false, company: "", met: [], flags: [], seen: [], people: [], complete });
  const all = summaries.all().filter((each) => each === summary || (summary.companyKey && each.companyKey === summary.companyKey));
  now.set({
    known: true,
    company: summary.company,
    met: all.map(metOf),
    flags: talliesOf(all),
    seen: counted(all.flatMap(({ seen }) => seen)).map(([id, count]) => ({ id, count })),
    people: all.flatMap(({ people, at, east }) => people.map((person) => ({ ...person, date: writeDate(at, east) }))),
    complete,
  });
}

/** @param {Summary} summary */
const metOf = ({ id, at, east, role, end, minutes, rated, regrets, flags, note, verdict }) => ({
  id,
  date: writeDate(at, east),
  role,
  end,
  minutes,
  rated,
  regret: regrets.later || regrets.at_once,
  marks: flags.filter(({ takenBack }) => !takenBack).map(({ kind }) => kind),
  note: note.trim().split("\n")[0],
  verdict,
  live: id === view.get("live"),
});

/** @param {Summary[]} all @returns {Tally[]} */
function talliesOf(all) {
  const taps = all.flatMap(({ flags }) => flags.filter(({ takenBack }) => !takenBack));
  const kinds = new Map(taps.map(({ flag, kind }) => [flag, kind]));
  const discreet = view.get("settings").discreet;
  return counted(taps.map(({ flag }) => flag)).map(([flag, count]) => ({
    flag, kind: kinds.get(flag) ?? "", label: labelOf(flag, discreet), count,
  }));
}

/** @param {string[]} values @returns {[string, number][]} the most frequent first */
function counted(values) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a);
}
