// Reading: what the screens need and no more, by index. What comes out may be anything; records.js judges it.

import { isAhead } from "../domain/hlc.js";
import { StoreError } from "../base/storage-errors.js";
import { connect, patience } from "./database.js";
import { LIMITS } from "../tables/live.js";

/** @typedef {import("dexie").Table} Table */
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
    const settings = records.where("[k+hlc]").between(["set", LEAST], ["set", MOST]).toArray();
    const last = begunLast(records).limit(1).keys();
    const begun = await begunLast(records).filter(isRecord).limit(1).toArray();
    // Behind one that a wrong clock has put first may stand the one that is going on.
    const more = isAhead(begun[0]?.hlc ?? "", Date.now()) ? await begunLast(records).filter(isRecord).limit(MOST_AHEAD).toArray() : [];
    const newest = begun[0]?.id ?? "";
    const rows = await interviews(records, [...new Set([newest, known, ...more.map(({ id }) => id)])].filter(Boolean));
    const clock = (await meta.get("clock"))?.value;
    return { clock, settings: await settings, newest, after: stampOf((await last)[0]), rows };
  });

/** The newest of past interviews. @param {number} count @param {(row: unknown) => row is Stored} isRecord */
export const readNewest = (count, isRecord) =>
  reading(async (records) => {
    const begun = await begunLast(records).filter(isRecord).limit(count).toArray();
    return interviews(records, begun.map(({ id }) => id));
  });

/** @param {string} interview */
export const readInterview = (interview) => reading((records) => interviews(records, [interview]));

/** All there is of one kind: whom each interview was with, or what waits for an answer. @param {string} kind */
export const readKind = (kind) =>
  reading((records) => records.where("[k+hlc]").between([kind, LEAST], [kind, MOST]).toArray());

/** Interviews that were erased, and written to elsewhere before that was known there. @returns {Promise<string[]>} */
export const readLate = () =>
  reading(async (records) => {
    const interviews = /** @type {string[]} */ (await records.orderBy("iv").uniqueKeys());
    const starts = await records.bulkGet(interviews);
    return interviews.filter((_, index) => starts[index]?.k === "gone");
  });

/** The beginnings of interviews, newest first. @param {Table} records */
const begunLast = (records) => records.where("[k+hlc]").between(["iv", LEAST], ["iv", MOST], true, false).reverse();

/** @param {any} key of the index, [k, hlc] @returns {string} */
const stampOf = (key) => (typeof key?.[1] === "string" ? key[1] : "");

/** @param {Table} records @param {string[]} ids @returns {Promise<unknown[]>} */
async function interviews(records, ids) {
  return (await Promise.all(ids.map((id) => records.where("iv").equals(id).toArray()))).flat();
}

// A phone may have closed the connection while the page slept; that is found out here, and the next one works.
/** @template T @param {(records: Table, meta: Table) => Promise<T>} read @returns {Promise<T>} */
const reading = (read) => once(read).catch(() => once(read));

/** @template T @param {(records: Table, meta: Table) => Promise<T>} read @returns {Promise<T>} */
async function once(read) {
  const db = await connect();
  const [records, meta] = [db.table("records"), db.table("meta")];
  try {
    return await Promise.race([db.transaction("r", [records, meta], () => read(records, meta)), patience()]);
  } catch {
    db.close();
    throw new StoreError("storage-failed");
  }
}
