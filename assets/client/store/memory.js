// What is in memory: whole interviews, record by record, and the settings. A union: adding twice is adding once.

import { newestFirst } from "../domain/detail.js";
import { isRecord } from "../domain/records.js";

/** @typedef {import("../domain/records.js").Stored} Stored */

/** @type {Map<string, Map<string, Stored>>} */
const interviewsHeld = new Map();
/** @type {Map<string, number>} */
const changes = new Map();
let edition = 0;
/** @type {Set<string>} ids that a later revision replaced; they never come back */
const erased = new Set();
/** @type {Set<string>} rows that are not ours to read */
const unreadable = new Set();

/** @param {unknown} row @returns {row is Stored} */
export function isReadable(row) {
  if (isRecord(row)) return true;
  unreadable.add(String(/** @type {any} */ (row)?.id));
  return false;
}

/** @param {unknown} row @returns {row is Stored} whether it is now in memory */
export function add(row) {
  if (!isReadable(row) || erased.has(row.id)) return false;
  if (!interviewsHeld.has(row.iv)) interviewsHeld.set(row.iv, new Map());
  if (!interviewsHeld.get(row.iv)?.has(row.id)) touch(row.iv);
  interviewsHeld.get(row.iv)?.set(row.id, row);
  return true;
}

/** @param {string} id */
export function erase(id) {
  erased.add(id);
  for (const [interview, page] of interviewsHeld) if (page.delete(id)) touch(interview);
}

/** Take back that it was erased; nobody else may know of it yet. @param {Stored} row */
export function putBack(row) {
  erased.delete(row.id);
  add(row);
}

/** @param {Stored} row @returns {boolean} whether it was erased, though the disk may have it for a while yet */
export const isErased = ({ id }) => erased.has(id);

/** @param {string} interview */
function touch(interview) {
  changes.set(interview, changesOf(interview) + 1);
  edition += 1;
}

/** @returns {number} how often anything has changed in memory */
export const editionNow = () => edition;

/** @param {string} interview @returns {number} how often it has changed in memory */
export const changesOf = (interview) => changes.get(interview) ?? 0;

/** @returns {Iterable<string>} whatever has been in memory, with what was erased since */
export const interviews = () => changes.keys();

/** @param {string} interview empty for the settings @returns {Stored[]} */
export const recordsOf = (interview) => [...(interviewsHeld.get(interview)?.values() ?? [])];

/** @param {string} interview @returns {Stored | undefined} the record that began it */
export const start = (interview) => interviewsHeld.get(interview)?.get(interview);

/** @returns {Stored[]} the first records of all interviews in memory, newest first */
export const starts = () =>
  [...interviewsHeld.keys()].flatMap((interview) => start(interview) ?? []).sort(newestFirst);

/** @param {string} id @returns {Stored | undefined} */
export function find(id) {
  for (const page of interviewsHeld.values()) if (page.has(id)) return page.get(id);
}

/** @param {string} interview */
export const forget = (interview) => void interviewsHeld.delete(interview);

/** @returns {number} rows met so far that this version can't read; they stay in the database */
export const skipped = () => unreadable.size;
