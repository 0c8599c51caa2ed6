// Reading everything there is, for whoever looks back on all of it; queries.js reads what a screen needs.
//
// By primary key in large pieces: one request for thousands of rows costs far less than one for each interview.

import { StoreError } from "../base/storage-errors.js";
import { connect } from "./database.js";

const PIECE = 4000;

/** @returns {AsyncGenerator<unknown[]>} all rows, in pieces and in no order; what was erased comes as {id, k: "gone"} */
export async function* allRows() {
  /** @type {IDBValidKey | undefined} */
  let last;
  for (;;) {
    const rows = await piece(last).catch(() => piece(last));
    if (rows.length) yield rows;
    if (rows.length < PIECE) return;
    last = /** @type {any} */ (rows.at(-1)).id;
  }
}

/** @param {IDBValidKey | undefined} last @returns {Promise<unknown[]>} */
const piece = (last) =>
  asked((records) => records.getAll(last === undefined ? null : IDBKeyRange.lowerBound(last, true), PIECE));

/** @returns {Promise<number>} how many rows there are */
export const countRows = () => asked((records) => records.count());

/** @returns {Promise<string[]>} the ids of all rows, in their order */
export const everyId = () => asked((records) => records.getAllKeys());

/** @param {string} interview @returns {Promise<string[]>} the ids of all its rows, whoever can read them */
export const idsOf = (interview) => asked((records) => records.index("iv").getAllKeys(interview));

// A phone may have closed the connection while the page slept; that is found out here, and the next one works.
/** @param {(records: IDBObjectStore) => IDBRequest} ask @returns {Promise<any>} */
async function asked(ask) {
  const db = await connect();
  try {
    const raw = /** @type {IDBDatabase} */ (db.backendDB());
    return await answered(ask(raw.transaction("records").objectStore("records")));
  } catch {
    db.close();
    throw new StoreError("storage-failed");
  }
}

/** @param {IDBRequest} request @returns {Promise<any>} */
function answered(request) {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
