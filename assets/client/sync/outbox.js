// What sync reads and writes in the database: the vault, what waits to be sent, and what has come.
//
// The vault, with keys that can't be taken out and the random bytes behind the words: those are kept so that a further
// device can be added from this one years later, when the paper is gone. Whoever can read them here can read the
// whole history here as well. How far we have read (the cursor) is written together with what was read, or not at all.

import { startsFirst } from "../domain/records.js";
import { replacedBy } from "./heads.js";
import { codeOf, StoreError } from "../base/storage-errors.js";
import { isRecent } from "../base/elapsed.js";
import { connect } from "../store/database.js";

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
/** @typedef {{records: Table, outbox: Table, meta: Table}} Tables */
/** @typedef {import("dexie").Table} Table */

const [VAULT, SYNC] = ["vault", "sync"];
/** For how long it is told that the server had lost what was sent. */
const TOLD_MS = 7 * 86_400_000;
/** Blobs that won't open are kept up to this many, and this long in all: a hostile server must not fill the device. */
const [MOST_SEALED, MOST_SEALED_CHARACTERS] = [1000, 4 * 2 ** 20];

// A phone may have closed the connection while the page slept; that is found out here, and the next one works.
/** @template T @param {"r" | "rw"} mode @param {(tables: Tables) => Promise<T>} job @returns {Promise<T>} */
const inTransaction = (mode, job) =>
  once(mode, job).catch((error) => (codeOf(error) === "storage-failed" ? once(mode, job) : Promise.reject(error)));

/** @template T @param {"r" | "rw"} mode @param {(tables: Tables) => Promise<T>} job @returns {Promise<T>} */
async function once(mode, job) {
  const db = await connect();
  const [records, outbox, meta] = [db.table("records"), db.table("outbox"), db.table("meta")];
  try {
    return await db.transaction(mode, [records, outbox, meta], () => job({ records, outbox, meta }));
  } catch (error) {
    if (codeOf(error) === "storage-failed") db.close();
    throw error;
  }
}

/** @returns {Promise<Kept | null>} the vault of this device, if sync is on */
export const readVault = () =>
  inTransaction("r", async ({ meta }) => (await meta.get(VAULT))?.value ?? null);

/**
 * Belong to a vault from now on.
 * @param {Kept} vault @param {string} [before] the one that it is to replace
 * @throws {StoreError} kept-already, elsewhere: there is another one by now
 */
export const keepVault = (vault, before) =>
  inTransaction("rw", async (tables) => {
    const kept = (await tables.meta.get(VAULT))?.value;
    if (kept?.id !== before) throw new StoreError(before ? "elsewhere" : "kept-already");
    await tables.meta.put({ key: VAULT, value: vault });
    await sealedIn(tables).delete();
    await begin(tables, vault.id, "");
  });

/** @param {string} id @returns {Promise<Kept | null>} the vault, without those that it has replaced */
export const forgetOld = (id) =>
  inTransaction("rw", async ({ meta }) => {
    const kept = (await meta.get(VAULT))?.value;
    if (kept?.id !== id) return kept ?? null;
    const { old: _, ...ours } = kept;
    await meta.put({ key: VAULT, value: ours });
    return ours;
  });

/** Belong to none any more. */
export const dropVault = () =>
  inTransaction("rw", async (tables) => {
    await tables.meta.bulkDelete([VAULT, SYNC]);
    await sealedIn(tables).delete();
  });

/** @param {{records: Table}} tables what did not open */
const sealedIn = ({ records }) => records.where("[k+hlc]").between(["sealed", ""], ["sealed", []]);

/** @param {string} vault @returns {Promise<Position>} how far this device has read */
export const readPosition = (vault) =>
  inTransaction("r", async ({ meta }) => positionIn(await meta.get(SYNC), vault));

/** @param {any} row @param {string} vault @returns {Position} @throws when another tab has left it, or joined another */
function positionIn(row, vault) {
  if (row?.value?.vault !== vault) throw new StoreError("elsewhere");
  return row.value;
}

/** @returns {Promise<number>} when a person has last asked for a sync */
export const readAsked = () => inTransaction("r", async ({ meta }) => (await meta.get(SYNC))?.value.asked ?? 0);

/** Read from the beginning, and send everything: the server's numbers mean something else now. @param {string} vault @param {string} epoch */
export const startOver = (vault, epoch) =>
  inTransaction("rw", async (tables) => {
    const { resent } = positionIn(await tables.meta.get(SYNC), vault);
    await begin(tables, vault, epoch, resent);
  });

/** @param {Tables} tables @param {string} vault @param {string} epoch @param {number} [resent] */
async function begin({ records, outbox, meta }, vault, epoch, resent = 0) {
  await meta.put({ key: SYNC, value: { vault, cursor: 0, epoch, refused: 0, asked: Date.now(), resent } });
  await outbox.bulkPut(queueOf(await records.toArray()));
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
  inTransaction("rw", async (tables) => {
    const position = positionIn(await tables.meta.get(SYNC), vault);
    // Without locks another tab may have been faster.
    if (position.epoch !== epoch || position.cursor !== after) throw new StoreError("elsewhere");
    const refused = position.refused + items.filter(({ erased }) => erased === false).length;
    await tables.meta.put({ key: SYNC, value: { ...position, cursor, refused, ...headsAfter(position, items) } });
    const records = items.filter(({ head }) => !head);
    return records.length ? keepItems(tables, records) : { puts: [], erases: [] };
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
  inTransaction("rw", async ({ meta }) => {
    await meta.put({ key: SYNC, value: { ...positionIn(await meta.get(SYNC), vault), ...more } });
  });

/** @returns {Promise<{rows: any[], waiting: string[]}>} all there is, and what the server has not confirmed */
export const readAll = () =>
  inTransaction("r", async ({ records, outbox }) => ({
    rows: await records.toArray(),
    waiting: /** @type {string[]} */ (await outbox.toCollection().primaryKeys()),
  }));

/**
 * Keep what came of a vault that this one has replaced, to be sent to this one.
 * @param {Item[]} items @returns {Promise<import("../store/tab-channel.js").News>} what is new for the screens
 */
export const adopt = (items) => inTransaction("rw", (tables) => keepItems(tables, items, true));

/** @param {Tables} tables @param {Item[]} items @param {boolean} [onwards] whether what is new is to be sent, too */
async function keepItems({ records, outbox }, items, onwards = false) {
  // All keys at once are read sooner than a thousand rows that are mostly not there.
  const [held, queued] = [new Set(await records.toCollection().primaryKeys()), new Set(await outbox.toCollection().primaryKeys())];
  const ids = [...new Set(items.map(({ id }) => id))].filter((id) => held.has(id));
  /** @type {Map<string, any>} */
  const fates = new Map((await records.bulkGet(ids)).map((row, index) => [ids[index], row]));
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
  await records.bulkPut(changed);
  await outbox.bulkDelete(known);
  if (onwards) await outbox.bulkPut(queueOf(changed));
  return newsOf(records, changed);
}

/** @param {Table} records @param {Item[]} items @returns {Promise<(blob: string) => boolean>} whether one more may be kept */
async function roomIn(records, items) {
  const sealed = items.some(({ blob }) => blob) ? await sealedIn({ records }).toArray() : [];
  let [rows, characters] = [0, 0];
  const fits = (/** @type {string} */ blob) => {
    if (rows >= MOST_SEALED || characters + blob.length > MOST_SEALED_CHARACTERS) return false;
    [rows, characters] = [rows + 1, characters + blob.length];
    return true;
  };
  for (const { blob } of sealed) fits(blob);
  return fits;
}

/** An id is absent, then live, then gone. @param {Item} item @param {any} now */
function fateOf({ id, record, blob, erased }, now) {
  if (erased) return now?.k === "gone" ? now : { id, k: "gone" };
  if (now && (now.k !== "sealed" || !record)) return now;
  return record ?? (blob ? { id, k: "sealed", hlc: "", blob } : now);
}

// Screens hold whole interviews: one that begins here brings along what had come before its beginning.
/** @param {Table} records @param {any[]} changed @returns {Promise<import("../store/tab-channel.js").News>} */
async function newsOf(records, changed) {
  const erases = changed.filter(({ k }) => k === "gone").map(({ id }) => id);
  const come = changed.filter(({ k }) => k !== "gone" && k !== "sealed");
  const begun = come.filter(({ k }) => k === "iv").map(({ id }) => id);
  const whole = begun.length ? await records.where("iv").anyOf(begun).toArray() : [];
  const puts = [...new Map([...whole, ...come].map((row) => [row.id, row])).values()];
  return { puts: startsFirst(puts), erases };
}

/** @returns {Promise<Waiting[]>} what the server has not confirmed, erasures first: a full vault still takes them */
export const readQueue = () =>
  inTransaction("r", async ({ outbox }) =>
    (await outbox.toArray()).sort((a, b) => Number(b.op === "erase") - Number(a.op === "erase")),
  );

/** @param {string[]} ids @returns {Promise<any[]>} their rows, undefined where there is none */
export const readRows = (ids) => inTransaction("r", ({ records }) => records.bulkGet(ids));

/** The server has these. @param {string} vault @param {Waiting[]} sent */
export const acknowledge = (vault, sent) =>
  inTransaction("rw", async ({ outbox, meta }) => {
    const position = positionIn(await meta.get(SYNC), vault);
    await meta.put({ key: SYNC, value: { ...position, fresh: (position.fresh ?? 0) + sent.length } });
    const now = await outbox.bulkGet(sent.map(({ id }) => id));
    // What was erased while its record was on the way is still to be erased there.
    await outbox.bulkDelete(sent.filter(({ op }, index) => now[index]?.op === op).map(({ id }) => id));
  });

/** @returns {Promise<{waiting: number, unopened: number, refused: number, shown: Shown, resent: boolean}>} */
export const count = () =>
  inTransaction("r", async ({ records, outbox, meta }) => {
    const { refused = 0, shown = "", resent = 0 } = (await meta.get(SYNC))?.value ?? {};
    const [waiting, unopened] = [await outbox.count(), await sealedIn({ records }).count()];
    return { waiting, unopened, refused, shown, resent: isRecent(resent, Date.now(), TOLD_MS) };
  });
