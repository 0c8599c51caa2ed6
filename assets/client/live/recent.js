// The newest interviews of the past, for what is offered after one, and the interview that is open.

import * as memory from "../store/memory.js";
import { opened, summary } from "../domain/detail.js";
import { readInterview, readNewest } from "../store/queries.js";
import { isLive } from "../domain/interview-state.js";
import { LIMITS } from "../tables/live.js";

/** @typedef {ReturnType<typeof summary>} Row */
/** @typedef {import("../domain/records.js").Stored} Stored */

let read = false;
let reading = false;
let selected = "";

/** @returns {boolean} whether the newest have been read */
export const isRead = () => read;

/** Read the newest, once. @returns {Promise<void>} */
export async function readOnce() {
  if (reading || read) return;
  reading = true;
  try {
    memory.change({ puts: await readNewest(LIMITS.recentInterviews, memory.isReadable) });
    read = true;
  } finally {
    reading = false;
  }
}

/** @returns {Row[]} those in memory, newest first */
export const list = () => memory.starts().map(({ id }) => rowOf(id));

export const rowOf = memory.perInterview((records, id) => summary(/** @type {Stored} */ (memory.start(id)), records));

/** @returns {string} the interview that is open; empty when none is, or it is not here */
export const openedNow = () => memory.start(selected)?.id ?? "";

/**
 * Open an interview; it may have to be read.
 * @param {string} interview
 * @param {() => void} changed
 * @returns {Promise<void>}
 */
export async function open(interview, changed) {
  selected = interview;
  await ensure(interview);
  changed();
}

/** @param {string} interview @returns {Promise<void>} when it is in memory, if it is on this device */
export async function ensure(interview) {
  if (interview && !memory.start(interview)) memory.change({ puts: await readInterview(interview) });
}

/** @param {string} live @param {boolean} discreet */
export function entry(live, discreet) {
  const start = memory.start(selected);
  return start ? opened(start, memory.recordsOf(selected), live, discreet) : null;
}

/** @param {number} now @returns {string} the opened interview, if it is the newest and would be live but for its end */
export function reopenable(now) {
  const [newest] = memory.starts();
  if (newest?.id !== selected) return "";
  const state = memory.stateOf(selected);
  return state.end && isLive({ ...state, end: null }, now) ? selected : "";
}
