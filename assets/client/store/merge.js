// Putting the records of a copy beside what is here, in one transaction: all of them, or nothing when anything fails or
// somebody stops it. By their ids: what is here stays, and what was erased, here or in the copy, is erased.

import { codeOf, StoreError } from "../base/storage-errors.js";
import { connect } from "./database.js";
import { settled } from "./requests.js";
import { strict } from "./transactions.js";

/** @typedef {import("../domain/records.js").Stored} Stored */
/** @typedef {{records: Stored[], gone: string[], pad: string}} Copy */
/** @typedef {{signal: AbortSignal, tell: (share: number) => void}} Watch `share` is how much is done, 0 to 1 */
/** @typedef {{puts: Stored[], erases: string[]}} Merged what was new */

const AT_ONCE = 250;

/**
 * @param {Copy} copy @param {Watch} watch
 * @returns {Promise<Merged>} rejects with nothing changed
 */
export async function merge({ records, gone, pad }, { signal, tell }) {
  const db = await connect();
  signal.throwIfAborted();
  const tx = strict(db);
  const stop = () => tx.abort();
  signal.addEventListener("abort", stop);
  /** @type {Merged} */
  const merged = { puts: [], erases: [] };
  const work = [...records.map((record) => () => bring(tx, record, merged)), ...gone.map((id) => () => erase(tx, id, merged))];
  const done = settled(tx);
  try {
    mergePad(tx, pad);
    inTurns(work, { signal, tell });
    await done;
    return merged;
  } catch (error) {
    await done.catch(() => {});
    throw signal.aborted ? signal.reason : new StoreError(codeOf(error));
  } finally {
    signal.removeEventListener("abort", stop);
  }
}

// Some at a time: the answer to the last of them is a turn of its own, between which the page is drawn.
/** @param {(() => IDBRequest)[]} work @param {Watch} watch */
function inTurns(work, watch, from = 0) {
  if (from > 0) watch.tell(Math.min(1, from / work.length));
  if (watch.signal.aborted) return;
  const requests = work.slice(from, from + AT_ONCE).map((each) => each());
  requests.at(-1)?.addEventListener("success", () => inTurns(work, watch, from + AT_ONCE));
}

/** @param {IDBTransaction} tx @param {Stored} record @param {Merged} merged @returns {IDBRequest} */
function bring(tx, record, merged) {
  const records = tx.objectStore("records");
  const known = records.getKey(record.id);
  known.addEventListener("success", () => {
    if (known.result !== undefined) return;
    records.put(record);
    tx.objectStore("outbox").put({ id: record.id, op: "put" });
    merged.puts.push(record);
  });
  return known;
}

/** @param {IDBTransaction} tx @param {string} id @param {Merged} merged @returns {IDBRequest} */
function erase(tx, id, merged) {
  const records = tx.objectStore("records");
  const found = records.get(id);
  found.addEventListener("success", () => {
    if (found.result?.k === "gone") return;
    records.put({ id, k: "gone" });
    tx.objectStore("outbox").put({ id, op: "erase" });
    if (found.result) merged.erases.push(id);
  });
  return found;
}

// What stands on the notepad stays there; what the copy has is added below, once.
/** @param {IDBTransaction} tx @param {string} pad */
function mergePad(tx, pad) {
  const meta = tx.objectStore("meta");
  const found = meta.get("pad");
  found.onsuccess = () => {
    const here = typeof found.result?.value === "string" ? found.result.value : "";
    if (!here.includes(pad)) meta.put({ key: "pad", value: here ? `${here}\n${pad}` : pad });
  };
}
