// Adding a device by a code: two screens, one number, and a person who compares (docs/protocol.md, "Adding a device").
//
// The device that gives shows the code. The one that joins reads it, and asks for the number that the other shows: whoever
// was merely sent a link has no second screen to read it from. Then the giving one asks too, and only when somebody has
// held its button does it seal the words for the other. Nothing is sent while an interview runs.

import { spelled } from "../base/base64url.js";
import { onDeliberate } from "../base/held-controls.js";
import { codeOf as qrOf, linkOf, PAIRING_BYTES, takeInvitation } from "./invitation.js";
import { onLeaving } from "../base/leaving.js";
import { join } from "./membership.js";
import { observable } from "../base/observable.js";
import { bond, commitment, DIGITS, isSame, newKeys } from "./pairing-keys.js";
import * as wire from "./pairing-api.js";
import { state as standing } from "./status.js";
import { codeOf, StoreError } from "../base/storage-errors.js";
import { vaultNow } from "./engine.js";
import { SyncError } from "./api.js";
import { isSilent, state as live } from "../store/live-interview.js";
import { keepAwake, letSleep } from "../live/wake-lock.js";

/** @typedef {Uint8Array<ArrayBuffer>} Bytes */
/** @typedef {import("./invitation.js").Invitation} Invitation */
/** @typedef {"" | "code" | "number" | "ask" | "given" | "no-device" | "meet" | "type" | "wait" | "join" | "not-joined"} Step */

export const state = observable({
  /**
   * Of whom gives: code, number (to be typed over there), ask (whether to let it in), given, no-device.
   * Of whom joins: meet, type (the number), wait (for the other to let us in), join, not-joined.
   */
  step: /** @type {Step} */ (""),
  code: /** @type {{box: string, path: string} | null} */ (null),
  number: "",
  /** A code of api.js, the server or the storage, or one of ours. */
  fault: "",
  /** Whether the secret has come, so that joining may be tried again without a new code. */
  again: false,
});

const ENTROPY_BYTES = 16;
const TRIES = 3;
const [JOINERS_KEY, GIVERS_KEY, PROOF, SECRET] = [1, 2, 3, 4];

/** @type {AbortController | null} what is under way */
let current = null;
let stopWatching = () => {};
/** @type {ReturnType<typeof setTimeout> | undefined} */
let deadline;
let typed = "";
/** What a person is waited for: a number is typed, a button is held. */
let proven = () => {};
let allowed = () => {};
/** @type {Bytes | null} */
let secret = null;

/** Once, when the page is loaded. */
export function start() {
  onDeliberate("code", () => void give());
  onDeliberate("allow", () => allowed());
  live.subscribe(() => current && live.get("live") && current.abort(new SyncError("stopped")));
  invited();
  addEventListener("hashchange", invited);
}

function invited() {
  const brought = takeInvitation();
  if (!brought) return;
  if (typeof brought === "string") return fail("not-joined", new SyncError(`code-${brought}`));
  void meet(brought);
}

/** Show a code, and hand the words to whoever reads it, once a person says so. */
function give() {
  const pairing = crypto.getRandomValues(new Uint8Array(PAIRING_BYTES));
  secret = null;
  return run("code", "no-device", async (signal, takePart) => {
    const ours = vaultNow()?.entropy;
    if (!ours) throw new SyncError("elsewhere");
    const [id, keys] = [spelled(pairing), await newKeys()];
    takePart(id, await wire.begin(id, signal));
    state.set({ code: await qrOf(linkOf({ pairing, commitment: await commitment(pairing, keys.shown) })) });
    const theirs = await wire.take(id, JOINERS_KEY, signal);
    const ties = await tied(bond(pairing, keys, theirs, { giving: true }));
    limit(await wire.leave(id, GIVERS_KEY, keys.shown, signal));
    state.set({ step: "number", number: ties.number, code: null });
    if (!isSame(await wire.take(id, PROOF, signal), ties.proof)) throw new SyncError("pairing-broken");
    state.set({ step: "ask" });
    await unless(signal, new Promise((held) => (allowed = () => held(undefined))));
    await wire.leave(id, SECRET, await ties.seal(ours), signal);
    state.set({ step: "given", number: "" });
  });
}

/** Meet the device that shows the code, and join its vault. @param {Invitation} invitation */
function meet({ pairing, commitment: promised }) {
  secret = null;
  return run("meet", "not-joined", async (signal, takePart) => {
    await unless(signal, known());
    if (isSilent()) throw new SyncError("stopped");
    if (vaultNow() && standing.get("reason") !== "vault_gone") throw new SyncError("in-step");
    const [id, keys] = [spelled(pairing), await newKeys()];
    takePart(id, await wire.leave(id, JOINERS_KEY, keys.shown, signal));
    const theirs = await wire.take(id, GIVERS_KEY, signal);
    if (!isSame(await commitment(pairing, theirs), promised)) throw new SyncError("pairing-broken");
    const ties = await tied(bond(pairing, keys, theirs, { giving: false }));
    await unless(signal, compared(ties.number));
    await wire.leave(id, PROOF, ties.proof, signal);
    state.set({ step: "wait", number: ties.number, fault: "" });
    secret = await ties.open(await wire.take(id, SECRET, signal));
    if (secret?.length !== ENTROPY_BYTES) throw new SyncError("pairing-broken");
    clearTimeout(deadline);
    await joinNow();
  });
}

/** Ask for the number that the other screen shows. @param {string} number */
async function compared(number) {
  typed = "";
  for (let tries = TRIES; tries > 0; tries -= 1) {
    state.set({ step: "type", fault: tries < TRIES ? "number-wrong" : "" });
    if ((await whole()) === number) return;
  }
  throw new SyncError("numbers-differ");
}

/** @returns {Promise<string>} what was typed, once it may be a number of ours */
const whole = () =>
  new Promise((answer) => {
    proven = () => {
      const digits = typed.replace(/\D/g, "");
      if (digits.length === DIGITS) answer(digits);
      else state.set({ fault: "number-short" });
    };
  });

/** @param {string} text */
export function typeNumber(text) {
  typed = text;
}

/** Go on if the number that was typed is the right one. */
export const proveNumber = () => proven();

async function joinNow() {
  state.set({ step: "join", number: "", fault: "" });
  if (secret) await join(secret);
  secret = null;
  state.set(state.initial);
}

/** Try once more to join, with the secret that has come. */
export const tryAgain = () => run("join", "not-joined", joinNow);

/** Stop, or go back. */
export function stop() {
  current?.abort(new SyncError("given-up"));
  secret = null;
  state.set(state.initial);
}

/**
 * One pairing at a time; whatever ends it, the server forgets it and nothing of it stays on the screen.
 * @param {Step} step @param {Step} over where it leads when it fails
 * @param {(signal: AbortSignal, takePart: (pairing: string, seconds: number) => void) => Promise<void>} job
 */
async function run(step, over, job) {
  current?.abort(new SyncError("given-up"));
  const mine = new AbortController();
  current = mine;
  state.set({ ...state.initial, step });
  stopWatching = watch(mine);
  void keepAwake();
  // Whoever was never part of it, since another device was faster, leaves those two alone.
  let part = "";
  const takePart = (/** @type {string} */ pairing, /** @type {number} */ seconds) => {
    part = pairing;
    limit(seconds);
  };
  try {
    if (!isSecureContext) throw new SyncError("insecure");
    if (over === "no-device" && isSilent()) throw new SyncError("stopped");
    await job(mine.signal, takePart);
  } catch (error) {
    if (part && !isSilent()) void wire.end(part);
    if (current === mine) fail(over, error);
  } finally {
    if (current === mine) settle();
  }
}

function settle() {
  current = null;
  clearTimeout(deadline);
  stopWatching();
  void letSleep();
}

/** @param {Step} step @param {unknown} error */
function fail(step, error) {
  const known = error instanceof SyncError || error instanceof StoreError;
  const fault = known ? error.code : codeOf(error);
  if (fault === "given-up") return state.set(state.initial);
  state.set({ ...state.initial, step, fault, again: secret !== null });
}

/** A code is for looking at now; a number may outlive a look at another app. @param {AbortController} mine */
function watch(mine) {
  return onLeaving("vault", ({ hidden }) => {
    if (!hidden || state.get("step") === "code") mine.abort(new SyncError("given-up"));
  });
}

/** @param {number} seconds */
function limit(seconds) {
  const mine = current;
  clearTimeout(deadline);
  deadline = setTimeout(() => mine?.abort(new SyncError("pairing_unknown")), seconds * 1000);
}

/** @param {Promise<import("./pairing-keys.js").Bond | null>} bond */
async function tied(bond) {
  const ties = await bond;
  if (!ties) throw new SyncError("pairing-broken");
  return ties;
}

/** @template T @param {AbortSignal} signal @param {Promise<T>} wait @returns {Promise<T>} */
function unless(signal, wait) {
  const stopped = new Promise((_, stop) => {
    if (signal.aborted) stop(signal.reason);
    signal.addEventListener("abort", () => stop(signal.reason), { once: true });
  });
  return Promise.race([wait, stopped]);
}

/** @returns {Promise<void>} once it is known whether an interview is live, and whether sync is on */
function known() {
  return new Promise((ready) => {
    const look = () => {
      if (!standing.get("ready") || !live.get("ready")) return;
      for (const stop of stops) stop();
      ready();
    };
    const stops = [standing.subscribe(look), live.subscribe(look)];
    look();
  });
}
