// The only module that opens a database (Dexie 4 over IndexedDB).
//
// What crosses: plain records in, plain records out, and one error class whose `code` says what failed:
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

/** @typedef {import("./records.js").Stored} Stored */
/** @typedef {{puts: Stored[], erases: string[], hlc: string, after?: string}} Change
 * what one action adds and erases; with `after`, it opens an interview: only if no other was begun after that hlc */

const NAME = "notes";
const VERSION = 1;
const TABLES = { records: "id, iv, [k+hlc]", outbox: "id", meta: "key" };
const PATIENCE_MS = 2500;

export class StoreError extends Error {
  /** @param {string} code */
  constructor(code) {
    super(code);
    this.name = "StoreError";
    this.code = code;
  }
}

/** @type {Dexie | null} */
let current = null;
/** @type {Promise<Dexie> | null} */
let opening = null;
let lastWord = "";
/** @type {() => void} */
let opened = () => {};

/** Call `react` each time a connection has come about: the first one, and every one after a loss. @param {() => void} react */
export function whenOpened(react) {
  opened = react;
}

/** @returns {Promise<Dexie>} the open database; rejects rather than let anyone wait for another tab */
export async function connect() {
  if (current) return current;
  if (lastWord) throw new StoreError(lastWord);
  opening ??= open().finally(() => (opening = null));
  return Promise.race([opening, impatience(opening)]);
}

async function open() {
  const db = new Dexie(NAME, { indexedDB: strictFactory() });
  db.version(VERSION).stores(TABLES);
  db.on("versionchange", (event) => yieldTo(db, event));
  db.on("blocked", () => false);
  try {
    await db.open();
  } catch (error) {
    throw new StoreError(openingCode(error));
  }
  db.on("close", () => void (current = null));
  current = db;
  opened();
  return db;
}

// Left alone, Dexie answers a database of a newer version by opening, and at need patching, whatever is there.
function strictFactory() {
  const real = globalThis.indexedDB;
  if (!real) throw new StoreError("storage-denied");
  return {
    /** @param {string} name @param {number} [version] */
    open(name, version) {
      if (version === undefined) throw new DOMException("", "VersionError");
      return real.open(name, version);
    },
  };
}

/** @param {Dexie} db @param {IDBVersionChangeEvent} event */
function yieldTo(db, event) {
  if (event.newVersion) lastWord = "storage-newer";
  db.close();
  return false;
}

/** @param {unknown} error @returns {string} */
function openingCode(error) {
  const names = [nameOf(error), nameOf(/** @type {any} */ (error)?.inner)];
  if (names.includes("VersionError")) return "storage-newer";
  if (names.includes("QuotaExceededError")) return "storage-full";
  return names.includes("AbortError") ? "storage-failed" : "storage-denied";
}

/** @param {any} error @returns {string} */
const nameOf = (error) => String(error?.name ?? "");

/** @param {Promise<Dexie>} awaited @returns {Promise<never>} */
function impatience(awaited) {
  return new Promise((_, reject) => {
    const timer = setTimeout(() => reject(new StoreError("storage-blocked")), PATIENCE_MS);
    awaited.catch(() => {}).finally(() => clearTimeout(timer));
  });
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
    const db = await connect();
    await strictly(db, ["meta"], (tx) => void tx.objectStore("meta").put({ key: "pad", value: text }));
    return true;
  } catch {
    return false;
  }
}

/** @param {Dexie} db @param {string[]} tables @param {(tx: IDBTransaction) => void} fill @returns {Promise<void>} */
function strictly(db, tables, fill) {
  const tx = /** @type {IDBDatabase} */ (db.backendDB()).transaction(tables, "readwrite", { durability: "strict" });
  fill(tx);
  tx.commit?.();
  return settled(tx);
}

/** @param {IDBTransaction} tx @returns {Promise<void>} */
function settled(tx) {
  return new Promise((resolve, reject) => {
    tx.oncomplete = () => resolve();
    tx.onabort = () => reject(tx.error ?? new DOMException("", "AbortError"));
  });
}
