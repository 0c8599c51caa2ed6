// The wall clock as an interview that is going on should read it: whatever was set on it since the interview's newest
// record is left out, so that a clock put right, or wrong, in its middle neither ends nor splits it.
//
// A page knows what was set while it lived. For the next load it notes what can't have been time: a clock set back, or
// set ahead by more than a month.

import { keep, recall } from "./keepsake.js";
import { LONGEST_SLEEP_MS } from "./stopwatch.js";
import { setBy } from "./uptime.js";

const NOTED = "clockSet";
/** Less is a clock being trimmed. */
const SKEW_MS = 60_000;

/** How far the clock had been set when each record came that has been an interview's newest. @type {Map<string, number>} */
const marks = new Map();
let asked = "";

/** @param {string} last the stamp of the interview's newest record @param {number} now by the wall clock @returns {number} */
export function liveNow(last, now) {
  asked = last;
  if (!marks.has(last)) marks.set(last, setBy() - notedFor(last));
  return now - setSince(last);
}

/** @param {string} last */
const setSince = (last) => setBy() - (marks.get(last) ?? 0);

/** @param {string} last @returns {number} what was set after that record, before this page */
function notedFor(last) {
  const [noted, by] = recall(NOTED).split(" ");
  return noted === last && Number.isFinite(Number(by)) ? Number(by) : 0;
}

function note() {
  const by = Math.round(setSince(asked));
  if (asked && (by < -SKEW_MS || by > LONGEST_SLEEP_MS)) keep(NOTED, `${asked} ${by}`);
}

if (typeof document !== "undefined") {
  addEventListener("pagehide", note);
  document.addEventListener("visibilitychange", note);
}
