// How large a request may be here. The server takes a mebibyte; what stands before it may take less, and not say so in
// any way that can be relied on: with 413, with another refusal, by breaking the connection, by passing on half of it.
//
// So when a push fails and a small request does not, the push was too large, and half of it is tried. What has worked is
// kept to for a while, then more is tried again: the proxy of one network is not that of the next.

import { pull, SyncError } from "./api.js";

/** @typedef {import("./crypto.js").Vault} Vault */

const MOST = 900_000;
const REMEMBERED_MS = 30 * 60_000;
/** One record of a moderate size is refused for its size only by who says so. */
const SUSPECT = 1_000;
const SAID = ["proxy-limit", "body_too_large", "batch_too_long", "blob_too_large"];
/** It may have been the size: cut on its way, not through in time, or refused by something that gives no reason. */
const PERHAPS = ["unreachable", "gateway", "sign-in", "not-ours", "bad_json", "body_timeout"];

let most = MOST;
let until = 0;

/** @returns {number} how many characters a batch may have */
export function room() {
  const now = Date.now();
  // A clock that was set back must not make this last.
  if (now >= until || until - now > REMEMBERED_MS) most = MOST;
  return most;
}

/**
 * Whether a push has failed because of its size; then there is less room from now on.
 * @param {Vault} vault @param {unknown} error @param {{items: number, characters: number}} batch @param {AbortSignal} signal
 */
export async function isTooMuch(vault, error, { items, characters }, signal) {
  if (!(error instanceof SyncError)) return false;
  const perhaps = PERHAPS.includes(error.code) && (items > 1 || characters > SUSPECT);
  if (!SAID.includes(error.code) && !(perhaps && (await isHeard(vault, signal)))) return false;
  signal.throwIfAborted();
  if (items > 1) [most, until] = [Math.floor(characters / 2), Date.now() + REMEMBERED_MS];
  return true;
}

/** @param {Vault} vault @param {AbortSignal} signal @returns {Promise<boolean>} whether the server hears a small request */
const isHeard = (vault, signal) => pull(vault, 0, signal, 1).then(() => true, () => false);
