// The only module that opens a database (Dexie 4 over IndexedDB).
//
// What crosses: an open database to queries.js, which reads, and to transactions.js, which writes; plain records to everybody
// else. What fails, fails as a StoreError with a code (storage-errors.js); a candidate's words are never in an error.

// The file for modern browsers by its name: the package's own entry wraps one for older ones, which is larger.
import Dexie from "dexie/dist/modern/dexie.min.mjs";
import { openingCode, StoreError } from "../base/storage-errors.js";

const NAME = "notes";
const VERSION = 1;
const TABLES = { records: "id, iv, [k+hlc]", outbox: "id", meta: "key" };
const PATIENCE_MS = 2500;

/** @type {Dexie | null} */
let current = null;
/** @type {Promise<Dexie> | null} */
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

/** @returns {Dexie | null} the database, if it is open now */
export const connection = () => current;

/** @returns {Promise<Dexie>} the open database; rejects rather than let anyone wait for another tab */
export async function connect() {
  if (current) return current;
  if (outgrown) throw new StoreError("storage-newer");
  opening ??= open().finally(() => (opening = null));
  return Promise.race([opening, patience()]);
}

async function open() {
  try {
    const db = new Dexie(NAME, { indexedDB: factory() });
    db.version(VERSION).stores(TABLES);
    db.on("versionchange", (event) => makeWay(db, event));
    db.on("blocked", standBack);
    db.on("close", () => {
      if (current === db) current = null;
    });
    await db.open();
    current = db;
    openings += 1;
    if (givenUp) late();
    blocked = givenUp = false;
    return db;
  } catch (error) {
    throw new StoreError(openingCode(error));
  }
}

// Left alone, Dexie answers a database of a newer version by opening, and at need patching, whatever it finds; and where
// it can't ask for the names of all databases, it opens a second one to keep them in.
function factory() {
  const real = globalThis.indexedDB;
  if (!real) throw new StoreError("storage-denied");
  const strict = {
    databases: real.databases?.bind(real),
    /** @param {string} name @param {number} [version] */
    open(name, version) {
      if (version === undefined) throw new DOMException("", "VersionError");
      return real.open(name, version);
    },
  };
  return /** @type {IDBFactory} */ (/** @type {unknown} */ (strict));
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
