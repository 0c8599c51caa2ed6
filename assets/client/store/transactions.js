// Writing, so that it survives: transactions with strict durability, committed in the moment they are made.
//
// Committed at once, with no request's answer waited for, and shown after, most taps are on the disk even if the browser is
// killed as soon as they are seen; shown first, most were not.

import { failed } from "./database.js";
import { settled } from "./requests.js";
import { StoreError } from "../base/storage-errors.js";

/** @typedef {import("../domain/records.js").Stored} Stored */
/**
 * @typedef {object} Change what one action adds and erases
 * @property {string} [iv] the interview that it is about
 * @property {Stored[]} puts
 * @property {string[]} erases
 * @property {string} clock the stamp that our clock has come to
 * @property {boolean} [again] whether some of it may be there already
 * @property {string | undefined} [after] of a change that begins an interview: only if none was begun after this stamp
 */

const STORES = ["records", "outbox", "meta"];

/**
 * Write a change; resolves when it is on the disk.
 * @param {IDBDatabase} db
 * @param {Change} change
 * @param {() => void} committed called at the commit, before the disk has answered
 */
export async function send(db, change, committed) {
  try {
    await (change.after === undefined ? write(db, change, committed) : begin(db, change, committed));
  } catch (error) {
    throw failed(db, error);
  }
}

/** @param {IDBDatabase} db @param {Change} change @param {() => void} committed */
function write(db, change, committed) {
  const tx = strict(db);
  fill(tx, change);
  commit(tx, change);
  committed();
  return settled(tx);
}

// Two tabs may both see no live interview, and be tapped at once: the second finds out here, and joins the first one's.
/** @param {IDBDatabase} db @param {Change} change @param {() => void} committed */
function begin(db, change, committed) {
  const tx = strict(db);
  const later = IDBKeyRange.bound(["iv", change.after], ["iv", []], true);
  const search = tx.objectStore("records").index("[k+hlc]").openKeyCursor(later, "prev");
  let superseded = false;
  search.onsuccess = () => {
    superseded = search.result !== null && search.result.primaryKey !== change.puts[0].id;
    if (superseded) return tx.abort();
    fill(tx, change);
    commit(tx, change);
    committed();
  };
  return settled(tx).catch((error) => Promise.reject(superseded ? new StoreError("superseded") : error));
}

// WebKit aborts a transaction that was told to commit when any request of it fails, though we prevent that: one that
// may find some of its rows there already commits by itself.
/** @param {IDBTransaction} tx @param {Change} change */
function commit(tx, { again }) {
  if (!again) tx.commit?.();
}

/** Write to all that holds records, and be told once it is on the disk. @param {IDBDatabase} db */
export const strict = (db) => db.transaction(STORES, "readwrite", { durability: "strict" });

/** @param {IDBTransaction} tx @param {Change} change */
function fill(tx, { puts, erases, clock }) {
  const [records, outbox, meta] = STORES.map((name) => tx.objectStore(name));
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
