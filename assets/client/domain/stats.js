// What the insights count over all summaries. Pure; what is counted, and what counts as enough, is decided in Python
// (tables/insights.js).

import { monthOf } from "../base/dates.js";
import { EXITS, MONTHS, SPANS } from "../tables/insights.js";
import { REGRETS } from "../tables/after.js";
import { ENDINGS, KINDS, NOT_HELD, STATES, TOLD_OF } from "../tables/live.js";

/** @typedef {import("./summary.js").Summary} Summary */
/** @typedef {import("./summary.js").FlagSummary} FlagSummary */
/** @typedef {{id: string, total: number, months: {place: number, count: number}[]}} Series */

/** Stands for an ending where nobody said how it ended. */
const OPEN = "open";

/** @param {readonly Summary[]} begun @returns what the page shows, but for its words */
export function sum(begun) {
  const all = begun.filter(({ end }) => !NOT_HELD.includes(end));
  const months = lastMonths(all);
  const held = new Map(all.map((summary) => [summary, unlike(summary)]));
  const kinds = series(KINDS, all, months, (summary) => (held.get(summary) ?? []).map(({ kind }) => kind));
  const regretted = {
    at_once: series(REGRETS, all, months, ({ regrets }) => [regrets.at_once]),
    later: series(REGRETS, all, months, ({ regrets }) => [regrets.later]),
  };
  const spans = all.flatMap(minutesToExit).sort((a, b) => a - b);
  return {
    interviews: all.length,
    begun: begun.length,
    months,
    since: begun.reduce((first, { month }) => (month < first ? month : first), begun[0]?.month ?? ""),
    flags: mostFirst([...held.values()].flat()),
    kinds,
    kindsMost: most(kinds),
    asked: tally(all.flatMap((summary) => answers(summary, "unclear")), STATES),
    raised: tally(all.flatMap((summary) => answers(summary, "negotiable")), STATES),
    endings: tally(begun.map(({ end }) => (end in ENDINGS ? end : OPEN)), [...Object.keys(ENDINGS), OPEN]),
    exits: spans.length,
    minutes: median(spans),
    spans: tally(spans.map(spanOf), SPANS.map(String)),
    regretted,
    regretsMost: most([...regretted.at_once, ...regretted.later]),
  };
}

/** Each flag that stands, once. @param {Summary} summary */
const unlike = ({ flags }) => [...new Map(flags.filter(stands).map((each) => [each.flag, each])).values()];

/** @param {FlagSummary} flag */
const stands = ({ takenBack }) => !takenBack;

/** What became of the flags that could be asked about; where they moved on, nothing was a misunderstanding. @param {Summary} summary @param {string} kind */
const answers = ({ flags }, kind) =>
  flags.filter((each) => stands(each) && each.countedAs === kind && !each.hard && !TOLD_OF[each.flag]).map(({ state }) => state);

/** From the first flag that stands to the exit. @param {Summary} summary @returns {number[]} none when there was no such thing */
function minutesToExit({ end, flags, minutes }) {
  const first = flags.find((each) => stands(each) && each.kind !== "green");
  return first && EXITS.includes(end) ? [minutes - first.minute] : [];
}

/** @param {number} minutes @returns {string} where its span begins */
const spanOf = (minutes) => String(SPANS.findLast((from) => minutes >= from));

/** @param {readonly Summary[]} all @returns {string[]} the newest month, and those before it, without a gap */
function lastMonths(all) {
  const known = [...new Set(all.map(({ month }) => month))].sort();
  const [newest, oldest] = [known.at(-1), known[0]];
  if (!newest) return [];
  const [year, month] = newest.split("-").map(Number);
  const back = Array.from({ length: MONTHS }, (_, place) => monthOf(new Date(year, month - MONTHS + place, 1).getTime()));
  return back.filter((each) => each >= oldest);
}

/** @param {FlagSummary[]} flags @returns {{flag: string, kind: string, count: number}[]} */
function mostFirst(flags) {
  const counts = tally(flags.map(({ flag }) => flag));
  const kinds = new Map(flags.map(({ flag, kind }) => [flag, kind]));
  const counted = [...kinds].map(([flag, kind]) => ({ flag, kind, count: counts[flag] }));
  return counted.sort((a, b) => b.count - a.count || (a.flag < b.flag ? -1 : 1));
}

/**
 * How often each of some things occurred: in all, and in each of the months shown.
 * @param {readonly string[]} ids @param {readonly Summary[]} all @param {string[]} months
 * @param {(summary: Summary) => string[]} occurring @returns {Series[]}
 */
function series(ids, all, months, occurring) {
  const places = new Map(months.map((month, place) => [month, place]));
  const counted = new Map(ids.map((id) => [id, { id, total: 0, months: months.map((_, place) => ({ place, count: 0 })) }]));
  for (const summary of all) {
    const shown = places.get(summary.month);
    for (const one of occurring(summary).map((id) => counted.get(id))) {
      if (one) one.total += 1;
      if (one && shown !== undefined) one.months[shown].count += 1;
    }
  }
  return [...counted.values()];
}

/** @param {Series[]} series @returns {number} the most in one month, and at least 1: what a column of full height stands for */
const most = (series) => Math.max(1, ...series.flatMap(({ months }) => months.map(({ count }) => count)));

/** @param {readonly string[]} things @param {readonly string[]} [known] counted even if there are none @returns {Record<string, number>} */
function tally(things, known = []) {
  const counts = new Map(known.map((each) => [each, 0]));
  for (const thing of things) counts.set(thing, (counts.get(thing) ?? 0) + 1);
  return Object.fromEntries(counts);
}

/** @param {number[]} sorted @returns {number} 0 for none */
export const median = (sorted) =>
  sorted.length ? (sorted[(sorted.length - 1) >> 1] + sorted[sorted.length >> 1]) / 2 : 0;
