// Joining a vault and leaving it. Each step is kept before the next: whatever is broken off midway goes on later, and
// what is refused has changed nothing.

import { dropVault, keepVault } from "./sync-rows.js";
import { alone, changed, now, settle, vaultNow } from "./sync.js";
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
 * @throws {SyncError} vault_unknown: there is none with these words; vault_gone: there was
 */
export const join = (entropy) =>
  alone(async (told, signal) => {
    const vault = await kept(entropy);
    // Asked before anything is kept.
    await pull(vault, 0, signal, 1);
    await keepVault(vault);
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
    await round(before, told, signal);
    const { id, auth, old = [] } = before;
    const next = { ...(await kept(entropy)), old: [...old, { id, auth }] };
    await keepVault(next);
    await round(next, told, signal);
  }).finally(changed);

/** Sync no longer; what is on this device stays. @param {boolean} withCopy whether the server's copy goes as well */
export const leave = (withCopy) =>
  alone(async (_, signal) => {
    const vault = vaultNow();
    if (vault && withCopy) for (const each of [vault, ...(vault.old ?? [])]) await remove(each, signal);
    await dropVault();
  }).finally(changed);
