// After an hour without a tap: is this still the interview, or is the next one about to begin? Asked once for each such hour,
// and answered by whatever is tapped.

import { passed } from "../base/elapsed.js";
import { keep, recall } from "../base/local-storage.js";
import { LIMITS } from "../tables/live.js";

/** @typedef {import("../store/live-interview.js").Live} Live */

const ANSWERED = "stillIn";
const QUIET_MS = LIMITS.stillInMinutes * 60_000;

/** @param {Live} live @returns {boolean} */
export const isAsked = (live) => passed(live.state.to, live.now) >= QUIET_MS && recall(ANSWERED) !== gapOf(live);

/** Still in it: ask no more, until as much time has passed again. @param {Live} live */
export const answer = (live) => keep(ANSWERED, gapOf(live));

/** @param {Live} live */
const gapOf = ({ id, state }) => `${id} ${state.to}`;
