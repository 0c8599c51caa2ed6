// The newest interviews of the past, for what is offered after one, and the interview that is open.

import * as memory from "../store/memory.js";
import { opened, summary } from "../domain/detail.js";
import { readInterview, readNewest } from "../store/queries.js";
import { LIMITS } from "../tables/live.js";

/** @typedef {ReturnType<typeof summary>} Row */

/** @type {Map<string, {of: number, row: Row}>} */
const summaries = new Map();
let read = false;
let reading = false;
let selected = "";

/** @returns {boolean} whether the newest have been read */
export const isRead = () => read;

/** Read the newest, once. @param {() => void} changed @returns {Promise<void>} */
export async function readOnce(changed) {
  if (reading || read) return;
  reading = true;
  try {
    (await readNewest(LIMITS.recentInterviews, memory.isReadable)).forEach(memory.add);
    read = true;
  } finally {
    reading = false;
    changed();
  }
}

/** @returns {Row[]} those in memory, newest first */
export const list = () => memory.starts().map(rowOf);

/** @param {import("../domain/records.js").Stored} start @returns {Row} */
function rowOf(start) {
  const of = memory.changesOf(start.id);
  const known = summaries.get(start.id);
  if (known?.of === of) return known.row;
  const row = summary(start, memory.recordsOf(start.id));
  summaries.set(start.id, { of, row });
  return row;
}

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
  if (interview && !memory.start(interview)) (await readInterview(interview)).forEach(memory.add);
}

/** @param {string} live @param {boolean} discreet */
export function entry(live, discreet) {
  const start = memory.start(selected);
  return start ? opened(start, memory.recordsOf(selected), live, discreet) : null;
}
