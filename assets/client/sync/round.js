// One round of keeping in step with the other devices: pull until there is no more, push what waits, pull once more.
//
// The server is trusted with delivery and nothing else: a record counts when it opens, an erasure when its tag is right.
// Any step may be the last one before a crash: what is repeated changes nothing, on the server and here.

import { confirm, promise } from "./head-checks.js";
import { Survey } from "./heads.js";
import { ask, check, Renewal } from "./pages.js";
import { acknowledge, note, readPosition, readQueue, readRows, startOver, take } from "./outbox.js";
import { retentionOf } from "./answers.js";
import { isTooMuch, room } from "./batch-size.js";
import { create, isId, push, SyncError } from "./api.js";
import { seal, tagOf } from "./crypto.js";
import { LIMITS } from "../tables/sync.js";

/** @typedef {import("./outbox.js").Waiting} Waiting */
/** @typedef {import("./crypto.js").Vault} Vault */
/**
 * @typedef {object} Told who is told what happens
 * @property {(news: import("../store/tab-channel.js").News) => void} news called with each page that is kept
 * @property {(progress: Progress) => void} progress
 */
/**
 * @typedef {object} Progress
 * @property {number} received @property {number} sent @property {number} toSend
 * @property {number} [retention] after how many months the server deletes what nobody uses
 * @property {boolean} [resent] the server no longer had what this device had sent
 */

/**
 * @typedef {object} Done
 * @property {number} stuck how many records can never be sent: too long, or not of this app
 * @property {number} refused how many are too large for what stands between, though not for the server
 */

/**
 * @typedef {object} Packed
 * @property {import("./api.js").Batch} batch
 * @property {Waiting[]} sent what it settles, with what needs no sending any more
 * @property {number} looked how much of the queue
 * @property {number} unsendable @property {number} characters
 */

/** What an item takes besides its blob. */
const ITEM_CHARACTERS = 64;
/** How often a server may say, in one round, that all its numbers are new. */
const RESTARTS = 3;
const RENEWED = ["epoch_changed", "cursor_ahead"];

/**
 * @param {Vault} vault @param {Told} told @param {AbortSignal} signal
 * @returns {Promise<Done>}
 * @throws {SyncError}
 */
export async function round(vault, told, signal) {
  /** @type {Progress} */
  const progress = { received: 0, sent: 0, toSend: 0 };
  const tell = (/** @type {Partial<Progress>} */ more) => told.progress({ ...Object.assign(progress, more) });
  /** @type {Course} */
  const course = { vault, told, signal, progress, tell, ours: new Set(), survey: null };
  for (let left = RESTARTS; ; left -= 1) {
    try {
      await pullAll(course);
      await confirm(course);
      const done = await pushAll(course);
      if (progress.sent) await pullAll(course);
      await promise(course, done);
      return done;
    } catch (error) {
      const epoch = await renewed(error, course);
      if (!epoch || left === 0) throw epoch ? new SyncError("odd-answer") : error;
      await startOver(vault.id, epoch);
      Object.assign(progress, { received: 0, sent: 0, toSend: 0 });
    }
  }
}

/**
 * @typedef {object} Course
 * @property {Vault} vault @property {Told} told @property {AbortSignal} signal
 * @property {Progress} progress
 * @property {(more: Partial<Progress>) => void} tell
 * @property {Set<string>} ours what this round has pushed: it comes back with the next pull, and tells us nothing
 * @property {Survey | null} survey what this round has read, if it did so from the beginning
 */

/** @param {any} error @param {Course} course @returns {Promise<string>} the epoch to begin anew in, if it was that */
async function renewed(error, { vault, signal, tell }) {
  if (error instanceof Renewal || RENEWED.includes(error?.code)) return error.epoch;
  if (error?.code !== "vault_unknown") return "";
  const { epoch: before } = await readPosition(vault.id);
  // Noted first: whoever opens the page again before all is sent is told, too.
  if (before) await note(vault.id, { resent: Date.now() });
  const { epoch } = await create(vault, signal);
  if (before) tell({ resent: true });
  return epoch;
}

/** @param {Course} course */
async function pullAll(course) {
  const { vault, told, signal, progress, tell, ours } = course;
  const { cursor, epoch } = await readPosition(vault.id);
  if (cursor === 0) course.survey = new Survey();
  let after = cursor;
  for (let coming = ask(vault, after, ours, signal); ; ) {
    const { page, items } = await coming;
    check(epoch, page);
    tell({ retention: retentionOf(page) });
    if (page.cursor === after) return;
    // The next page is on its way while this one is put into the database.
    if (page.more) coming = ask(vault, page.cursor, ours, signal);
    coming.catch(() => {});
    signal.throwIfAborted();
    course.survey?.add(items);
    told.news(await take(vault.id, epoch, after, page.cursor, items));
    tell({ received: progress.received + items.filter(({ head }) => !head).length });
    after = page.cursor;
    if (!page.more) return;
  }
}

/** @param {Course} course @returns {Promise<Done>} */
async function pushAll(course) {
  const { vault, tell } = course;
  const { epoch } = await readPosition(vault.id);
  const queue = await readQueue();
  tell({ toSend: queue.length });
  const done = { stuck: 0, refused: 0 };
  for (let from = 0; from < queue.length; ) {
    const packed = await pack(vault, queue.slice(from, from + LIMITS.batchItems), room());
    const fate = await send(course, epoch, packed);
    if (fate === "again") continue;
    from += packed.looked;
    done.stuck += packed.unsendable;
    if (fate === "refused") done.refused += 1;
  }
  return done;
}

/**
 * @param {Course} course @param {string} epoch @param {Packed} packed
 * @returns {Promise<"sent" | "again" | "refused">} again: in smaller batches; refused: it is one record, and too large
 */
async function send({ vault, signal, progress, tell, ours }, epoch, { batch, sent, characters }) {
  if (batch.puts.length + batch.erases.length) {
    try {
      check(epoch, await push(vault, epoch, batch, signal));
    } catch (error) {
      const items = batch.puts.length + batch.erases.length;
      if (!(await isTooMuch(vault, error, { items, characters }, signal))) throw error;
      return items > 1 ? "again" : "refused";
    }
  }
  if (sent.length) await acknowledge(vault.id, sent);
  for (const { id } of batch.puts) ours.add(id);
  tell({ sent: progress.sent + sent.length });
  return "sent";
}

// Erasures go by themselves: a full vault takes them, but no batch that has something new in it, too.
/**
 * Seal as many as fit into one request, and one in any case.
 * @param {Vault} vault @param {Waiting[]} queue @param {number} most how many characters it may have
 * @returns {Promise<Packed>}
 */
async function pack(vault, queue, most) {
  const rows = await readRows(queue.map(({ id }) => id));
  const sealed = await Promise.all(queue.map(({ id, op }, index) => ready(vault, id, op, rows[index])));
  /** @type {import("./api.js").Batch} */
  const batch = { puts: [], erases: [] };
  /** @type {Waiting[]} */
  const sent = [];
  let [looked, unsendable, characters] = [0, 0, 0];
  for (const [index, { op, id, tag, blob }] of sealed.entries()) {
    const size = tag || blob ? ITEM_CHARACTERS + blob.length : 0;
    if (characters && (characters + size > most || (blob && batch.erases.length) || (tag && batch.puts.length))) break;
    characters += size;
    looked += 1;
    if (tag) batch.erases.push({ id, tag });
    if (blob) batch.puts.push({ id, blob });
    // What is not there any more needs no sending.
    if (tag || blob || !rows[index]) sent.push({ id, op });
    else unsendable += 1;
  }
  return { batch, sent, looked, unsendable, characters };
}

/** @param {Vault} vault @param {string} id @param {"put" | "erase"} op @param {any} row */
async function ready(vault, id, op, row) {
  if (!isId(id)) return { id, op, tag: "", blob: "" };
  if (op === "erase" || row?.k === "gone") return { id, op, tag: await tagOf(vault, id), blob: "" };
  const blob = row && (await seal(vault, row));
  return { id, op, tag: "", blob: blob ?? "" };
}
