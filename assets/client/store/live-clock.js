// The wall clock as an interview that is going on should read it: whatever was set on it since the interview's newest
// record is left out, so that a clock put right, or wrong, in its middle neither ends nor splits it.
//
// A page knows what was set while it lived. For a load that soon follows it notes what can't have been time: a clock set
// back, or set ahead by more than a month.

import { keep, recall } from "../base/local-storage.js";
import { isRecent } from "../base/elapsed.js";
import { LONGEST_SLEEP_MS } from "../base/stopwatch.js";
import { LIMITS } from "../tables/live.js";
import { setBy } from "../base/uptime.js";

const NOTED = "clockSet";
const SOON_MS = LIMITS.liveHours * 3_600_000;
/** Less is a clock being trimmed. */
const TRIMMED_MS = 60_000;

/** How far the clock had been set when each record came that has been an interview's newest. @type {Map<string, number>} */
const marks = new Map();

/** @param {string} last the stamp of the interview's newest record @param {number} now by the wall clock @returns {number} */
export function liveNow(last, now) {
  if (!marks.has(last)) marks.set(last, setBy() - notedFor(last, now));
  const by = Math.round(setBy() - (marks.get(last) ?? 0));
  if (by < -TRIMMED_MS || by > LONGEST_SLEEP_MS) keep(NOTED, [last, by, now].join(" "));
  return now - by;
}

/** @param {string} last @param {number} now @returns {number} what was set after that record, before this page */
function notedFor(last, now) {
  const [noted, by, at] = recall(NOTED).split(" ");
  return noted === last && Number.isFinite(Number(by)) && isRecent(Number(at), now, SOON_MS) ? Number(by) : 0;
}
