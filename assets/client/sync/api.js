// The requests of docs/protocol.md. What comes back is judged in answers.js.
//
// A request that fails does so as a SyncError: with the server's code (sync/errors.py), one of answers.js, or
//
//   unreachable   no answer, or none in time
//   stopped       an interview began (engine.js)
//   insecure      the browser gives no keys at an address without https (pairing.js)
//   elsewhere     something else was asked for, here or in another tab (engine.js)

import { formed, nothing, page, position, SyncError } from "./answers.js";
import { authHash, isFirst } from "./crypto.js";
import { FIRST_VAULTS, VAULTS } from "../tables/routes.js";
import { LIMITS } from "../tables/sync.js";

export { isId, SyncError } from "./answers.js";

/** @typedef {import("./crypto.js").Vault} Vault */
/** @typedef {import("./answers.js").Answer} Answer */
/** @typedef {import("./answers.js").Change} Change */
/** @typedef {import("./answers.js").Page} Page */
/** @typedef {{puts: {id: string, blob: string}[], erases: {id: string, tag: string}[]}} Batch */

const PATIENCE_MS = 30_000;
/** More than a page can have, which ends with the blob that brings it to 2 MiB (sync/storage.py). */
const ANSWER_CHARACTERS = 8 * 2 ** 20;
/** There is nothing to delete any more. */
const GONE = ["vault_gone", "vault_unknown"];

/** @param {{id: string}} vault @returns {string} its address */
export const placeOf = (vault) => `${isFirst(vault) ? FIRST_VAULTS : VAULTS}/${vault.id}`;

/**
 * @param {Vault} vault @param {AbortSignal} signal
 * @param {string} [code] that of whoever runs the server; sent even when it is empty, or the server would not ask for it
 * @returns {Promise<{epoch: string}>}
 */
export async function create(vault, signal, code = "") {
  const answer = isFirst(vault)
    ? await answered("POST", FIRST_VAULTS, "", { id: vault.id, auth_hash: await authHash(vault) }, signal)
    : await answered("PUT", placeOf(vault), vault.auth, { code }, signal);
  return position(answer, [201, 200]);
}

/** @param {Vault} vault @param {string} epoch @param {Batch} batch @param {AbortSignal} signal @returns {Promise<{epoch: string}>} */
export async function push(vault, epoch, batch, signal) {
  return position(await answered("POST", `${placeOf(vault)}/batch`, vault.auth, { epoch, ...batch }, signal));
}

/** @param {Vault} vault @param {number} after @param {AbortSignal} signal @param {number} [limit] @returns {Promise<Page>} */
export async function pull(vault, after, signal, limit = LIMITS.pageItems) {
  const path = `${placeOf(vault)}/changes?after=${after}&limit=${limit}`;
  return page(await answered("GET", path, vault.auth, undefined, signal), after, limit);
}

/** Delete a vault, for ever. @param {{id: string, auth: string}} vault @param {AbortSignal} signal @returns {Promise<void>} */
export async function remove(vault, signal) {
  try {
    nothing(await answered("DELETE", placeOf(vault), vault.auth, undefined, signal));
  } catch (error) {
    if (!GONE.includes(/** @type {any} */ (error).code)) throw error;
  }
}

/**
 * Ask for something else than syncing needs.
 * @template Form @param {string} method @param {string} path @param {string} auth @param {object | undefined} body
 * @param {AbortSignal} signal @param {(body: any) => body is Form} isForm
 * @returns {Promise<Form>}
 * @throws {SyncError}
 */
export const ask = async (method, path, auth, body, signal, isForm) =>
  formed(await answered(method, path, auth, body, signal), isForm);

/** Have something forgotten. @param {string} path @param {AbortSignal} signal @returns {Promise<void>} @throws {SyncError} */
export const forget = async (path, signal) => nothing(await answered("DELETE", path, "", undefined, signal));

/**
 * @param {string} method @param {string} path @param {string} auth @param {object | undefined} body @param {AbortSignal} signal
 * @returns {Promise<Answer>}
 */
async function answered(method, path, auth, body, signal) {
  const stop = new AbortController();
  const give = () => stop.abort();
  const patience = setTimeout(give, PATIENCE_MS);
  signal.addEventListener("abort", give);
  try {
    signal.throwIfAborted();
    const answer = await fetch(path, { ...request(method, auth, body), signal: stop.signal });
    const text = await read(answer);
    return { status: answer.status, type: answer.type, retryAfter: answer.headers.get("retry-after"), text };
  } catch (error) {
    if (error instanceof SyncError) throw error;
    throw signal.aborted ? signal.reason : new SyncError("unreachable");
  } finally {
    give();
    clearTimeout(patience);
    signal.removeEventListener("abort", give);
  }
}

// A redirect is not followed, only told apart from silence: whoever answers with one must not get the secret.
// Cookies go along for a proxy that knows people by them; `window` keeps one that wants a password from asking for it
// in the middle of anything.
/** @param {string} method @param {string} auth @param {object | undefined} body @returns {RequestInit} */
const request = (method, auth, body) => ({
  method,
  headers: { ...(auth && { authorization: `Bearer ${auth}` }), ...(body && { "content-type": "application/json" }) },
  ...(body && { body: JSON.stringify(body) }),
  cache: "no-store",
  credentials: "same-origin",
  mode: "same-origin",
  redirect: "manual",
  referrerPolicy: "no-referrer",
  window: null,
});

/** @param {Response} answer @returns {Promise<string>} all of it, unless it is longer than any honest one */
async function read(answer) {
  const [reader, decoder] = [answer.body?.getReader(), new TextDecoder()];
  for (let text = ""; ; ) {
    const { value } = (await reader?.read()) ?? {};
    text += decoder.decode(value, { stream: value !== undefined });
    if (text.length > ANSWER_CHARACTERS) throw new SyncError("odd-answer");
    if (!value) return text;
  }
}
