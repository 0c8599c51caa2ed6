// Reading: what the screens need and no more, by index. What comes out may be anything; records.js judges it.

import { answered, allAnswered, walk } from "./requests.js";
import { isAhead } from "../domain/hlc.js";
import { LIMITS } from "../tables/live.js";
import { patience, withDatabase } from "./database.js";
import { StoreError } from "../base/storage-errors.js";

/** @typedef {import("../domain/records.js").Stored} Stored */

/** So many interviews may stand before the live one by their stamps. */
export const MOST_AHEAD = LIMITS.recentInterviews;
/** Before and after every other key. */
const [LEAST, MOST] = [-Infinity, [[]]];

/**
 * What the first paint needs: the newest interview's records, and as few others as there can be.
 * @param {string} known an interview that is in memory, whose rows are wanted too
 * @param {(row: unknown) => row is Stored} isRecord
 */
export const readStart = (known, isRecord) =>
  reading(async (records, meta) => {
    const [settings, last, clock, begun] = await Promise.all([
      answered(kind(records).getAll(all("set"))),
      answered(kind(records).openKeyCursor(all("iv"), "prev")),
      answered(meta.get("clock")),
      begunLast(records, 1, isRecord),
    ]);
    // Behind one that a wrong clock has put first may stand the one that is going on.
    const more = isAhead(begun[0]?.hlc ?? "", Date.now()) ? await begunLast(records, MOST_AHEAD, isRecord) : [];
    const newest = begun[0]?.id ?? "";
    const rows = await interviews(records, [...new Set([newest, known, ...more.map(({ id }) => id)])].filter(Boolean));
    return { clock: clock?.value, settings, newest, after: stampOf(last?.key), rows };
  });

/** The newest of past interviews. @param {number} count @param {(row: unknown) => row is Stored} isRecord */
export const readNewest = (count, isRecord) =>
  reading(async (records) => {
    const begun = await begunLast(records, count, isRecord);
    return interviews(records, begun.map(({ id }) => id));
  });

/** @param {string} interview */
export const readInterview = (interview) => reading((records) => interviews(records, [interview]));

/** All there is of one kind: whom each interview was with, or what waits for an answer. @param {string} of */
export const readKind = (of) => reading((records) => answered(kind(records).getAll(all(of))));

/** Interviews that were erased, and written to elsewhere before that was known there. @returns {Promise<string[]>} */
export const readLate = () =>
  reading(async (records) => {
    const interviews = [];
    for await (const { key } of walk(records.index("iv").openKeyCursor(null, "nextunique"))) interviews.push(String(key));
    const starts = await allAnswered(interviews.map((interview) => records.get(interview)));
    return interviews.filter((_, index) => starts[index]?.k === "gone");
  });

/**
 * The beginnings of interviews, newest first.
 * @param {IDBObjectStore} records @param {number} count @param {(row: unknown) => row is Stored} isRecord
 */
async function begunLast(records, count, isRecord) {
  /** @type {Stored[]} */
  const begun = [];
  for await (const { value } of walk(kind(records).openCursor(all("iv"), "prev"))) {
    if (isRecord(value)) begun.push(value);
    if (begun.length === count) break;
  }
  return begun;
}

/** @param {IDBObjectStore} records by their kind, and in the order of their stamps */
const kind = (records) => records.index("[k+hlc]");

/** @param {string} kind */
const all = (kind) => IDBKeyRange.bound([kind, LEAST], [kind, MOST]);

/** @param {any} key of that index, [k, hlc] @returns {string} */
const stampOf = (key) => (typeof key?.[1] === "string" ? key[1] : "");

/** @param {IDBObjectStore} records @param {string[]} ids @returns {Promise<unknown[]>} */
const interviews = async (records, ids) =>
  (await allAnswered(ids.map((id) => records.index("iv").getAll(id)))).flat();

/** @template T @param {(records: IDBObjectStore, meta: IDBObjectStore) => Promise<T>} read @returns {Promise<T>} */
const reading = (read) =>
  withDatabase(async (db) => {
    const tx = db.transaction(["records", "meta"]);
    try {
      return await Promise.race([read(tx.objectStore("records"), tx.objectStore("meta")), patience()]);
    } catch {
      throw new StoreError("storage-failed");
    }
  });
