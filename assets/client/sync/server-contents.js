// What the server holds, for the page that shows it: asked while that page is on the screen, and again whenever a device
// has pushed. Never while an interview is live. What fails is said, and asking ends there: it goes on when somebody asks,
// or when there is reason to think that it works again.

import { bytesOf, lengthOf } from "../base/base64url.js";
import { observable, whileRead } from "../base/observable.js";
import { state as standing } from "./status.js";
import { now, start, vaultNow } from "./engine.js";
import { retentionOf } from "./answers.js";
import { ask, isId, placeOf, pull, SyncError } from "./api.js";
import { isSilent, state as live } from "../store/live-interview.js";
import { LIMITS } from "../tables/sync.js";

/** @typedef {"" | "off" | "paused" | "open"} Phase empty until it is known */
/** @typedef {import("./crypto.js").Vault} Vault */
/** @typedef {{live: number, erased: number, bytes: number, seq: number, epoch: string, sample: string, retention_months?: number}} Holding */

/** Whoever reads it has the page on the screen. */
export const state = whileRead(
  observable({
    phase: /** @type {Phase} */ (""),
    /** Whether there is an answer to show. */
    known: false,
    /** Why there is none: a code of the server's (sync/errors.py) or of api.js. */
    fault: "",
    vault: "", live: 0, erased: 0, bytes: 0, seq: 0,
    /** After how many months the server deletes what nobody uses; 0: never. */
    retention: 0,
    /** The beginning of the newest sealed record, in hexadecimal. */
    sample: "",
  }),
  show,
);

const { phase: _, ...BLANK } = state.initial;

/** A look is one read by key. With the second that a phone waits before it sends, changes are here within two. */
const LOOK_MS = 500;
/** Less than syncing has: somebody waits for it. */
const PATIENCE_MS = 10_000;
/** What is over as soon as syncing has gone through. */
const PASSING = ["unreachable", "vault_unknown"];

/** Bytes in base64url. */
const SAMPLE = /^([\w-]{4})*([\w-]{2,3})?$/;

/** @type {AbortController | null} */
let watch = null;
let status = "";

/** @returns {() => void} */
function show() {
  void start();
  const leave = [standing.subscribe(heed), live.subscribe(look)];
  addEventListener("online", again);
  document.addEventListener("visibilitychange", wake);
  look();
  return () => {
    for (const each of leave) each();
    removeEventListener("online", again);
    document.removeEventListener("visibilitychange", wake);
    stop();
  };
}

/** Ask once more, after it has failed. */
export function again() {
  state.set({ fault: "" });
  look();
}

const wake = () => (document.visibilityState === "visible" ? again() : look());

function heed() {
  const before = status;
  status = standing.get("status");
  if (status === "synced" && before !== status && PASSING.includes(state.get("fault"))) again();
  else look();
}

function look() {
  const [phase, vault] = [phaseNow(), vaultNow()?.id ?? ""];
  if (vault !== state.get("vault")) {
    stop();
    state.set({ ...BLANK, vault });
  }
  state.set({ phase });
  if (phase !== "open" || document.visibilityState === "hidden") stop();
  else if (!watch && !state.get("fault")) void follow(/** @type {Vault} */ (vaultNow()));
}

/** @returns {Phase} */
function phaseNow() {
  if (!live.get("ready") || !standing.get("ready")) return "";
  if (isSilent()) return "paused";
  return vaultNow() ? "open" : "off";
}

function stop() {
  watch?.abort(new SyncError("stopped"));
  watch = null;
}

/** @param {Vault} vault */
async function follow(vault) {
  const mine = new AbortController();
  watch = mine;
  try {
    for (;;) {
      const found = await patiently(mine, held(vault, mine.signal));
      const { live, erased, bytes, seq, sample } = found;
      state.set({ known: true, live, erased, bytes, seq, sample: hex(sample), retention: retentionOf(found) });
      void now();
      await change(vault, found, mine);
    }
  } catch (error) {
    if (watch !== mine) return;
    watch = null;
    state.set({ known: false, fault: error instanceof SyncError ? error.code : "internal" });
  }
}

/** @param {Vault} vault @param {AbortSignal} signal @returns {Promise<Holding>} */
const held = (vault, signal) => ask("GET", placeOf(vault), vault.auth, undefined, signal, isHolding);

/** @param {any} held @returns {held is Holding} */
const isHolding = (held) =>
  isId(held?.epoch) &&
  [held.live, held.erased, held.bytes, held.seq].every((count) => Number.isSafeInteger(count) && count >= 0) &&
  typeof held.sample === "string" &&
  held.sample.length <= lengthOf(LIMITS.sampleBytes) &&
  SAMPLE.test(held.sample);

/** Wait until something has changed. @param {Vault} vault @param {{seq: number, epoch: string}} known @param {AbortController} mine */
async function change(vault, { seq, epoch }, mine) {
  for (;;) {
    await new Promise((done) => setTimeout(done, LOOK_MS));
    mine.signal.throwIfAborted();
    const page = await patiently(mine, pull(vault, seq, mine.signal, 1)).catch(renewed);
    if (page.cursor !== seq || page.epoch !== epoch) return;
  }
}

/** The server has lost changes, a backup was restored: that is one, too. @param {any} error @returns {{cursor: number, epoch: string}} */
function renewed(error) {
  if (error?.code !== "cursor_ahead") throw error;
  return error;
}

/** @template T @param {AbortController} mine @param {Promise<T>} answer */
function patiently(mine, answer) {
  const end = setTimeout(() => mine.abort(new SyncError("unreachable")), PATIENCE_MS);
  return answer.finally(() => clearTimeout(end));
}

/** @param {string} sample */
const hex = (sample) => [...bytesOf(sample)].map((byte) => byte.toString(16).padStart(2, "0")).join(" ");
