// The only module that opens a database (Dexie 4 over IndexedDB).
//
// What crosses: plain records in, plain rows out, and one error class whose `code` says what failed:
//   storage-denied   the browser gives no database (private mode, blocked by a setting)
//   storage-blocked  another tab holds an older version open, or the browser does not answer
//   storage-newer    a newer version of the app has been here; this one keeps its hands off
//   storage-full     the quota is used up
//   storage-failed   anything else, among it connections that phones drop in the background: worth another try
//   superseded       another tab has begun an interview that the sender did not know of
// What never crosses: a candidate's words in an error, or a database handle.
//
// Taps are written by raw transactions and not by Dexie's: only those can be committed in the moment they are made.

import Dexie from "dexie";
import { factory, StoreError, codeOf, openingCode } from "./storage-faults.js";

/** @typedef {import("./records.js").Stored} Stored */
/**
 * @typedef {object} Change what one action adds and erases
 * @property {Stored[]} puts
 * @property {string[]} erases
 * @property {string} clock the stamp that our clock has come to
 * @property {string | undefined} [after] of a change that begins an interview: only if none was begun after this stamp
 */

const NAME = "notes";
const VERSION = 1;
const TABLES = { records: "id, iv, [k+hlc]", outbox: "id", meta: "key" };
const PATIENCE_MS = 2500;
const FEW = 5;

/** @type {Dexie | null} */
let current = null;
/** @type {Promise<Dexie> | null} */
let opening = null;
let outgrown = false;
let blocked = false;
/** @type {Set<() => void>} */
const waiting = new Set();
/** @type {() => void} */
let opened = () => {};

/** Call `react` each time a connection has come about: the first, and every one after a loss. @param {() => void} react */
export const whenOpened = (react) => void (opened = react);

/** @returns {Promise<Dexie>} the open database; rejects rather than let anyone wait for another tab */
export async function connect() {
  if (current) return current;
  if (outgrown) throw new StoreError("storage-newer");
  opening ??= open().finally(() => (opening = null));
  return Promise.race([opening, patience()]);
}

/** @returns {Promise<never>} */
function patience() {
  return new Promise((_, reject) => {
    const giveUp = () => reject(new StoreError("storage-blocked"));
    if (blocked) return giveUp();
    waiting.add(giveUp);
    setTimeout(giveUp, PATIENCE_MS);
  });
}

async function open() {
  try {
    const db = new Dexie(NAME, { indexedDB: factory() });
    db.version(VERSION).stores(TABLES);
    db.on("versionchange", (event) => makeWay(db, event));
    db.on("blocked", standBack);
    db.on("close", () => void (current = null));
    await db.open();
    blocked = false;
    current = db;
    opened();
    return db;
  } catch (error) {
    throw new StoreError(openingCode(error));
  }
}

// A newer version waits for us to let go; a deletion does too, and after that we may begin anew.
/** @param {Dexie} db @param {IDBVersionChangeEvent} event */
function makeWay(db, event) {
  outgrown = Boolean(event.newVersion);
  db.close();
  return false;
}

// The opening goes on by itself as soon as the other tab lets go; nobody has to wait for it.
function standBack() {
  blocked = true;
  for (const giveUp of waiting) giveUp();
  waiting.clear();
  return false;
}

/**
 * Write a change.
 * @param {Change} change
 * @param {() => void} committed called at the commit itself, before the disk has answered: what is shown from then on
 *   survives a killed browser far more often than what is shown first and written then. With no connection it is called
 *   at once: words to say can't wait for a disk
 */
export async function send(change, committed) {
  if (!current) committed();
  const db = current ?? (await connect());
  try {
    await (change.after === undefined ? write(db, change, committed) : begin(db, change, committed));
  } catch (error) {
    const code = codeOf(error);
    if (code === "storage-failed") db.close();
    throw new StoreError(code);
  }
}

/** @param {Dexie} db @param {Change} change @param {() => void} committed */
function write(db, change, committed) {
  const tx = strict(db);
  fill(tx, change);
  tx.commit?.();
  committed();
  return settled(tx);
}

// Two tabs may both see no live interview, and be tapped at once: the second finds out here, and joins the first one's.
/** @param {Dexie} db @param {Change} change @param {() => void} committed */
function begin(db, change, committed) {
  const tx = strict(db);
  const done = settled(tx);
  const later = IDBKeyRange.bound(["iv", change.after], ["iv", []], true);
  const search = tx.objectStore("records").index("[k+hlc]").openKeyCursor(later, "prev");
  let superseded = false;
  search.onsuccess = () => {
    superseded = Boolean(search.result) && search.result?.primaryKey !== change.puts[0].id;
    if (superseded) return tx.abort();
    fill(tx, change);
    tx.commit?.();
    committed();
  };
  return done.catch((error) => Promise.reject(superseded ? new StoreError("superseded") : error));
}

/** @param {Dexie} db */
function strict(db) {
  const raw = /** @type {IDBDatabase} */ (db.backendDB());
  return raw.transaction(["records", "outbox", "meta"], "readwrite", { durability: "strict" });
}

/** @param {IDBTransaction} tx @param {Change} change */
function fill(tx, { puts, erases, clock }) {
  const [records, outbox, meta] = ["records", "outbox", "meta"].map((name) => tx.objectStore(name));
  for (const record of puts) {
    once(records.add(record));
    once(outbox.add({ id: record.id, op: "put" }));
  }
  for (const id of erases) {
    records.put({ id, k: "gone" });
    outbox.put({ id, op: "erase" });
  }
  meta.put({ key: "clock", value: clock });
}

// An id only moves absent -> live -> gone: adding what is there, or was, changes nothing and must not abort the rest.
/** @param {IDBRequest} request */
function once(request) {
  request.onerror = (event) => {
    if (request.error?.name !== "ConstraintError") return;
    event.preventDefault();
    event.stopPropagation();
  };
}

/** @param {IDBTransaction} tx @returns {Promise<void>} */
function settled(tx) {
  return new Promise((resolve, reject) => {
    tx.oncomplete = () => resolve();
    tx.onabort = () => reject(tx.error ?? new DOMException("", "AbortError"));
  });
}

/**
 * What the first paint needs: the newest interview's records, and as few others as there can be.
 * @param {string} known an interview that is in memory, whose rows are wanted too
 * @param {(row: unknown) => row is Stored} isRecord
 */
export const readStart = (known, isRecord) =>
  reading(async (records, meta) => {
    const settings = records.where("[k+hlc]").between(["set", Dexie.minKey], ["set", Dexie.maxKey]).toArray();
    const begun = await before(records, Dexie.maxKey, FEW);
    const newest = begun.find(isRecord)?.id ?? "";
    const rows = await interviews(records, [...new Set([newest, known])]);
    const clock = (await meta.get("clock"))?.value;
    return { clock, settings: await settings, newest, after: String(begun[0]?.hlc ?? ""), rows };
  });

/** @param {unknown} stamp where the last page ended; undefined for the first @param {number} count */
export const readPage = (stamp, count) =>
  reading(async (records) => {
    const begun = await before(records, stamp ?? Dexie.maxKey, count + 1);
    const shown = begun.slice(0, count);
    const rows = await interviews(records, shown.map(({ id }) => id));
    return { rows, last: shown.at(-1)?.hlc, more: begun.length > count };
  });

/** @param {string} interview */
export const readInterview = (interview) => reading((records) => interviews(records, [interview]));

/** @param {import("dexie").Table} records @param {unknown} stamp @param {number} count @returns {Promise<any[]>} */
async function before(records, stamp, count) {
  const older = records.where("[k+hlc]").between(["iv", Dexie.minKey], ["iv", stamp], true, false);
  return older.reverse().limit(count).toArray();
}

/** @param {import("dexie").Table} records @param {string[]} ids @returns {Promise<unknown[]>} */
async function interviews(records, ids) {
  return (await Promise.all(ids.map((id) => records.where("iv").equals(id).toArray()))).flat();
}

/** @template T @param {(records: import("dexie").Table, meta: import("dexie").Table) => Promise<T>} read @returns {Promise<T>} */
async function reading(read) {
  const db = await connect();
  const [records, meta] = [db.table("records"), db.table("meta")];
  try {
    return await db.transaction("r", [records, meta], () => read(records, meta));
  } catch {
    db.close();
    throw new StoreError("storage-failed");
  }
}

/** @returns {Promise<string>} what was last typed into the notepad; empty when there is no telling */
export async function readPad() {
  try {
    const row = await (await connect()).table("meta").get("pad");
    return typeof row?.value === "string" ? row.value : "";
  } catch {
    return "";
  }
}

/** @param {string} text @returns {Promise<boolean>} whether it is kept */
export async function writePad(text) {
  try {
    const tx = strict(await connect());
    tx.objectStore("meta").put({ key: "pad", value: text });
    await settled(tx);
    return true;
  } catch {
    return false;
  }
}
