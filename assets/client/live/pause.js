// The pause (M44): five full seconds, literally counted, for the candidate's own thinking.
//
// idle → running → done → extended; the screen shows whenever it is not idle. Nothing here speaks or sounds: whoever
// wants the seconds read aloud reads `left`.

import { openLayer } from "../base/layer.js";
import { observable } from "../base/observable.js";
import { Stopwatch } from "../base/stopwatch.js";
import { LIMITS } from "../tables/live.js";
import { lastTick, setTicks, stillTicks, tick } from "./ticks.js";
import { keepAwake, letSleep } from "./wake-lock.js";

export { setTicks };

/** Counting starts when the first digit is painted; a page too slow for that counts from the tap. */
const PAINT_WITHIN_MS = 200;
/** A frame or so on top of the full seconds: what is seen must not be short of five either. */
const MARGIN_MS = 20;

/** @typedef {"idle" | "running" | "done" | "extended"} Phase */
/** @typedef {{seconds: number, planned: number, skipped: boolean}} Pause */

export const state = observable({
  phase: /** @type {Phase} */ ("idle"),
  left: 0,
  planned: LIMITS.pauseSeconds[0],
});

/** @type {Stopwatch | null} */
let stopwatch = null;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let beating;
/** @type {(() => void) | undefined} */
let closeLayer;
/** @type {(pause: Pause) => void} */
let report = () => {};

/**
 * Tell of every pause once: when its time has passed, or when it was left early (then `skipped`).
 * @param {(pause: Pause) => void} tell
 */
export function watch(tell) {
  report = tell;
}

/** @param {number} [planned] seconds; what the limits don't offer becomes the next longer length they do */
export function start(planned = 0) {
  if (state.get("phase") === "running") return;
  const seconds = offered(planned);
  const mine = new Stopwatch();
  stopwatch = mine;
  closeLayer ??= openLayer("data-paused", stop);
  document.addEventListener("visibilitychange", look);
  state.set({ phase: "running", planned: seconds, left: seconds });
  requestAnimationFrame(() => mine.elapsed < PAINT_WITHIN_MS && mine.restart());
  void keepAwake();
  beat();
}

/** Take the length that was set, where it was read only after the pause had begun. @param {number} seconds */
export function lengthen(seconds) {
  if (state.get("phase") !== "running" || seconds <= state.get("planned")) return;
  state.set({ planned: offered(seconds) });
  beat();
}

/** Leave the pause, at any point; before the end it counts as skipped. */
export function stop() {
  if (state.get("phase") === "idle") return null;
  beat();
  const { seconds, skipped } = counted();
  const pause = { seconds, planned: state.get("planned"), skipped };
  quiet();
  state.set({ phase: "idle", left: 0 });
  if (skipped) report(pause);
  return pause;
}

export { stop as close };

/** Stay with it after the end, for as long as it takes. */
export function extend() {
  if (state.get("phase") !== "done") return;
  state.set({ phase: "extended" });
}

/** @param {number} planned */
function offered(planned) {
  const lengths = LIMITS.pauseSeconds;
  if (!Number.isFinite(planned)) return lengths[0];
  return lengths.find((seconds) => seconds >= planned) ?? lengths[lengths.length - 1];
}

/** Show where we are, and look again at the next whole second. Timers may be late; the stopwatch is not. */
function beat() {
  clearTimeout(beating);
  if (state.get("phase") !== "running") return;
  const ms = stopwatch?.elapsed ?? 0;
  const end = planMs() + MARGIN_MS - ms;
  if (end <= 0) return finish();
  const left = Math.max(1, Math.ceil((planMs() - ms) / 1000));
  if (left !== state.get("left")) tick();
  state.set({ left });
  beating = setTimeout(beat, Math.ceil(Math.min(1000 - (ms % 1000), end)));
}

function finish() {
  const planned = state.get("planned");
  state.set({ phase: "done", left: 0 });
  void letSleep();
  lastTick();
  report({ seconds: planned, planned, skipped: false });
}

function planMs() {
  return state.get("planned") * 1000;
}

function counted() {
  const skipped = state.get("phase") === "running";
  const whole = Math.floor((stopwatch?.elapsed ?? 0) / 1000);
  const seconds = state.get("phase") === "done" ? state.get("planned") : whole;
  return { seconds: skipped ? Math.min(seconds, state.get("planned") - 1) : seconds, skipped };
}

function quiet() {
  clearTimeout(beating);
  stopwatch = null;
  closeLayer?.();
  closeLayer = undefined;
  document.removeEventListener("visibilitychange", look);
  stillTicks();
  void letSleep();
}

function look() {
  if (document.hidden) return stopwatch?.hidden();
  stopwatch?.shown();
  beat();
}
