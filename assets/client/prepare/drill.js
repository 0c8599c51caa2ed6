// The calibration drill: how long five seconds feel. Start, stop when they seem over, see how far off; no score is kept,
// only the last results.

import { keep } from "../live/actions.js";
import * as memory from "../store/memory.js";
import { eastAt } from "../base/dates.js";
import { derived } from "../base/observable.js";
import { heads } from "../domain/records.js";
import { LIMITS } from "../tables/live.js";

/** @typedef {{at: number, ms: number, east?: number}} Result when, and how long what was felt as five seconds really was */
/** @typedef {{seconds: string, way: "early" | "late" | "exact"}} Off how far off, as it is told */

const DRILL = "drill";
const TARGET_MS = LIMITS.drillSeconds * 1000;
/** Whoever takes longer has put the phone away. */
const LONGEST_MS = 60_000;
/** The drawing: the middle line is five seconds, its edges are this far off. */
const [WIDTH, HEIGHT, EDGE_MS] = [190, 48, 3000];

const initial = {
  running: false,
  /** How far off the last try was; empty before the first. */
  off: /** @type {Off | null} */ (null),
  /** Newest first. */
  results: /** @type {Off[]} */ ([]),
  points: "",
};

let started = 0;

export const state = derived(initial, [memory], () => {
  const results = resultsOf(memory.recordsOf(""));
  return { results: results.map(told).reverse(), points: drawn(results) };
});

/** @param {import("../domain/records.js").Stored[]} records @returns {Result[]} oldest first */
export function resultsOf(records) {
  const results = heads(records, "set", DRILL)[0]?.body?.results;
  return Array.isArray(results) ? results.filter(isResult).slice(-LIMITS.drillResults) : [];
}

/** @param {any} result @returns {result is Result} */
const isResult = (result) => [result?.at, result?.ms].every(Number.isFinite) && result.ms >= 0 && result.ms <= LONGEST_MS;

/** @param {Result} result @returns {Off} */
export function told({ ms }) {
  const tenths = Math.round((ms - TARGET_MS) / 100);
  const way = tenths < 0 ? "early" : tenths > 0 ? "late" : "exact";
  return { seconds: (Math.abs(tenths) / 10).toFixed(1), way };
}

/** The points of a line through the results. @param {Result[]} results */
export const drawn = (results) =>
  results.map(({ ms }, place) => `${(place * WIDTH) / (LIMITS.drillResults - 1)},${heightOf(ms - TARGET_MS)}`).join(" ");

/** @param {number} off */
const heightOf = (off) => Math.round((HEIGHT / 2) * (1 - Math.max(-1, Math.min(1, off / EDGE_MS))) * 10) / 10;

/** Start, or say that five seconds seem to be over. */
export function press() {
  // The clock of the page never jumps, and both presses take equally long to arrive.
  const now = performance.now();
  if (!state.get("running")) {
    started = now;
    return state.set({ running: true, off: null });
  }
  state.set({ running: false });
  if (now - started <= LONGEST_MS) return note({ at: Date.now(), ms: Math.round(now - started), east: eastAt(Date.now()) });
}

/** @param {Result} result */
function note(result) {
  state.set({ off: told(result) });
  return keep(() => ({ [DRILL]: { results: [...resultsOf(memory.recordsOf("")), result].slice(-LIMITS.drillResults) } }));
}

/** Leave without a result. */
export const stop = () => state.set({ running: false, off: null });

/** Forget all results. */
export function forget() {
  stop();
  return keep(() => ({ [DRILL]: { results: [] } }));
}
