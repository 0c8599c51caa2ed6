// Which interview is live, by memory and by the clock. Whoever must be silent meanwhile asks here.

import * as memory from "./memory.js";
import { isAhead } from "../domain/hlc.js";
import { liveNow } from "./live-clock.js";
import { MOST_AHEAD } from "./queries.js";
import { observable } from "../base/observable.js";
import { isLive, nowIn } from "../domain/interview-state.js";

/** @typedef {{id: string, state: import("../domain/interview-state.js").InterviewState, now: number}} Live with the time by the clock of its beginning */

export const state = observable({
  /** Whether memory has what the disk had. */
  ready: false,
  /** The live interview when this was last looked at; empty when there is none. */
  live: "",
});

/** @returns {boolean} whether nothing may be sent: an interview is live, or might be */
export const isSilent = () => !state.get("ready") || state.get("live") !== "";

/** @returns {Live | null} */
export function live() {
  const now = Date.now();
  for (const { id, hlc } of memory.starts().slice(0, MOST_AHEAD)) {
    const state = memory.stateOf(id);
    const unset = liveNow(state.last, now);
    if (isLive(state, unset)) return { id, state, now: nowIn(state, unset) };
    // One that a wrong clock has put first, and that is over, does not hide the one behind it.
    if (!isAhead(hlc, now)) return null;
  }
  return null;
}

/** Look again, as memory has changed or time has passed. @returns {Live | null} */
export function look() {
  const found = live();
  state.set({ live: found?.id ?? "" });
  return found;
}
