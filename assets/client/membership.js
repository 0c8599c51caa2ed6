// Joining a vault and leaving it. Each step is kept before the next: whatever is broken off midway goes on later, and
// what is refused has changed nothing.

import { dropVault, keepVault } from "./sync-rows.js";
import { alone, changed, now, settle, state, vaultNow } from "./sync.js";
import { round } from "./sync-round.js";
import { pull, remove, SyncError } from "./sync-wire.js";
import { unlock } from "./vault.js";

/** @typedef {Uint8Array<ArrayBuffer>} Entropy what twelve words stand for (words.js) */

/** @param {Entropy} entropy @returns {Promise<import("./sync-rows.js").Kept>} */
const kept = async (entropy) => ({ ...(await unlock(entropy)), entropy });

/** Begin a vault. It works offline, too: the server hears of it when it can. @param {Entropy} entropy */
export async function switchOn(entropy) {
  await keepVault(await kept(entropy));
  await changed();
  await now();
}

/**
 * Join the vault of another device.
 * @param {Entropy} entropy
 * @throws {SyncError} vault_unknown: there is none with these words; vault_gone: there was; already-on: this device
 *   is in another one, and has to leave that first
 */
export const join = (entropy) =>
  alone(async (told, signal) => {
    const vault = await kept(entropy);
    const before = vaultNow();
    if (before && before.id !== vault.id && state.get("reason") !== "vault_gone") throw new SyncError("already-on");
    // Asked before anything is kept.
    await pull(vault, 0, signal, 1);
    if (before?.id !== vault.id) await keepVault(vault);
    await settle(await round(vault, told, signal, { join: true }));
  }).finally(changed);

/**
 * Move everything into a vault with new words. The old one is deleted once all is there (sync.js); other devices
 * keep what they have, and send it when they join again.
 * @param {Entropy} entropy
 */
export const changeWords = (entropy) =>
  alone(async (told, signal) => {
    const before = vaultNow();
    if (!before) throw new SyncError("vault_unknown");
    const next = await kept(entropy);
    await round(before, told, signal);
    // Asked again after it was broken off, it is in the new one already, which must not go with the old.
    if (before.id === next.id) return;
    const { id, auth, old = [] } = before;
    await keepVault({ ...next, old: [...old, { id, auth }] });
    await round(next, told, signal);
  }).finally(changed);

/** Sync no longer; what is on this device stays. @param {boolean} withCopy whether the server's copy goes as well */
export const leave = (withCopy) =>
  alone(async (_, signal) => {
    const vault = vaultNow();
    if (vault && withCopy) for (const each of [vault, ...(vault.old ?? [])]) await remove(each, signal);
    await dropVault();
  }).finally(changed);
