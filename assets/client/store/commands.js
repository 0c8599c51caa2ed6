// Reading and changing memory: one action after the other, each a change that is kept first and shown then.

import * as memory from "./memory.js";
import { clock as makeClock, deviceOf, isStamp } from "../domain/hlc.js";
import { join, keep, queueAfter, unsavedStart } from "./write-queue.js";
import { eastAt } from "../base/dates.js";
import { live } from "./live-interview.js";
import { aboutFrom, isBlank, PLAN, planOf } from "../domain/plan.js";
import { heads, record } from "../domain/records.js";
import { randomId } from "../base/random-id.js";
import { readStart } from "./queries.js";
import { isLive } from "../domain/interview-state.js";

/** @typedef {import("../domain/records.js").Stored} Stored */
/**
 * @typedef {object} Draft a change being written
 * @property {string} iv
 * @property {string} last the newest stamp that it follows
 * @property {string | undefined} [after] as in a change
 * @property {Stored[]} puts
 * @property {string[]} erases
 */

const DEVICE_BYTES = 8;
/** Records whose time is told: they keep where it was read. */
const HAPPENING = ["iv", "tap", "step"];

/** @type {import("../domain/hlc.js").Clock | undefined} */
let clock;
/** The stamp of the newest interview that we know was begun. */
let newest = "";
/** @type {Promise<unknown>} */
let queue = Promise.resolve();

/** @template T @param {() => Promise<T>} job done when all earlier ones are @returns {Promise<T>} */
export function act(job) {
  const done = queue.then(job);
  queue = done.catch(() => {});
  return done;
}

/** @param {unknown} [stamp] what the clock had come to, when there is a record of that */
function clockFrom(stamp) {
  clock ??= makeClock(isStamp(stamp) ? deviceOf(stamp) : randomId(DEVICE_BYTES));
  clock.see(stamp);
  return clock;
}

/** Read what the first paint needs, or what was missed while asleep. @returns {Promise<void>} */
export async function load() {
  const known = live()?.id ?? "";
  const found = await readStart(known, memory.isReadable);
  clockFrom(found.clock);
  newest = found.after;
  const rows = memory.change({ puts: [...found.settings, ...found.rows] });
  const begun = unsavedStart();
  if (!begun) return restore(known, new Set(rows.map(({ id }) => id)));
  if (isLive(memory.stateOf(found.newest), Date.now())) joinLive(begun, found.newest);
  else queueAfter(newest);
}

// A database can be deleted midway. What is going on now is put back; the past is not: somebody may have meant it.
/** @param {string} known @param {Set<string>} present */
async function restore(known, present) {
  const lost = [...memory.recordsOf(known), ...memory.recordsOf("")].filter(({ id }) => !present.has(id));
  if (lost.length) await keep({ puts: lost, erases: [], clock: clockFrom().last(), again: true });
}

/** @param {string} begun in memory alone @param {string} interview the one that another tab has begun meanwhile */
function joinLive(begun, interview) {
  memory.forget(begun);
  memory.change({ puts: join(begun, interview) });
}

/** Start writing in the live interview, which begins now if there is none. @param {number} at @returns {Draft} */
export function draftLive(at) {
  const found = live();
  if (found) return draft(found.id);
  const id = randomId(16);
  const started = { iv: id, last: newest, after: newest, puts: [], erases: [] };
  add(started, "iv", at, { id });
  return takeOverPlan(started, at);
}

// The interview keeps what was prepared for it, in the same change that begins it; the plan has served.
/** @param {Draft} draft @param {number} at */
function takeOverPlan(draft, at) {
  const plan = planOf(memory.recordsOf(""));
  if (isBlank(plan)) return draft;
  revise(draft, "ivmeta", draft.iv, aboutFrom(plan), at);
  return revise(draft, "set", PLAN, { ...plan, used: draft.iv }, at);
}

/** Start writing in one interview, or in the settings. @param {string} interview @returns {Draft} */
export function draft(interview) {
  const last = memory.recordsOf(interview).reduce((latest, { hlc }) => (hlc > latest ? hlc : latest), "");
  return { iv: interview, last, puts: [], erases: [] };
}

/**
 * Add a record, stamped after everything that is known of its interview.
 * @param {Draft} draft @param {string} k @param {number} at @param {Partial<Stored>} what @returns {string} its id
 */
export function add(draft, k, at, what) {
  const { device: dev, next } = clockFrom();
  const where = HAPPENING.includes(k) && { body: { ...what.body, east: eastAt(at) } };
  const added = record({ id: randomId(16), k, iv: draft.iv, at, hlc: next(Date.now(), draft.last), dev, ...what, ...where });
  draft.last = added.hlc;
  draft.puts.push(added);
  return added.id;
}

/**
 * Add a revision, which replaces all there are.
 * @param {Draft} draft @param {string} k @param {string} e what it is about @param {Record<string, unknown>} body
 * @param {number} [at] @returns {Draft}
 */
export function revise(draft, k, e, body, at = Date.now()) {
  const iv = k === "set" ? "" : draft.iv;
  const replaced = heads(memory.recordsOf(iv), k, e);
  for (const { id, hlc } of replaced) {
    draft.erases.push(id);
    if (hlc > draft.last) draft.last = hlc;
  }
  add(draft, k, at, { iv, e, prev: replaced.map(({ id }) => id), body });
  return draft;
}

/**
 * Compose a change, keep it, and put it into the memory. Resolves at its commit, or when there is none for now.
 * @param {() => Draft | null} compose called again when another tab has begun an interview: the change then joins that
 * @param {(draft: Draft) => void} [kept] called when it is kept, before anybody hears of it
 * @returns {Promise<Draft | null>}
 */
export async function write(compose, kept = () => {}) {
  const first = compose();
  const done = first && (await commit(first, kept).catch(() => null));
  if (!first || done) return done;
  await load().catch(() => {});
  const second = compose();
  return second && commit({ ...second, after: undefined }, kept);
}

/** @param {Draft} draft @param {(draft: Draft) => void} kept @returns {Promise<Draft>} */
async function commit(draft, kept) {
  const { iv, puts, erases, after } = draft;
  await keep({ iv, puts, erases, after, clock: clockFrom().last() });
  noticeStarts(puts);
  kept(draft);
  memory.change({ puts, erases });
  return draft;
}

/** Take over what another tab has saved. @param {import("./tab-channel.js").News} news */
export function hear({ puts, erases }) {
  // What begins an interview comes before the rest of it (startsFirst).
  const begun = new Set(puts.filter((row) => memory.isReadable(row) && row.k === "iv" && !memory.isErased(row)).map(({ iv }) => iv));
  const heard = memory.change({ puts: puts.filter((row) => isHeld(row, begun)), erases });
  for (const { hlc } of heard) clockFrom().meet(hlc, Date.now());
  noticeStarts(heard);
}

// An interview that is not in memory is read as a whole when it is wanted.
/** @param {unknown} row @param {Set<string>} begun @returns {boolean} */
const isHeld = (row, begun) => memory.isReadable(row) && (row.iv === "" || begun.has(row.iv) || memory.start(row.iv) !== undefined);

/** @param {Stored[]} records */
function noticeStarts(records) {
  for (const { k, hlc } of records) if (k === "iv" && hlc > newest) newest = hlc;
}
