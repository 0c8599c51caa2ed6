// Reading everything there is, for whoever looks back on all of it; queries.js reads what a screen needs.
//
// By primary key in large pieces: one request for thousands of rows costs far less than one for each interview.

import { answered } from "./requests.js";
import { withDatabase } from "./database.js";

const PIECE = 4000;

/** @returns {AsyncGenerator<unknown[]>} all rows, in pieces and in no order; what was erased comes as {id, k: "gone"} */
export async function* allRows() {
  /** @type {IDBValidKey | undefined} */
  let last;
  for (;;) {
    const rows = await piece(last);
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

/** @template T @param {(records: IDBObjectStore) => IDBRequest<T>} ask @returns {Promise<any>} */
const asked = (ask) => withDatabase((db) => answered(ask(db.transaction("records").objectStore("records"))));
