// The interviews of the past: a page of twenty at a time, and the one that is open.

import * as book from "./book.js";
import { opened, summary } from "./history.js";
import { readInterview, readPage } from "./rows.js";
import { LIMITS } from "./tables.js";

/** @typedef {ReturnType<typeof summary>} Row */

/** @type {Map<string, {of: string, row: Row}>} */
const summaries = new Map();
/** @type {string | undefined} where the last page ended */
let oldest;
let listed = false;
let older = false;
let reading = false;
let selected = "";

/** @returns {boolean} */
export const hasMore = () => older;
/** @returns {boolean} */
export const isReading = () => reading;
/** @returns {boolean} */
export const isListed = () => listed;

/** Read one more page. @param {() => void} changed @returns {Promise<void>} */
export async function turn(changed) {
  if (reading || (listed && !older)) return;
  reading = true;
  changed();
  try {
    const { rows, last, more } = await readPage(oldest, LIMITS.recentInterviews, book.isReadable);
    rows.forEach(book.add);
    [oldest, older, listed] = [last ?? oldest, more, true];
  } finally {
    reading = false;
    changed();
  }
}

/** @param {string} live @returns {Row[]} newest first */
export function list(live) {
  const shown = book.starts().filter(({ hlc }) => !older || hlc >= String(oldest));
  return shown.map((start) => rowOf(start, live));
}

/** @param {import("./records.js").Stored} start @param {string} live @returns {Row} */
function rowOf(start, live) {
  const of = `${book.changesOf(start.id)} ${start.id === live}`;
  const known = summaries.get(start.id);
  if (known?.of === of) return known.row;
  const row = summary(start, book.page(start.id), live);
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
  if (interview && !book.start(interview)) (await readInterview(interview)).forEach(book.add);
}

/** @param {string} live @param {boolean} discreet */
export function entry(live, discreet) {
  const start = book.start(selected);
  return start ? opened(start, book.page(selected), live, discreet) : null;
}
