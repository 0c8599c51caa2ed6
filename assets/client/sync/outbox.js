// What sync reads and writes in the database: the vault, what waits to be sent, and what has come.
//
// The vault, with keys that can't be taken out and the random bytes behind the words: those are kept so that a further
// device can be added from this one years later, when the paper is gone. Whoever can read them here can read the
// whole history here as well. How far we have read (the cursor) is written together with what was read, or not at all.

import { allAnswered, answered, whole } from "../store/requests.js";
import { replacedBy } from "./heads.js";
import { isRecent } from "../base/elapsed.js";
import { startsFirst } from "../domain/records.js";
import { StoreError } from "../base/storage-errors.js";
import { withDatabase } from "../store/database.js";

/**
 * @typedef {import("./crypto.js").Vault & {entropy: Uint8Array<ArrayBuffer>, old?: Old[]}} Kept
 *   `old`: vaults to delete once everything is in this one
 */
/** @typedef {{id: string, auth: string, cursor?: number}} Old `cursor`: how far it was read, if it had the same words */
/**
 * @typedef {object} Position how far this device has read, and what it knows of the heads (heads.js)
 * @property {string} vault @property {number} cursor @property {string} epoch
 * @property {number} refused erasures with a wrong tag
 * @property {Record<string, Head>} [heads] those on the server
 * @property {number} [fresh] how much has changed since a head was known to say what is here
 * @property {number} [madeAt] when this device has made one last
 * @property {Shown} [shown] what came of comparing, and at which cursor
 * @property {number} [compared]
 * @property {number} [asked] when a person has last asked for a sync
 * @property {number} [resent] when the server no longer had what this device had sent
 */
/** @typedef {import("./heads.js").Head} Head */
/** @typedef {import("./heads.js").Shown} Shown */
/** @typedef {{id: string, op: "put" | "erase"}} Waiting */
/**
 * @typedef {object} Item one change of a pull, as it turned out
 * @property {string} id
 * @property {Record<string, any>} [record] it opened
 * @property {string} [blob] it did not
 * @property {boolean} [erased] by a device of this vault; false when the tag is wrong
 * @property {Head} [head] it is none of the records, but says how many there are
 * @property {number} [seq]
 */
/** @typedef {{records: IDBObjectStore, outbox: IDBObjectStore, meta: IDBObjectStore}} Stores */

const [VAULT, SYNC] = ["vault", "sync"];
/** For how long it is told that the server had lost what was sent. */
const TOLD_MS = 7 * 86_400_000;
/** Blobs that won't open are kept up to this many, and this long in all: a hostile server must not fill the device. */
const [MOST_SEALED, MOST_SEALED_CHARACTERS] = [1000, 4 * 2 ** 20];

/** @template T @param {IDBTransactionMode} mode @param {(stores: Stores) => Promise<T>} job @returns {Promise<T>} */
const inTransaction = (mode, job) =>
  withDatabase((db) =>
    whole(db.transaction(["records", "outbox", "meta"], mode), (tx) => {
      const [records, outbox, meta] = ["records", "outbox", "meta"].map((name) => tx.objectStore(name));
      return job({ records, outbox, meta });
    }),
  );

/** @param {{meta: IDBObjectStore}} stores @param {string} key @returns {Promise<any>} */
const valueAt = async ({ meta }, key) => (await answered(meta.get(key)))?.value;

/** @returns {Promise<Kept | null>} the vault of this device, if sync is on */
export const readVault = () => inTransaction("readonly", async (stores) => (await valueAt(stores, VAULT)) ?? null);

/**
 * Belong to a vault from now on.
 * @param {Kept} vault @param {string} [before] the one that it is to replace
 * @throws {StoreError} kept-already, elsewhere: there is another one by now
 */
export const keepVault = (vault, before) =>
  inTransaction("readwrite", async (stores) => {
    const kept = await valueAt(stores, VAULT);
    if (kept?.id !== before) throw new StoreError(before ? "elsewhere" : "kept-already");
    stores.meta.put({ key: VAULT, value: vault });
    await dropSealed(stores);
    await begin(stores, vault.id, "");
  });

/** @param {string} id @returns {Promise<Kept | null>} the vault, without those that it has replaced */
export const forgetOld = (id) =>
  inTransaction("readwrite", async (stores) => {
    const kept = await valueAt(stores, VAULT);
    if (kept?.id !== id) return kept ?? null;
    const { old: _, ...ours } = kept;
    stores.meta.put({ key: VAULT, value: ours });
    return ours;
  });

/** Belong to none any more. */
export const dropVault = () =>
  inTransaction("readwrite", async (stores) => {
    for (const key of [VAULT, SYNC]) stores.meta.delete(key);
    await dropSealed(stores);
  });

/** What did not open. */
const sealed = () => IDBKeyRange.bound(["sealed", ""], ["sealed", []]);

/** @param {IDBObjectStore} records */
const byKind = (records) => records.index("[k+hlc]");

/** @param {Stores} stores */
async function dropSealed({ records }) {
  for (const id of await answered(byKind(records).getAllKeys(sealed()))) records.delete(id);
}

/** @param {string} vault @returns {Promise<Position>} how far this device has read */
export const readPosition = (vault) =>
  inTransaction("readonly", (stores) => positionIn(stores, vault));

/** @param {Stores} stores @param {string} vault @returns {Promise<Position>} @throws when another tab has left it, or joined another */
async function positionIn(stores, vault) {
  const position = await valueAt(stores, SYNC);
  if (position?.vault !== vault) throw new StoreError("elsewhere");
  return position;
}

/** @returns {Promise<number>} when a person has last asked for a sync */
export const readAsked = () => inTransaction("readonly", async (stores) => (await valueAt(stores, SYNC))?.asked ?? 0);

/** Read from the beginning, and send everything: the server's numbers mean something else now. @param {string} vault @param {string} epoch */
export const startOver = (vault, epoch) =>
  inTransaction("readwrite", async (stores) => {
    const { resent } = await positionIn(stores, vault);
    await begin(stores, vault, epoch, resent);
  });

/** @param {Stores} stores @param {string} vault @param {string} epoch @param {number} [resent] */
async function begin({ records, outbox, meta }, vault, epoch, resent = 0) {
  meta.put({ key: SYNC, value: { vault, cursor: 0, epoch, refused: 0, asked: Date.now(), resent } });
  for (const waiting of queueOf(await answered(records.getAll()))) outbox.put(waiting);
}

/** @param {any[]} rows @returns {Waiting[]} all but what does not open, which is for whoever made it to send again */
const queueOf = (rows) =>
  rows.filter(({ k }) => k !== "sealed").map(({ id, k }) => ({ id, op: k === "gone" ? "erase" : "put" }));

/**
 * Keep one page of a pull, with the cursor that it leads to.
 * @param {string} vault @param {string} epoch @param {number} after what was asked for
 * @param {number} cursor @param {Item[]} items in the server's order
 * @returns {Promise<import("../store/tab-channel.js").News>} what is new for the screens
 */
export const take = (vault, epoch, after, cursor, items) =>
  inTransaction("readwrite", async (stores) => {
    const position = await positionIn(stores, vault);
    // Without locks another tab may have been faster.
    if (position.epoch !== epoch || position.cursor !== after) throw new StoreError("elsewhere");
    const refused = position.refused + items.filter(({ erased }) => erased === false).length;
    stores.meta.put({ key: SYNC, value: { ...position, cursor, refused, ...headsAfter(position, items) } });
    const records = items.filter(({ head }) => !head);
    return records.length ? keepItems(stores, records) : { puts: [], erases: [] };
  });

/** @param {Position} position @param {Item[]} items */
function headsAfter({ heads = {}, fresh = 0 }, items) {
  const after = { ...heads };
  const replaced = replacedBy(Object.values(heads));
  for (const { id, head, erased } of items) {
    if (head) after[id] = head;
    else if (!erased || !(id in after || replaced.has(id))) fresh += 1;
    if (erased) delete after[id];
  }
  return { heads: after, fresh };
}

/** Note more of how things stand. @param {string} vault @param {Partial<Position>} more */
export const note = (vault, more) =>
  inTransaction("readwrite", async (stores) => {
    stores.meta.put({ key: SYNC, value: { ...(await positionIn(stores, vault)), ...more } });
  });

/** @returns {Promise<{rows: any[], waiting: string[]}>} all there is, and what the server has not confirmed */
export const readAll = () =>
  inTransaction("readonly", async ({ records, outbox }) => {
    const [rows, waiting] = await Promise.all([answered(records.getAll()), idsIn(outbox)]);
    return { rows, waiting };
  });

/** @param {IDBObjectStore} store */
const idsIn = (store) => /** @type {Promise<string[]>} */ (answered(store.getAllKeys()));

/** @param {IDBObjectStore} store @param {string[]} ids @returns {Promise<any[]>} undefined where there is none */
const rowsIn = (store, ids) => allAnswered(ids.map((id) => store.get(id)));

/**
 * Keep what came of a vault that this one has replaced, to be sent to this one.
 * @param {Item[]} items @returns {Promise<import("../store/tab-channel.js").News>} what is new for the screens
 */
export const adopt = (items) => inTransaction("readwrite", (stores) => keepItems(stores, items, true));

/** @param {Stores} stores @param {Item[]} items @param {boolean} [onwards] whether what is new is to be sent, too */
async function keepItems({ records, outbox }, items, onwards = false) {
  // All keys at once are read sooner than a thousand rows that are mostly not there.
  const [held, queued] = (await Promise.all([idsIn(records), idsIn(outbox)])).map((ids) => new Set(ids));
  const ids = [...new Set(items.map(({ id }) => id))].filter((id) => held.has(id));
  /** @type {Map<string, any>} */
  const fates = new Map((await rowsIn(records, ids)).map((row, index) => [ids[index], row]));
  const before = new Map(fates);
  const hasRoom = await roomIn(records, items);
  const known = [];
  for (const item of items) {
    const now = fates.get(item.id);
    const next = fateOf(item, now);
    if (next?.k === "sealed" && next !== now && !hasRoom(next.blob)) continue;
    fates.set(item.id, next);
    // The server has it, so it need not be sent; an erasure that waits is another matter.
    if (queued.has(item.id) && (item.erased || (item.record && next?.k !== "gone"))) known.push(item.id);
  }
  const changed = [...fates.values()].filter((row) => row && row !== before.get(row.id));
  for (const row of changed) records.put(row);
  for (const id of known) outbox.delete(id);
  if (onwards) for (const waiting of queueOf(changed)) outbox.put(waiting);
  return newsOf(records, changed);
}

/** @param {IDBObjectStore} records @param {Item[]} items @returns {Promise<(blob: string) => boolean>} whether one more may be kept */
async function roomIn(records, items) {
  const held = items.some(({ blob }) => blob) ? await answered(byKind(records).getAll(sealed())) : [];
  let [rows, characters] = [0, 0];
  const fits = (/** @type {string} */ blob) => {
    if (rows >= MOST_SEALED || characters + blob.length > MOST_SEALED_CHARACTERS) return false;
    [rows, characters] = [rows + 1, characters + blob.length];
    return true;
  };
  for (const { blob } of held) fits(blob);
  return fits;
}

/** An id is absent, then live, then gone. @param {Item} item @param {any} now */
function fateOf({ id, record, blob, erased }, now) {
  if (erased) return now?.k === "gone" ? now : { id, k: "gone" };
  if (now && (now.k !== "sealed" || !record)) return now;
  return record ?? (blob ? { id, k: "sealed", hlc: "", blob } : now);
}

// Screens hold whole interviews: one that begins here brings along what had come before its beginning.
/** @param {IDBObjectStore} records @param {any[]} changed @returns {Promise<import("../store/tab-channel.js").News>} */
async function newsOf(records, changed) {
  const erases = changed.filter(({ k }) => k === "gone").map(({ id }) => id);
  const come = changed.filter(({ k }) => k !== "gone" && k !== "sealed");
  const begun = come.filter(({ k }) => k === "iv").map(({ id }) => id);
  const begunHere = await allAnswered(begun.map((id) => records.index("iv").getAll(id)));
  const puts = [...new Map([...begunHere.flat(), ...come].map((row) => [row.id, row])).values()];
  return { puts: startsFirst(puts), erases };
}

/** @returns {Promise<Waiting[]>} what the server has not confirmed, erasures first: a full vault still takes them */
export const readQueue = () =>
  inTransaction("readonly", async ({ outbox }) =>
    (await answered(outbox.getAll())).sort((a, b) => Number(b.op === "erase") - Number(a.op === "erase")),
  );

/** @param {string[]} ids @returns {Promise<any[]>} their rows, undefined where there is none */
export const readRows = (ids) => inTransaction("readonly", ({ records }) => rowsIn(records, ids));

/** The server has these. @param {string} vault @param {Waiting[]} sent */
export const acknowledge = (vault, sent) =>
  inTransaction("readwrite", async (stores) => {
    const position = await positionIn(stores, vault);
    stores.meta.put({ key: SYNC, value: { ...position, fresh: (position.fresh ?? 0) + sent.length } });
    const now = await rowsIn(stores.outbox, sent.map(({ id }) => id));
    // What was erased while its record was on the way is still to be erased there.
    for (const [index, { id, op }] of sent.entries()) if (now[index]?.op === op) stores.outbox.delete(id);
  });

/** @returns {Promise<{waiting: number, unopened: number, refused: number, shown: Shown, resent: boolean}>} */
export const count = () =>
  inTransaction("readonly", async (stores) => {
    const { refused = 0, shown = "", resent = 0 } = (await valueAt(stores, SYNC)) ?? {};
    const [waiting, unopened] = await allAnswered([stores.outbox.count(), byKind(stores.records).count(sealed())]);
    return { waiting, unopened, refused, shown, resent: isRecent(resent, Date.now(), TOLD_MS) };
  });
