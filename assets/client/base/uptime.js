// The time that has passed since the page began, and how far the wall clock has been set meanwhile.

import { Stopwatch } from "./stopwatch.js";

const began = Date.now();
const watch = new Stopwatch();

/** @returns {number} milliseconds since the page began, sleep included; it never goes back and never jumps */
export function uptime() {
  settle();
  return watch.elapsed;
}

/** @returns {number} milliseconds by which the wall clock has been set since the page began; below zero when set back */
export const setBy = () => Date.now() - began - uptime();

// What the page slept so far counts at once: whoever asks may be told of its return first.
function settle() {
  watch.shown();
  if (document.visibilityState !== "visible") watch.hidden();
}

/** See when the page is hidden, and for how long. */
export const watchSleep = () => document.addEventListener("visibilitychange", settle);
