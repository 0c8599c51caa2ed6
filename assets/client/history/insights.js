// Insights: one's own patterns over all interviews, counted on the phone when somebody looks.

import * as summaries from "./summaries.js";
import * as memory from "../store/memory.js";
import { breath } from "../base/idle.js";
import { median, sum } from "../domain/stats.js";
import { written } from "../base/dates.js";
import { drawn, resultsOf } from "../prepare/drill.js";
import { RECENT_TRIES } from "../tables/insights.js";
import { observable, subscribeTo, whileRead } from "../base/observable.js";
import { labelOf } from "../domain/live-view.js";
import { LIMITS } from "../tables/live.js";
import { state as view } from "../live/view-model.js";

const writeShortMonth = written({ month: "short", year: "numeric" });
const writeShortDate = written({ day: "numeric", month: "short", year: "numeric" });

const counted = observable({
  ...named(sum([]), false),
  ...practised([]),
  /** Whether all is counted. */
  ready: false,
  /** How many have been read until now. */
  loaded: 0,
});

/** Nothing is counted while nobody reads. */
export const state = whileRead(counted, () => {
  const stop = subscribeTo([summaries.state, view, memory], look);
  void summaries.open();
  void look();
  return stop;
});

/** What was counted last. @type {unknown[]} */
let known = [];

async function look() {
  const { loaded, complete } = summaries.state.snapshot();
  const { live, settings: { discreet } } = view.snapshot();
  const own = memory.recordsOf("");
  const now = [summaries.all(), discreet, live, own];
  counted.set({ loaded });
  if (!complete || now.every((each, place) => each === known[place])) return;
  known = now;
  const past = summaries.all().filter(({ id }) => id !== live);
  // Counting and drawing thousands take a while each: the page answers in between.
  await breath();
  const counts = sum(past);
  await breath();
  if (known !== now) return;
  counted.set({ ...named(counts, discreet), ...practised(resultsOf(own)), ready: true });
}

/** @param {ReturnType<typeof sum>} counts @param {boolean} discreet */
function named({ since, months, flags, ...counts }, discreet) {
  return {
    ...counts,
    since: since && nameOf(since),
    months: months.map(nameOf),
    flags: flags.map((each) => ({ ...each, label: labelOf(each.flag, discreet) })),
  };
}

/** @param {string} month YYYY-MM */
function nameOf(month) {
  return writeShortMonth(new Date(Number(month.slice(0, 4)), Number(month.slice(5)) - 1, 1));
}

/** How far off the tries of the drill were, in seconds. @param {import("../prepare/drill.js").Result[]} results oldest first */
function practised(results) {
  const off = results.map(({ ms }) => Math.abs(ms - LIMITS.drillSeconds * 1000) / 1000);
  const [recent, before] = [off.slice(-RECENT_TRIES), off.slice(-2 * RECENT_TRIES, -RECENT_TRIES)];
  return {
    tries: results.map(({ at, east }, place) => ({ day: writeShortDate(at, east), off: off[place].toFixed(1) })),
    points: drawn(results),
    offRecent: middle(recent),
    offBefore: before.length === RECENT_TRIES ? middle(before) : "",
  };
}

/** @param {number[]} off */
function middle(off) {
  return off.length ? median([...off].sort((a, b) => a - b)).toFixed(1) : "";
}
