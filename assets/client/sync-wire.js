// The requests of docs/protocol.md, and what of an answer can be believed: its shape, and nothing more.
//
// A request that fails does so as a SyncError: with the server's code (sync/errors.py), or one of ours:
//
//   unreachable   no answer, or none in time
//   odd-answer    an answer that is not of the protocol
//   stopped       an interview began (sync.js)
//   elsewhere     something else was asked for, here or in another tab (sync.js)

import { authHash } from "./vault.js";

/** @typedef {import("./vault.js").Vault} Vault */
/** @typedef {{id: string, seq: number, blob?: string, tag?: string}} Change */
/** @typedef {{items: Change[], cursor: number, more: boolean, epoch: string}} Page */
/** @typedef {{puts: {id: string, blob: string}[], erases: {id: string, tag: string}[]}} Batch */

const VAULTS = "/api/v1/vaults";
const PATIENCE_MS = 30_000;
const PAGE_ITEMS = 1000;
/** 64 KiB in base64url. */
const BLOB_CHARACTERS = 87_382;
/** More than a page can have, which ends with the blob that brings it to 2 MiB (sync/storage.py). */
const ANSWER_CHARACTERS = 8 * 2 ** 20;
const ID = /^[\w-]{21}[AQgw]$/;
const CODE = /^[a-z_]{1,40}$/;

export class SyncError extends Error {
  /** @param {string} code @param {{epoch?: string, seconds?: number}} [more] */
  constructor(code, { epoch = "", seconds = 0 } = {}) {
    super(code);
    this.name = "SyncError";
    this.code = code;
    this.epoch = epoch;
    /** How long the server wants to be left alone. */
    this.seconds = seconds;
  }
}

/** @param {unknown} value @returns {value is string} whether it is 16 bytes in the one spelling that the server takes */
export const isId = (value) => typeof value === "string" && ID.test(value);

/** @param {Vault} vault @param {AbortSignal} signal @returns {Promise<{epoch: string}>} */
export async function create(vault, signal) {
  return withEpoch(await ask("POST", VAULTS, "", { id: vault.id, auth_hash: await authHash(vault) }, signal));
}

/** @param {Vault} vault @param {string} epoch @param {Batch} batch @param {AbortSignal} signal @returns {Promise<{epoch: string}>} */
export async function push(vault, epoch, batch, signal) {
  return withEpoch(await ask("POST", `${VAULTS}/${vault.id}/batch`, vault.auth, { epoch, ...batch }, signal));
}

/** @param {Vault} vault @param {number} after @param {AbortSignal} signal @param {number} [limit] @returns {Promise<Page>} */
export async function pull(vault, after, signal, limit = PAGE_ITEMS) {
  const path = `${VAULTS}/${vault.id}/changes?after=${after}&limit=${limit}`;
  const page = await ask("GET", path, vault.auth, undefined, signal);
  if (!isPage(page, after)) throw new SyncError("odd-answer");
  return page;
}

/** Delete a vault, for ever. @param {{id: string, auth: string}} vault @param {AbortSignal} signal @returns {Promise<void>} */
export async function remove(vault, signal) {
  await ask("DELETE", `${VAULTS}/${vault.id}`, vault.auth, undefined, signal).catch((error) => {
    if (error.code !== "vault_gone" && error.code !== "vault_unknown") throw error;
  });
}

/** @param {{id: string}} vault @returns {string} its address */
export const placeOf = (vault) => `${VAULTS}/${vault.id}`;

/** @param {string} method @param {string} path @param {string} auth @param {object | undefined} body @param {AbortSignal} signal */
export async function ask(method, path, auth, body, signal) {
  const stop = new AbortController();
  const give = () => stop.abort();
  const patience = setTimeout(give, PATIENCE_MS);
  signal.addEventListener("abort", give);
  try {
    signal.throwIfAborted();
    const answer = await fetch(path, { ...request(method, auth, body), signal: stop.signal });
    const said = await read(answer);
    return answer.ok ? parsed(said) : refuse(answer, parsed(said));
  } catch (error) {
    if (error instanceof SyncError) throw error;
    throw signal.aborted ? signal.reason : new SyncError("unreachable");
  } finally {
    give();
    clearTimeout(patience);
    signal.removeEventListener("abort", give);
  }
}

/** @param {string} method @param {string} auth @param {object | undefined} body @returns {RequestInit} */
const request = (method, auth, body) => ({
  method,
  headers: { ...(auth && { authorization: `Bearer ${auth}` }), ...(body && { "content-type": "application/json" }) },
  ...(body && { body: JSON.stringify(body) }),
  cache: "no-store",
  credentials: "omit",
  mode: "same-origin",
  redirect: "error",
  referrerPolicy: "no-referrer",
});

/** @param {Response} answer @returns {Promise<string>} all of it, unless it is longer than any honest one */
async function read(answer) {
  const [reader, decoder] = [answer.body?.getReader(), new TextDecoder()];
  for (let said = ""; ; ) {
    const { value } = (await reader?.read()) ?? {};
    said += decoder.decode(value, { stream: value !== undefined });
    if (said.length > ANSWER_CHARACTERS) throw new SyncError("odd-answer");
    if (!value) return said;
  }
}

/** @param {string} text @returns {any} */
function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** @param {Response} answer @param {any} body @returns {never} */
function refuse(answer, body) {
  const code = typeof body?.code === "string" && CODE.test(body.code) ? body.code : "internal";
  const seconds = Math.min(Math.max(Number(answer.headers.get("retry-after")) || 0, 0), 3600);
  throw new SyncError(code, { epoch: isId(body?.epoch) ? body.epoch : "", seconds });
}

/** @param {any} answer @returns {{epoch: string}} */
function withEpoch(answer) {
  if (!isId(answer?.epoch)) throw new SyncError("odd-answer");
  return answer;
}

/** @param {any} page @param {number} after @returns {page is Page} whether it can only lead forward */
function isPage(page, after) {
  if (!isId(page?.epoch) || !Array.isArray(page.items) || !Number.isSafeInteger(page.cursor)) return false;
  let seq = after;
  for (const item of page.items) {
    if (!isChange(item) || item.seq <= seq) return false;
    seq = item.seq;
  }
  return page.cursor >= seq && (page.more === false || (page.more === true && page.cursor > after));
}

/** @param {any} item @returns {item is Change} */
const isChange = (item) =>
  isId(item?.id) &&
  Number.isSafeInteger(item.seq) &&
  (typeof item.blob === "string") !== (typeof item.tag === "string") &&
  (item.blob ?? "").length <= BLOB_CHARACTERS;
