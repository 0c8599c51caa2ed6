// The interview that is just over, as the live page shows it until the next one. Pure.

import { isRecent } from "../base/elapsed.js";
import { LIMITS, LOOK_BACK, NOT_HELD } from "../tables/live.js";
import { minutesBetween } from "./interview-state.js";
import { heads } from "./records.js";

/** @typedef {import("./records.js").Stored} Stored */
/** @typedef {ReturnType<typeof overOf>} Over */

const OVER_MS = LIMITS.overMinutes * 60_000;

/**
 * @param {import("./interview-state.js").InterviewState} state of the newest interview @param {Stored[]} records all of it
 * @param {number} now
 */
export function overOf({ end, from, to }, records, now) {
  const { how = "", iv = "", at = 0 } = end ?? {};
  if (!how || !isRecent(at, now, OVER_MS)) return null;
  return {
    id: iv,
    end: how,
    minutes: minutesBetween(from, to),
    held: !NOT_HELD.includes(how),
    /** Whether it was the candidate's own doing, so that there may be regrets. */
    own: LOOK_BACK.includes(how),
    regret: String(heads(records, "regret", "at_once")[0]?.body?.answer ?? ""),
  };
}
