// The only module that opens a database.
//
// What crosses: an open database to queries.js, which reads, and to transactions.js, which writes; plain records to everybody
// else. What fails, fails as a StoreError with a code (storage-errors.js); a candidate's words are never in an error.

import { codeOf, openingCode, StoreError } from "../base/storage-errors.js";
import { answered } from "./requests.js";

const NAME = "notes";
/** Version 1 as Dexie counted, with which the first phones began: the next is 20. */
const VERSION = 10;
/** @type {Record<string, {key: string, indexes?: Record<string, string | string[]>}>} */
const STORES = {
  records: { key: "id", indexes: { iv: "iv", "[k+hlc]": ["k", "hlc"] } },
  outbox: { key: "id" },
  meta: { key: "key" },
};
const PATIENCE_MS = 2500;
const TRIES = 4;

/** @type {IDBDatabase | null} */
let current = null;
/** @type {Promise<IDBDatabase> | null} */
let opening = null;
let outgrown = false;
let blocked = false;
let givenUp = false;
/** @type {Set<() => void>} */
const waiting = new Set();
let openings = 0;
/** @type {() => void} */
let late = () => {};

/**
 * Call `react` when the database opens after all, though those who waited for it were told not to.
 * @param {() => void} react
 */
export function whenLate(react) {
  late = react;
}

/** @returns {number} how many connections there have been: after a new one, something may have been missed or lost */
export const connections = () => openings;

/** @returns {IDBDatabase | null} the database, if it is open now */
export const connection = () => current;

/**
 * Do something with the database. A phone may have closed the connection while the page slept; that is found out here, and the
 * next one works.
 * @template T @param {(db: IDBDatabase) => Promise<T>} job @returns {Promise<T>}
 */
export const withDatabase = (job) =>
  once(job).catch((error) => (error.code === "storage-failed" ? once(job) : Promise.reject(error)));

/** @template T @param {(db: IDBDatabase) => Promise<T>} job @returns {Promise<T>} */
async function once(job) {
  const db = await connect();
  try {
    return await job(db);
  } catch (error) {
    throw failed(db, error);
  }
}

/** @param {IDBDatabase} db @param {unknown} error @returns {StoreError} what to throw; the next try gets another connection if this may be dead */
export function failed(db, error) {
  const code = codeOf(error);
  if (code === "storage-failed") letGo(db);
  return new StoreError(code);
}

/** @returns {Promise<IDBDatabase>} the open database; rejects rather than let anyone wait for another tab */
export async function connect() {
  if (current) return current;
  if (outgrown) throw new StoreError("storage-newer");
  opening ??= open().finally(() => (opening = null));
  return Promise.race([opening, patience()]);
}

async function open() {
  try {
    const db = await opened();
    db.onversionchange = (event) => makeWay(db, event);
    db.onclose = () => letGo(db);
    addEventListener("pagehide", rest);
    current = db;
    openings += 1;
    if (givenUp) late();
    blocked = givenUp = false;
    return db;
  } catch (error) {
    throw new StoreError(openingCode(error));
  }
}

// Chrome and Safari answer so when they have lost their own process for it, and have another the next moment.
/** @returns {Promise<IDBDatabase>} */
async function opened(tries = TRIES) {
  if (!globalThis.indexedDB) throw new StoreError("storage-denied");
  const request = indexedDB.open(NAME, VERSION);
  request.onupgradeneeded = () => layOut(request);
  request.onblocked = standBack;
  return answered(request).catch((error) =>
    error?.name === "UnknownError" && tries > 1 ? opened(tries - 1) : Promise.reject(error),
  );
}

/** @param {IDBOpenDBRequest} request */
function layOut({ result: db, transaction }) {
  for (const [name, { key, indexes = {} }] of Object.entries(STORES)) {
    const store = db.objectStoreNames.contains(name)
      ? /** @type {IDBTransaction} */ (transaction).objectStore(name)
      : db.createObjectStore(name, { keyPath: key });
    for (const [index, path] of Object.entries(indexes)) {
      if (!store.indexNames.contains(index)) store.createIndex(index, path);
    }
  }
}

/** @param {IDBDatabase} db */
function letGo(db) {
  db.close();
  if (current === db) current = null;
}

// A page that was left rests in the browser's memory, to be gone back to. In Safari, whatever the next page writes would wait
// for its connection to close, for ever; woken, the page opens another (start.js).
/** @param {PageTransitionEvent} event */
function rest({ persisted }) {
  if (persisted && current) letGo(current);
}

// A newer version waits for us to let go; a deletion does too, and after that we may begin anew.
/** @param {IDBDatabase} db @param {IDBVersionChangeEvent} event */
function makeWay(db, event) {
  outgrown = Boolean(event.newVersion);
  letGo(db);
}

// The opening goes on by itself as soon as the other tab lets go; nobody has to wait for it.
function standBack() {
  blocked = true;
  for (const giveUp of waiting) giveUp();
  waiting.clear();
}

/** Nobody waits for the database longer than this: words to say are needed now. @returns {Promise<never>} */
export function patience() {
  const awaited = opening;
  return new Promise((_, reject) => {
    const giveUp = () => {
      if (opening && opening === awaited) givenUp = true;
      reject(new StoreError("storage-blocked"));
    };
    if (blocked) return giveUp();
    waiting.add(giveUp);
    setTimeout(giveUp, PATIENCE_MS);
  });
}
