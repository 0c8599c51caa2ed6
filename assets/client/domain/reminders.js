// What the first screen offers of the time after an interview: one quiet line, or none. Pure.

import { isRecent, passed } from "../base/elapsed.js";
import { LIMITS, LOOK_BACK, NOT_HELD, WITHDRAWS_TONIGHT } from "../tables/live.js";

/** `over`: what the clock read at its last moment. @typedef {{id: string, over: number, end: string, debriefed: boolean, lookedBack: boolean}} Row */

const HOUR_MS = 3_600_000;
const DEBRIEF_MS = LIMITS.debriefHours * HOUR_MS;
const UNFINISHED_MS = LIMITS.unfinishedDays * 24 * HOUR_MS;
const [FIRST_MS, LAST_MS] = LIMITS.lookBackDays.map((days) => days * 24 * HOUR_MS);

/** @param {Row[]} rows interviews, newest first; none is live @param {number} now @returns {{what: string, id: string} | null} */
export function afterwards(rows, now) {
  const [newest] = rows;
  if (newest && isFresh(newest, now)) return { what: WITHDRAWS_TONIGHT.includes(newest.end) ? "note" : "debrief", id: newest.id };
  if (newest && isUnfinished(newest, now)) return { what: "unfinished", id: newest.id };
  const due = rows.find((row) => isDue(row, now));
  return due ? { what: "look_back", id: due.id } : null;
}

/** @param {Row} row @param {number} now @returns {boolean} whether there is something to look back on while it is fresh */
const isFresh = ({ over, end, debriefed }, now) =>
  end !== "" && !NOT_HELD.includes(end) && !debriefed && isRecent(over, now, DEBRIEF_MS);

// What nobody ended is live for a while; then it would be gone without a word.
/** @param {Row} row @param {number} now @returns {boolean} */
const isUnfinished = ({ over, end }, now) => end === "" && isRecent(over, now, UNFINISHED_MS);

/** Whether to ask once more for regrets (M48). @param {Omit<Row, "id" | "debriefed">} row @param {number} now @returns {boolean} */
export const isDue = ({ over, end, lookedBack }, now) =>
  LOOK_BACK.includes(end) && !lookedBack && passed(over, now) >= FIRST_MS && passed(over, now) <= LAST_MS;
