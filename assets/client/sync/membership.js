// Joining a vault and leaving it. What fails has changed nothing; what is kept is done, and the rounds that follow from
// it go on by themselves (engine.js).

import { dropVault, keepVault, readVault } from "./outbox.js";
import { alone, changed, state } from "./engine.js";
import { round } from "./round.js";
import { create, pull, remove, SyncError } from "./api.js";
import { firstIdOf, isFirst, unlock } from "./crypto.js";

/** @typedef {Uint8Array<ArrayBuffer>} Entropy what twelve words stand for (recovery-phrase.js) */

/** Not in this version of the protocol; `not_found` is a server that does not know it. */
const NOT_THERE = ["vault_unknown", "not_found"];

/** @param {Entropy} entropy @returns {Promise<import("./outbox.js").Kept>} */
const kept = async (entropy) => ({ ...(await unlock(entropy)), entropy });

/**
 * Begin a vault. It works offline, too: the server hears of it when it can.
 * @param {Entropy} entropy
 * @throws {import("../base/storage-errors.js").StoreError} kept-already: this device is in one
 */
export const switchOn = (entropy) => kept(entropy).then((vault) => keepVault(vault)).finally(changed);

/**
 * Have the server take this device's vault, if it wanted a code first.
 * @param {string} code @throws {SyncError} code_wrong: it is another one
 */
export const beginWith = (code) =>
  alone(async (_, signal) => {
    const vault = await readVault();
    if (vault) await create(vault, signal, code);
  });

/**
 * Join the vault of another device.
 * @param {Entropy} entropy
 * @throws {SyncError} vault_unknown: there is none with these words; vault_gone: there was; already-on: this device
 *   is in another one, and has to leave that first
 */
export const join = (entropy) =>
  alone(async (_, signal) => {
    const vault = await kept(entropy);
    const first = { ...vault, id: await firstIdOf(entropy) };
    const before = await readVault();
    const same = before?.id === vault.id || before?.id === first.id;
    if (before && !same && state.get("reason") !== "vault_gone") throw new SyncError("already-on");
    // Asked before anything is kept.
    const there = await whereIs(vault, first, signal);
    if (before?.id !== there.id) await keepVault(there, before?.id);
  }).finally(changed);

/**
 * Where these words lead: to a vault that may not have moved over yet (migration.js).
 * @template {import("./crypto.js").Vault} V
 * @param {V} vault @param {V} first the same in version 1 of the protocol @param {AbortSignal} signal @returns {Promise<V>}
 */
async function whereIs(vault, first, signal) {
  try {
    await pull(vault, 0, signal, 1);
    return vault;
  } catch (error) {
    if (!NOT_THERE.includes(/** @type {any} */ (error).code)) throw error;
  }
  try {
    await pull(first, 0, signal, 1);
    return first;
  } catch (error) {
    // A stranger may have taken that id.
    throw /** @type {any} */ (error).code === "unauthorized" ? new SyncError("vault_unknown") : error;
  }
}

/**
 * Move everything into a vault with new words, once all that is in the old one has come. The old one is deleted when
 * all is in the new one (engine.js); other devices keep what they have, and send it when they join again.
 * @param {Entropy} entropy
 */
export const changeWords = (entropy) =>
  alone(async (told, signal) => {
    const before = await readVault();
    if (!before) throw new SyncError("vault_unknown");
    const next = await kept(entropy);
    // Asked for again, it is in the new one already, which must not go with the old.
    if (before.id === next.id) return;
    await round(before, told, signal);
    const { id, auth, old = [] } = before;
    await keepVault({ ...next, old: [...old, { id, auth }] }, id);
  }).finally(changed);

/** Sync no longer; what is on this device stays. @param {boolean} withCopy whether the server's copy goes as well */
export const leave = (withCopy) =>
  alone(async (_, signal) => {
    const vault = await readVault();
    if (vault && withCopy) await removeAll(vault, signal);
    await dropVault();
  }).finally(changed);

// Another device may have moved everything over to version 2 of the protocol already (migration.js).
/** @param {import("./outbox.js").Kept} vault @param {AbortSignal} signal */
async function removeAll(vault, signal) {
  for (const each of [vault, ...(vault.old ?? [])]) await remove(each, signal);
  if (!isFirst(vault)) return;
  await remove(await unlock(vault.entropy), signal).catch((error) => {
    if (error.code !== "not_found") throw error;
  });
}
