// All past interviews summed up (summary.js), for whoever looks back on many: the list, the company card, the
// insights. Nothing is read before somebody opens it; the live page never does.
//
//   await summaries.open();              // reads everything once; several may ask
//   summaries.all()                      // Summary[], newest first; the same array until something changes
//   summaries.state.subscribe(look)      // state: loaded, complete, and a new snapshot whenever one has changed
//
// The newest page is there at once, the rest as it is folded, in slices that leave the page its breath. What changes
// later, here or in another tab, changes its own summary alone.

import { summaryOf } from "../domain/summary.js";
import { allRows } from "../store/all-queries.js";
import * as memory from "../store/memory.js";
import { breath } from "../base/idle.js";
import { newestFirst } from "../domain/detail.js";
import { blame } from "../store/write-queue.js";
import { observable, whileRead } from "../base/observable.js";
import { readInterview, readNewest } from "../store/queries.js";
import { codeOf } from "../base/storage-errors.js";
import { LIMITS } from "../tables/live.js";
import { listen } from "../store/tab-channel.js";

/** @typedef {import("../domain/summary.js").Summary} Summary */
/** @typedef {import("../domain/records.js").Stored} Stored */

/** Rows that are no records: what was erased, and what sync can't open. */
const NO_RECORDS = ["gone", "sealed"];
const SLICE_MS = 12;
const SHOWN_EACH = 1000;

const now = observable({
  /** Interviews that are here. */
  loaded: 0,
  /** Whether these are all. */
  complete: false,
  /** Counts what has changed. */
  edition: 0,
});

/** While anybody reads, what changes in memory is followed; else when it is asked for. */
export const state = whileRead(now, () => {
  follow();
  return memory.subscribe(follow);
});

/** @type {Map<string, Summary>} */
const summaries = new Map();
/** The records that each interview in memory had when its summary was made. @type {Map<string, Stored[]>} */
const seen = new Map();
/** What memory was when all of it was looked at. */
let followed = -1;
/** @type {Summary[] | null} */
let sorted = null;
let changed = false;
/** @type {Promise<void> | null} */
let opening = null;
/** Whether the newest are here: before that a list would show whatever happens to be in memory. */
let begun = false;

/** @returns {Summary[]} newest first */
export function all() {
  follow();
  sorted ??= [...summaries.values()].sort((a, b) => newestFirst(startOf(a), startOf(b)));
  return sorted;
}

/** @param {Summary} summary */
const startOf = ({ id, hlc }) => /** @type {Stored} */ ({ id, hlc });

/** @param {string} interview @returns {Summary | undefined} */
export function find(interview) {
  follow();
  return summaries.get(interview);
}

/** @returns {Promise<void>} when all interviews are here; or when it turns out that they can't be read: write-queue.js tells why */
export function open() {
  watch();
  opening ??= read().catch((error) => {
    opening = null;
    blame(codeOf(error));
    // What is in memory is all there is to show.
    begun = true;
    follow();
    now.set({ complete: true });
  });
  return opening;
}

async function read() {
  const rows = await readNewest(LIMITS.recentInterviews, memory.isReadable);
  for (const records of byInterview(rows).values()) take(records);
  begun = true;
  publish();
  /** @type {Map<string, Stored[]>} */
  const interviews = new Map();
  for await (const piece of allRows()) byInterview(piece, interviews);
  await fold([...interviews.values()]);
  follow();
  for (const interview of summaries.keys()) if (!interviews.has(interview) && !memory.start(interview)) drop(interview);
  publish({ complete: true });
}

/** @param {unknown[]} rows @param {Map<string, Stored[]>} [into] @returns {Map<string, Stored[]>} */
function byInterview(rows, into = new Map()) {
  for (const row of rows) {
    if (NO_RECORDS.includes(/** @type {any} */ (row)?.k) || !memory.isReadable(row) || row.iv === "") continue;
    const records = into.get(row.iv);
    if (records) records.push(row);
    else into.set(row.iv, [row]);
  }
  return into;
}

/** @param {Stored[][]} interviews */
async function fold(interviews) {
  let until = performance.now() + SLICE_MS;
  for (const [count, records] of interviews.entries()) {
    take(records);
    if (count % SHOWN_EACH === SHOWN_EACH - 1) publish();
    if (performance.now() < until) continue;
    await breath();
    until = performance.now() + SLICE_MS;
  }
}

// What is in memory is newer than what was read.
/** @param {Stored[]} records all that the disk has of one interview */
function take(records) {
  const interview = records[0].iv;
  const known = memory.start(interview);
  const of = memory.recordsOf(interview);
  if (seen.get(interview) === of) return;
  const start = known ?? (memory.hasMet(interview) ? undefined : records.find(({ id }) => id === interview));
  if (start) put(summaryOf(start, known ? of : records));
  if (known) seen.set(interview, of);
}

/** @param {Summary} summary */
function put(summary) {
  summaries.set(summary.id, summary);
  [sorted, changed] = [null, true];
}

/** @param {string} interview */
function drop(interview) {
  if (summaries.delete(interview)) [sorted, changed] = [null, true];
}

/** Look at what has changed in memory. */
function follow() {
  if (!begun || followed === memory.snapshot()) return;
  followed = memory.snapshot();
  for (const interview of memory.interviews()) {
    const records = memory.recordsOf(interview);
    if (seen.get(interview) === records) continue;
    seen.set(interview, records);
    const start = memory.start(interview);
    if (start) put(summaryOf(start, records));
    else drop(interview);
  }
  publish();
}

// Of what another tab has changed, memory takes over only the interviews that it holds.
/** @param {import("../store/tab-channel.js").News} news */
async function hear({ iv = "", puts, erases }) {
  if (!begun) return;
  const replaced = puts.flatMap((row) => row?.prev ?? []);
  // What another device erased does not say where it stood.
  const unknown = erases.filter((id) => !replaced.includes(id) && !summaries.has(id));
  if (!iv && unknown.length) return again();
  const changed = new Set([iv, ...puts.map((row) => row?.iv), ...erases.filter((id) => summaries.has(id))]);
  for (const interview of changed) {
    if (!interview || memory.start(interview)) continue;
    const records = (await readInterview(interview)).filter(memory.isReadable);
    const start = records.find(({ id }) => id === interview);
    if (start) put(summaryOf(start, records));
    else drop(interview);
  }
  publish();
}

function again() {
  opening = null;
  return open();
}

// At once: whoever counts all of them would do so twice.
/** @param {{complete?: boolean}} [more] */
function publish(more = {}) {
  const edition = now.get("edition") + Number(changed);
  changed = false;
  now.set({ loaded: summaries.size, edition, ...more });
}

let watching = false;

function watch() {
  if (watching) return;
  watching = true;
  listen((news) => void hear(news).catch(() => {}));
  addEventListener("pageshow", ({ persisted }) => persisted && void again());
}
