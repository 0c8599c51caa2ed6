// Moving a vault of version 1 of the protocol over to version 2, where its id follows from its secret.
//
// The words stay. All that is in the old vault is fetched, sealed anew for the new one and pushed, and only then is the
// old one deleted: which tells the devices that still run an older app. They keep what they have, and bring it along as
// soon as they run this one. Any step may be the last one before a crash; the next round goes on from there.

import { opened } from "./pages.js";
import { round } from "./round.js";
import { adopt, keepVault, readPosition } from "./outbox.js";
import { create, pull, remove, SyncError } from "./api.js";
import { isFirst, unlock } from "./crypto.js";

/** @typedef {import("./outbox.js").Kept} Kept */
/** @typedef {import("./outbox.js").Old} Old */
/** @typedef {import("./round.js").Told} Told */

/** There is nothing to fetch there any more, or under this id never was anything of ours. */
const OVER = ["vault_gone", "vault_exists", "unauthorized"];
/** The server was set back to an older version, or takes no new vaults: the old one still serves. */
const NOT_NOW = ["not_found", "creations_closed", "code_needed", "too_many_vaults", "server_full"];
const NOTHING = { puts: [], erases: [] };

/**
 * @param {Kept} vault @param {Told} told @param {AbortSignal} signal
 * @returns {Promise<Kept>} the vault to go on with: the same, unless it was of version 1
 */
export async function moved(vault, told, signal) {
  if (!isFirst(vault)) return vault;
  const next = { ...(await unlock(vault.entropy)), entropy: vault.entropy };
  const over = await lastRound(vault, told, signal);
  try {
    await establish(next, over, signal);
  } catch (error) {
    if (NOT_NOW.includes(codeOf(error)) && !over) return vault;
    throw error;
  }
  const { id, auth, old = [] } = vault;
  const { cursor } = await readPosition(id);
  const kept = { ...next, old: [...old, { id, auth, cursor }] };
  await keepVault(kept, id);
  return kept;
}

/** @param {Kept} vault @param {Told} told @param {AbortSignal} signal @returns {Promise<SyncError | null>} why there was nothing to fetch */
async function lastRound(vault, told, signal) {
  try {
    await round(vault, told, signal);
    return null;
  } catch (error) {
    if (error instanceof SyncError && OVER.includes(error.code)) return error;
    throw error;
  }
}

// Deleted, and not moved: then it stays deleted. Another device may have changed the words.
/** @param {Kept} next @param {SyncError | null} over @param {AbortSignal} signal */
async function establish(next, over, signal) {
  try {
    await pull(next, 0, signal, 1);
  } catch (error) {
    if (codeOf(error) !== "vault_unknown") throw error;
    if (over?.code === "vault_gone") throw over;
    await create(next, signal);
  }
}

/**
 * Delete a vault that this one has replaced, unless another device has pushed to it meanwhile.
 * @param {Kept} vault @param {Old} old @param {Told} told @param {AbortSignal} signal
 * @returns {Promise<boolean>} false when something has come that is to be pushed to the new one first
 */
export async function retire(vault, old, told, signal) {
  if (old.cursor !== undefined && (await fetchLate({ ...vault, ...old }, old, told, signal))) return false;
  await remove(old, signal).catch((error) => {
    // Of version 1, and taken by a stranger after the server lost it: there is nothing of ours to delete.
    if (!isFirst(old) || codeOf(error) !== "unauthorized") throw error;
  });
  return true;
}

/**
 * @param {import("./crypto.js").Vault} vault @param {Old} old @param {Told} told @param {AbortSignal} signal
 * @returns {Promise<boolean>} whether anything was new
 */
async function fetchLate(vault, old, told, signal) {
  let found = false;
  try {
    for (let [after, more] = [old.cursor ?? 0, true]; more; ) {
      const page = await pull(vault, after, signal);
      const items = await Promise.all(page.items.map((item) => opened(vault, item)));
      const news = items.length ? await adopt(items) : NOTHING;
      told.news(news);
      found ||= news.puts.length + news.erases.length > 0;
      [after, more] = [page.cursor, page.more];
    }
  } catch (error) {
    if (![...OVER, "vault_unknown"].includes(codeOf(error))) throw error;
  }
  return found;
}

/** @param {any} error @returns {string} */
const codeOf = (error) => error?.code ?? "";
