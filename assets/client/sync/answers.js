// What of an answer can be believed: its form, and nothing more. Pure.
//
// Anything may answer in the server's place: the sign-in page of a Wi-Fi, a company's proxy, a filter. So no status is
// believed alone. A success has the form of the success that was asked for, and an error is `{code, detail}` with a code
// of sync/errors.py and the status that goes with it. Whatever else comes is as good as no answer: nothing is done about
// it, and the same is asked again later. Which code it gets only decides what people are told:
//
//   sign-in       it asks for a sign-in first: a redirect, or a status that says so
//   gateway       a status above 500: what stands before the server does not reach it
//   proxy-limit   413: what stands before the server takes no request of this size
//   not-ours      anything else that is not of the protocol
//   odd-answer    of the protocol, and nonsense

import { lengthOf } from "../base/base64url.js";
import { LIMITS, STATUSES } from "../tables/sync.js";

/** @typedef {{id: string, seq: number, blob?: string, tag?: string}} Change */
/** @typedef {{items: Change[], cursor: number, more: boolean, epoch: string, retention_months?: number}} Page */
/** @typedef {{status: number, type: string, retryAfter: string | null, text: string}} Answer */

const LONGEST_WAIT_SECONDS = 3600;
const ID = /^[\w-]{21}[AQgw]$/;
const SIGN_IN = [401, 407, 511];
/** These say in which epoch to begin anew. */
const WITH_EPOCH = ["epoch_changed", "cursor_ahead"];

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

/**
 * @param {Answer} answer @param {number[]} successes the statuses that a success can have
 * @returns {any} what a success says; null when it has no body
 * @throws {SyncError} when it is none
 */
export function said(answer, successes) {
  const body = parsed(answer.text);
  if (successes.includes(answer.status)) return body;
  throw isError(answer.status, body) ? refusal(answer, body) : new SyncError(strangerAt(answer));
}

/** @param {string} text @returns {any} */
function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** @param {number} status @param {any} body */
function isError(status, body) {
  const { code, detail, epoch } = body ?? {};
  if (typeof code !== "string" || typeof detail !== "string" || !Object.hasOwn(STATUSES, code)) return false;
  return STATUSES[code] === status && (WITH_EPOCH.includes(code) ? isId(epoch) : true);
}

/** @param {Answer} answer @param {any} body */
function refusal({ retryAfter }, { code, epoch = "" }) {
  const seconds = Math.min(Math.max(Number(retryAfter) || 0, 0), LONGEST_WAIT_SECONDS);
  return new SyncError(code, { epoch, seconds });
}

/** @param {Answer} answer @returns {string} who it seems to be that has answered instead */
function strangerAt({ status, type }) {
  if (type === "opaqueredirect" || SIGN_IN.includes(status)) return "sign-in";
  if (status === 413) return "proxy-limit";
  return status >= 500 ? "gateway" : "not-ours";
}

/**
 * @param {Answer} answer @param {number[]} [successes]
 * @returns {{seq: number, epoch: string}} where a vault stands
 * @throws {SyncError}
 */
export function position(answer, successes = [200]) {
  const body = said(answer, successes);
  if (!isId(body?.epoch) || !("seq" in body)) throw new SyncError("not-ours");
  if (!isCount(body.seq)) throw new SyncError("odd-answer");
  return body;
}

/** @param {Answer} answer @param {number} after @param {number} limit what was asked for @returns {Page} @throws {SyncError} */
export function page(answer, after, limit) {
  const body = said(answer, [200]);
  if (!isId(body?.epoch) || !("items" in body)) throw new SyncError("not-ours");
  if (!isPage(body, after, limit)) throw new SyncError("odd-answer");
  return body;
}

/**
 * @template Body @param {Answer} answer @param {(body: any) => body is Body} isForm
 * @returns {Body} what a success says, in the form that was asked for
 * @throws {SyncError}
 */
export function formed(answer, isForm) {
  const body = said(answer, [200]);
  if (typeof body !== "object" || body === null) throw new SyncError("not-ours");
  if (!isForm(body)) throw new SyncError("odd-answer");
  return body;
}

/** @param {Answer} answer @returns {void} nothing, if that is what was said @throws {SyncError} */
export function nothing(answer) {
  said(answer, [204]);
  if (answer.text) throw new SyncError("not-ours");
}

/** @param {{retention_months?: unknown}} body @returns {number} after how many months the server deletes what nobody uses; 0: never */
export const retentionOf = ({ retention_months: months }) => (isCount(months) ? /** @type {number} */ (months) : 0);

/** @param {any} body @param {number} after @param {number} limit @returns {boolean} whether it can only lead forward */
function isPage({ items, cursor, more }, after, limit) {
  if (!Array.isArray(items) || items.length > limit || !isCount(cursor)) return false;
  let seq = after;
  for (const item of items) {
    if (!isChange(item) || item.seq <= seq) return false;
    seq = item.seq;
  }
  return cursor >= seq && (more === false || (more === true && cursor > after));
}

/** @param {any} item @returns {item is Change} */
function isChange(item) {
  const { id, seq, blob, tag } = item ?? {};
  return isId(id) && isCount(seq) && (tag === undefined ? isBlob(blob) : isId(tag) && blob === undefined);
}

/** @param {any} blob */
const isBlob = (blob) => typeof blob === "string" && blob !== "" && blob.length <= lengthOf(LIMITS.blobBytes);

/** @param {any} value */
const isCount = (value) => Number.isSafeInteger(value) && value >= 0;
