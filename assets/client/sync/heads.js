// Heads: what a device says there is, sealed among the records, so that a new device notices when the server shows less
// (docs/protocol.md, "Heads"). What a head says is compared, never shown; here it is made and compared. Pure.
//
// Erasures only ever become more, and the server numbers them in their order. So the first `erased.count` of them are
// those that the head knew, or some are kept back. A record that lived then still lives, or was erased later.

import { isId } from "./answers.js";
import { sumOf } from "./crypto.js";

/** @typedef {import("./outbox.js").Item} Item */
/** @typedef {{count: number, sum: string}} Sum */
/**
 * @typedef {object} Head
 * @property {string} epoch @property {number} cursor how far the device had read
 * @property {Sum} live @property {Sum} erased
 * @property {string[]} prev the heads that it replaces
 */
/** @typedef {"" | "less" | "unconfirmed"} Shown less: than a head says; unconfirmed: there is no head */

export const KIND = "head";

/** @param {any} record @returns {Head | null} what it says, if it is well formed */
export function headIn({ epoch, cursor, live, erased, prev }) {
  const isWhole = isId(epoch) && Number.isSafeInteger(cursor) && isSum(live) && isSum(erased) && Array.isArray(prev);
  return isWhole ? { epoch, cursor, live, erased, prev } : null;
}

/** @param {any} sum */
const isSum = (sum) => Number.isSafeInteger(sum?.count) && typeof sum.sum === "string";

/** @param {string[]} ids @returns {Promise<Sum>} */
const sum = async (ids) => ({ count: ids.length, sum: await sumOf(ids) });

/**
 * What this device has to say: of what is on the server, too.
 * @param {any[]} rows @param {Set<string>} waiting what is not there @param {Pick<Head, "epoch" | "cursor" | "prev">} rest
 * @returns {Promise<Head>}
 */
export async function headOf(rows, waiting, rest) {
  const there = rows.filter(({ id, k }) => isId(id) && k !== "sealed" && !waiting.has(id));
  const ids = (/** @type {boolean} */ gone) => there.filter(({ k }) => (k === "gone") === gone).map(({ id }) => id);
  const [live, erased] = await Promise.all([sum(ids(false)), sum(ids(true))]);
  return { ...rest, live, erased };
}

/** @param {Head[]} heads @returns {Set<string>} the heads before them, erased though they were no records */
export const replacedBy = (heads) => new Set(heads.flatMap(({ prev }) => prev));

/** @param {Head} a @param {Head} b @returns {boolean} whether they say the same */
export const isSame = (a, b) => a.epoch === b.epoch && a.live.sum === b.live.sum && a.erased.sum === b.erased.sum;

/** All that a server shows of a vault, from the beginning, in its order. */
export class Survey {
  /** @type {Map<string, number>} */
  live = new Map();
  /** @type {Map<string, number>} */
  erased = new Map();
  /** @type {Map<string, Head>} */
  heads = new Map();

  /** @param {Item[]} items */
  add(items) {
    for (const { id, seq = 0, record, head, erased } of items) {
      if (head) this.heads.set(id, head);
      else if (record) this.live.set(id, seq);
      else if (erased) this.#erase(id, seq);
    }
  }

  /** @param {string} id @param {number} seq */
  #erase(id, seq) {
    this.live.delete(id);
    this.heads.delete(id);
    this.erased.set(id, seq);
  }
}

/** @param {Survey} survey @param {string} epoch @returns {Promise<Shown>} */
export async function compare(survey, epoch) {
  const { live, erased, heads } = survey;
  if (heads.size === 0) return live.size + erased.size ? "unconfirmed" : "";
  for (const head of heads.values()) {
    if (!(await hasErasures(survey, head)) || !(await hasRecords(survey, head, epoch))) return "less";
  }
  return "";
}

/** @param {Survey} survey @param {Head} head */
async function hasErasures({ erased }, { erased: { count, sum } }) {
  const first = [...erased.keys()].slice(0, count);
  return first.length === count && (await sumOf(first)) === sum;
}

// What was erased after the head may have been put after it, too. With some of each it can't be told which; then only
// the number counts.
/** @param {Survey} survey @param {Head} head @param {string} epoch */
async function hasRecords({ live, erased, heads }, head, epoch) {
  const { count, sum } = head.live;
  if (head.epoch !== epoch) return live.size + erased.size >= count + head.erased.count;
  const replaced = replacedBy([...heads.values()]);
  const still = [...live].filter(([, seq]) => seq <= head.cursor).map(([id]) => id);
  const later = [...erased].filter(([id, seq]) => seq > head.cursor && !replaced.has(id)).map(([id]) => id);
  const missing = count - still.length;
  if (missing > later.length) return false;
  if (missing < 0) return true;
  if (missing === 0) return (await sumOf(still)) === sum;
  return missing === later.length ? (await sumOf([...still, ...later])) === sum : true;
}
