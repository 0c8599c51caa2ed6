// The requests of a pairing (docs/protocol.md, "Adding a device"): a place on the server where two devices leave each
// other four short messages. Each is there once: whoever takes it has it, and nobody after.

import { bytesOf, lengthOf, spelled } from "../base/base64url.js";
import { ask, forget, SyncError } from "./api.js";
import { PAIRINGS } from "../tables/routes.js";
import { LIMITS } from "../tables/sync.js";

const LOOK_MS = 1000;
const MESSAGE = /^[\w-]+$/;
/** What passes: it is looked again until the time is over. */
const PASSING = ["unreachable", "gateway", "busy", "database_unavailable", "too_many_requests"];

/** @param {string} pairing @param {AbortSignal} signal @returns {Promise<number>} for how many seconds it is there */
export const begin = async (pairing, signal) => (await ask("POST", PAIRINGS, "", { id: pairing }, signal, isOpen)).seconds;

/**
 * @param {string} pairing @param {number} number which of the four @param {Uint8Array} message @param {AbortSignal} signal
 * @returns {Promise<number>} how many seconds are left
 * @throws {SyncError} pairing_used: somebody else was faster
 */
export async function leave(pairing, number, message, signal) {
  return (await ask("PUT", place(pairing, number), "", { body: spelled(message) }, signal, isOpen)).seconds;
}

/**
 * @param {string} pairing @param {number} number which of the four @param {AbortSignal} signal
 * @returns {Promise<Uint8Array<ArrayBuffer>>} once it is there
 * @throws {SyncError} pairing_used: somebody else has it; pairing_unknown: it is over
 */
export async function take(pairing, number, signal) {
  for (;;) {
    const message = await look(pairing, number, signal);
    if (message) return message;
    await moment(signal);
  }
}

/** It is not wanted any more: the other device need not wait until the time is over. @param {string} pairing */
export const end = (pairing) => forget(`${PAIRINGS}/${pairing}`, new AbortController().signal).catch(() => {});

/** @param {string} pairing @param {number} number @param {AbortSignal} signal */
async function look(pairing, number, signal) {
  try {
    const { body } = await ask("DELETE", place(pairing, number), "", undefined, signal, isTaken);
    return body === null ? null : bytesOf(body);
  } catch (error) {
    if (error instanceof SyncError && PASSING.includes(error.code)) return null;
    throw error instanceof SyncError ? error : new SyncError("odd-answer");
  }
}

/** @param {string} pairing @param {number} number */
const place = (pairing, number) => `${PAIRINGS}/${pairing}/messages/${number}`;

/** @param {any} answer @returns {answer is {seconds: number}} */
const isOpen = (answer) => Number.isSafeInteger(answer.seconds);

/** @param {any} answer @returns {answer is {body: string | null}} */
const isTaken = (answer) => answer.body === null || (typeof answer.body === "string" && isMessage(answer.body));

/** @param {string} body */
const isMessage = (body) => MESSAGE.test(body) && body.length <= lengthOf(LIMITS.messageBytes);

/** @param {AbortSignal} signal */
const moment = (signal) =>
  new Promise((over, stop) => {
    setTimeout(over, LOOK_MS);
    signal.addEventListener("abort", () => stop(signal.reason), { once: true });
  });
