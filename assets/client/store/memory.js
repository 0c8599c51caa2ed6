// What is in memory: whole interviews, record by record, and the settings. A union: adding twice is adding once.
//
// A change is told once, when all of it is there. `recordsOf` gives the same array until something about that interview
// changes, and `snapshot` the same until anything does: whoever derives something compares those.

import { readers } from "../base/observable.js";
import { newestFirst } from "../domain/detail.js";
import { learn } from "../domain/flags.js";
import { apply, fold } from "../domain/interview-state.js";
import { ownFlags } from "../domain/own-flags.js";
import { isRecord } from "../domain/records.js";

/** @typedef {import("../domain/records.js").Stored} Stored */
/** @typedef {import("../domain/interview-state.js").InterviewState} InterviewState */

/** Of the settings, which belong to no interview. */
const SETTINGS = "";
/** @type {Stored[]} */
const NONE = [];

/** @type {Map<string, Map<string, Stored>>} */
const held = new Map();
/** What is in `held`, as arrays. @type {Map<string, Stored[]>} */
const arrays = new Map();
/** @type {Map<string, InterviewState>} */
const states = new Map();
/** @type {Set<string>} whatever has been in memory, with what was erased since */
const met = new Set();
/** @type {Set<string>} ids that a later revision replaced; they never come back */
const erased = new Set();
/** @type {Set<string>} rows that are not ours to read */
const unreadable = new Set();
let edition = 0;
let settingsChanged = false;
const { tell, subscribe } = readers();

export { subscribe };

/** @returns {number} another one after each change */
export const snapshot = () => edition;

/** @param {unknown} row @returns {row is Stored} */
export function isReadable(row) {
  if (isRecord(row)) return true;
  unreadable.add(String(/** @type {any} */ (row)?.id));
  return false;
}

/**
 * Add records, and erase others by their ids.
 * @param {{puts?: readonly unknown[], erases?: readonly string[]}} news
 * @returns {Stored[]} those that are now in memory
 */
export function change({ puts = [], erases = [] }) {
  const before = edition;
  const added = puts.filter(add);
  erases.forEach(erase);
  if (settingsChanged) settle();
  if (edition !== before) tell();
  return added;
}

/** @param {unknown} row @returns {row is Stored} whether it is now in memory */
function add(row) {
  if (!isReadable(row) || erased.has(row.id)) return false;
  const records = held.get(row.iv) ?? new Map();
  const isNew = !records.has(row.id);
  held.set(row.iv, records.set(row.id, row));
  if (isNew) touch(row.iv, row);
  return true;
}

/** @param {string} id */
function erase(id) {
  erased.add(id);
  for (const [interview, records] of held) if (records.delete(id)) touch(interview);
}

/** Take back that they were erased; nobody else may know of it yet. @param {Stored[]} rows */
export function putBack(rows) {
  for (const { id } of rows) erased.delete(id);
  change({ puts: rows });
}

/** @param {string} interview @param {Stored} [added] the only thing that has changed */
function touch(interview, added) {
  met.add(interview);
  arrays.delete(interview);
  edition += 1;
  const state = states.get(interview);
  // The next in time goes on top of what was folded before.
  if (state && added && added.hlc > state.last) apply(state, added);
  else states.delete(interview);
  if (interview === SETTINGS) settingsChanged = true;
}

// Taps on one's own flags fold by what is known of them.
function settle() {
  settingsChanged = false;
  learn(ownFlags(recordsOf(SETTINGS)));
  states.clear();
}

/** @param {Stored} row @returns {boolean} whether it was erased, though the disk may have it for a while yet */
export const isErased = ({ id }) => erased.has(id);

/** @param {string} interview @returns {boolean} whether it has ever been in memory */
export const hasMet = (interview) => met.has(interview);

/** @returns {Iterable<string>} whatever has been in memory, with what was erased since */
export const interviews = () => met;

/** @param {string} interview empty for the settings @returns {Stored[]} not to be changed; the same until something of it changes */
export function recordsOf(interview) {
  const known = arrays.get(interview);
  if (known) return known;
  const records = held.get(interview);
  if (!records) return NONE;
  const all = [...records.values()];
  arrays.set(interview, all);
  return all;
}

/** @param {string} interview @returns {InterviewState} folded once, and record by record from then on */
export function stateOf(interview) {
  const state = states.get(interview) ?? fold(recordsOf(interview));
  states.set(interview, state);
  return state;
}

/**
 * What follows from one interview's records, computed once after each change of theirs.
 * @template T @param {(records: Stored[], interview: string) => T} compute @returns {(interview: string) => T}
 */
export function perInterview(compute) {
  /** @type {Map<string, {of: Stored[], value: T}>} */
  const known = new Map();
  return (interview) => {
    const of = recordsOf(interview);
    const found = known.get(interview);
    if (found?.of === of) return found.value;
    const value = compute(of, interview);
    known.set(interview, { of, value });
    return value;
  };
}

/** @param {string} interview @returns {Stored | undefined} the record that began it */
export const start = (interview) => held.get(interview)?.get(interview);

/** @returns {Stored[]} the first records of all interviews in memory, newest first */
export const starts = () => [...held.keys()].flatMap((interview) => start(interview) ?? []).sort(newestFirst);

/** @param {string} id @returns {Stored | undefined} */
export function find(id) {
  for (const records of held.values()) if (records.has(id)) return records.get(id);
}

/** Let go of what is no more, or is read anew; nobody is told. @param {string} interview */
export function forget(interview) {
  if (held.delete(interview)) touch(interview);
}

/** @returns {number} rows met so far that this version can't read; they stay in the database */
export const skipped = () => unreadable.size;
