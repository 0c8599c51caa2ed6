// Pages of a pull, with all that is in them opened and checked.

import { headIn, KIND } from "./heads.js";
import { pull } from "./api.js";
import { open, tagOf } from "./crypto.js";

/** @typedef {import("./outbox.js").Item} Item */
/** @typedef {import("./crypto.js").Vault} Vault */

/** Kinds of rows that only this device makes, or that are none of the records. */
const INTERNAL = ["gone", "sealed", KIND];

/** The server's numbers mean something else now. */
export class Renewal extends Error {
  /** @param {string} epoch */
  constructor(epoch) {
    super("epoch");
    this.epoch = epoch;
  }
}

/** @param {string} known @param {{epoch: string}} answer */
export function check(known, { epoch }) {
  if (epoch !== known) throw new Renewal(epoch);
}

/** @param {Vault} vault @param {number} after @param {Set<string>} ours @param {AbortSignal} signal */
export async function ask(vault, after, ours, signal) {
  const page = await pull(vault, after, signal);
  const news = page.items.filter(({ id, tag }) => tag !== undefined || !ours.has(id));
  return { page, items: await Promise.all(news.map((item) => opened(vault, item))) };
}

/** @param {Vault} vault @param {import("./api.js").Change} change @returns {Promise<Item>} */
export async function opened(vault, { id, seq, blob, tag }) {
  if (blob === undefined) return { id, seq, erased: (await tagOf(vault, id)) === tag };
  const record = await open(vault, id, blob);
  const head = record?.k === KIND && headIn(record);
  if (head) return { id, seq, head };
  return record && !INTERNAL.includes(record.k) ? { id, seq, record } : { id, seq, blob };
}
