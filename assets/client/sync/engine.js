// Keeps this device in step with the others: when it does, and how things stand.
//
// Loaded by the session once the page is idle and no interview is live. Off until somebody asks for it (devices.js);
// and while an interview is live it sends nothing and breaks off what is under way. One tab does it for all, by a lock.

import { writeTime } from "../base/dates.js";
import { quietFor } from "./quiet-time.js";
import { readLate } from "../store/queries.js";
import { state } from "./status.js";
import { codeOf, StoreError } from "../base/storage-errors.js";
import { count, forgetOld, note, readAsked, readVault } from "./outbox.js";
import { moved, retire } from "./migration.js";
import { round } from "./round.js";
import { SyncError } from "./api.js";
import { uptime } from "../base/uptime.js";
import { isSilent, state as live } from "../store/live-interview.js";

/** @typedef {import("./outbox.js").Kept} Kept */
/** @typedef {import("./round.js").Told} Told */

export { state };

const LOCK = "sync";
/** What follows within this goes along; with the server's look and the other device's pull, under two seconds. */
const SOON_MS = 1_000;
const MINUTE_MS = 60_000;
const FIRST_WAIT_MS = 5_000;
const LONGEST_WAIT_MS = 5 * MINUTE_MS;
/** It would never succeed. */
const FINAL = ["vault_gone", "vault_exists", "unauthorized"];
const SHARED = /** @type {const} */ (["status", "reason", "waiting", "stuck", "unopened", "refused", "shown", "late", "at", "retention", "resent"]);

/** @type {Kept | null} */
let vault = null;
/** @type {AbortController | null} what is under way */
let current = null;
/** @type {Promise<void> | null} a round under way */
let running = null;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let timer;
let due = Infinity;
/** @type {ReturnType<typeof setTimeout> | undefined} set while nobody knows whether sync is on: reading that failed */
let looking;
/** No limit, and one not known yet. */
const [FREE, UNKNOWN] = [-Infinity, Infinity];
let failures = 0;
/** Not before this, whoever asks. By the clock of the page, which nobody sets. */
let embargo = FREE;
/** Not before this, unless somebody asks. */
let rest = FREE;
/** Not before this, unless a person asks for it (quiet-time.js). */
let quiet = UNKNOWN;
/** @type {BroadcastChannel | null} what tabs have saved (tab-channel.js); ours is another one in the same tab, so that both hear */
let records = null;
/** @type {BroadcastChannel | null} */
let tabs = null;

/** @returns {Kept | null} */
export const vaultNow = () => vault;

let started = false;

/** Begin to keep in step: once, whoever needs it first. @returns {Promise<void>} when it is known whether sync is on */
export async function start() {
  if (started) return;
  started = true;
  if (typeof BroadcastChannel !== "undefined") {
    records = new BroadcastChannel("notes");
    records.onmessage = noticeWrites;
    tabs = new BroadcastChannel(LOCK);
    tabs.onmessage = ({ data }) => hear(data);
  }
  addEventListener("online", wake);
  document.addEventListener("visibilitychange", wake);
  live.subscribe(obey);
  await refresh();
}

/** Look again whether sync is on, and how it stands. @returns {Promise<void>} */
export async function refresh() {
  clearTimeout(looking);
  looking = undefined;
  try {
    const before = vault?.id;
    vault = await readVault();
    if (vault?.id !== before) [failures, rest, embargo] = [0, FREE, FREE];
    const fresh = vault?.id !== before && /** @type {const} */ ({ status: "waiting", reason: "" });
    state.set({ ready: true, on: vault !== null, ...(vault ? { ...fresh, ...(await standing()) } : BLANK) });
    obey();
    if (vault && !isSilent()) await begun();
  } catch (error) {
    state.set({ status: "failed", reason: codeOf(error) });
    looking = setTimeout(refresh, backOff());
  }
}

const { ready: _, ...BLANK } = state.initial;

async function standing() {
  return { ...(await count()), late: (await readLate()).length };
}

let silent = true;

// Called with every look at what is live; an interview that begins breaks off what is under way.
function obey() {
  if (!vault) return;
  const before = silent;
  silent = isSilent();
  if (silent && live.get("ready")) pause();
  else if (before && !silent) begun().catch(fail);
}

/** There is no interview, or none any more: sync, once it is no sign of when one has ended. */
async function begun() {
  if (!vault) return;
  const left = await quietFor(vault, await readAsked());
  quiet = left ? uptime() + left : FREE;
  if (left) state.set({ status: "waiting", reason: "quiet" });
  schedule(0);
}

function pause() {
  quiet = UNKNOWN;
  clearTimeout(timer);
  due = Infinity;
  current?.abort(new SyncError("stopped"));
  state.set({ status: "paused", reason: "" });
}

function wake() {
  if (document.visibilityState !== "visible") return;
  if (looking) void refresh();
  if (navigator.onLine !== false) schedule(0, true);
}

async function noticeWrites() {
  if (!vault) return;
  const { waiting } = await count();
  const status = state.get("status");
  state.set({ waiting, status: waiting && status === "synced" ? "waiting" : status });
  if (waiting > state.get("stuck")) schedule(SOON_MS);
}

/** @param {any} data of another tab */
function hear(data) {
  if (data?.changed) void refresh();
  else if (data?.breakOff) breakOff();
  else if (data?.standing && !current) state.set(data.standing);
}

const breakOff = () => current?.abort(new SyncError("elsewhere"));

/** Tell the other tabs that this device has joined or left. @returns {Promise<void>} */
export function changed() {
  tabs?.postMessage({ changed: true });
  return refresh();
}

/** Sync now, because somebody asked. @returns {Promise<void>} */
export async function now() {
  await running;
  rest = quiet = FREE;
  if (vault) await note(vault.id, { asked: Date.now() }).catch(() => {});
  if (uptime() >= embargo) await attempt();
}

/** @param {number} ms @param {boolean} [asked] */
function schedule(ms, asked = false) {
  if (!vault || isSilent() || quiet === UNKNOWN) return;
  const now = uptime();
  const at = Math.max(now + ms, embargo, quiet, asked ? FREE : rest);
  // Timers stand still while a phone sleeps: one that should have fired may be hours away.
  if (due >= now && at >= due) return;
  clearTimeout(timer);
  due = at;
  timer = setTimeout(attempt, at - now);
}

function attempt() {
  clearTimeout(timer);
  due = Infinity;
  running ??= tryOnce().finally(() => (running = null));
  return running;
}

async function tryOnce() {
  const ours = vault;
  if (!ours || isSilent()) return;
  const free = await alone((told, signal) => keepUp(ours, told, signal), { ifAvailable: true }).catch(fail);
  if (free === false) schedule(SOON_MS);
}

/** @param {Kept} ours @param {Told} told @param {AbortSignal} signal */
async function keepUp(ours, told, signal) {
  const here = await moved(ours, told, signal);
  vault = here;
  const done = await round(here, told, signal);
  // All is in this vault: those that it has replaced may go.
  if (here.old?.length && done.refused === 0 && (await retireAll(here, told, signal))) vault = await forgetOld(here.id);
  await settle(done);
}

/** @param {Kept} ours @param {Told} told @param {AbortSignal} signal @returns {Promise<boolean>} */
async function retireAll(ours, told, signal) {
  for (const old of ours.old ?? []) if (!(await retire(ours, old, told, signal))) return false;
  return true;
}

/** A round has come to its end: say how things stand. @param {import("./round.js").Done} round @returns {Promise<void>} */
async function settle({ stuck, refused }) {
  if (refused) {
    state.set({ ...(await standing()), stuck });
    return await fail(new SyncError("record-too-large"));
  }
  [failures, rest, embargo] = [0, FREE, FREE];
  const now = await standing();
  const inStep = now.waiting <= stuck;
  state.set({ ...now, stuck, status: inStep ? "synced" : "waiting", reason: "", at: inStep ? writeTime(Date.now()) : state.get("at") });
  share();
  if (!inStep) schedule(SOON_MS);
  else if (document.visibilityState === "visible") schedule(MINUTE_MS);
}

const share = () => tabs?.postMessage({ standing: Object.fromEntries(SHARED.map((key) => [key, state.get(key)])) });

/** @param {any} error */
function fail(error) {
  if (error?.code === "stopped" || isSilent()) return;
  // Another tab has left the vault, or joined another; or somebody asked for something that could not wait. Looked at
  // again after a moment: whatever comes between must not make us ask at full speed.
  if (error?.code === "elsewhere") return void setTimeout(refresh, SOON_MS);
  const reason = error instanceof SyncError || error instanceof StoreError ? error.code : codeOf(error);
  state.set({ status: reason === "unreachable" ? "offline" : "failed", reason });
  share();
  const wait = backOff();
  rest = uptime() + wait;
  embargo = error?.seconds ? uptime() + error.seconds * 1000 : FREE;
  if (!FINAL.includes(reason)) schedule(wait);
}

/** @returns {number} how long to wait after one more failure */
function backOff() {
  const wait = Math.min(FIRST_WAIT_MS * 2 ** failures, LONGEST_WAIT_MS) * (0.5 + Math.random());
  failures += 1;
  return wait;
}

/**
 * Do something with the server that nothing else may come between, in this tab or another; an interview stops it.
 * What somebody asked for breaks off the round that is under way: its end may be far, or what a hostile server makes it.
 * @template T
 * @param {(told: Told, signal: AbortSignal) => Promise<T>} job
 * @param {{ifAvailable?: boolean}} [how] ifAvailable: nobody asked; resolves to false if somebody else is at it
 * @returns {Promise<T | false>} rejects with a SyncError or a StoreError
 */
export async function alone(job, { ifAvailable = false } = {}) {
  const locked = async (/** @type {unknown} */ lock) => {
    if (lock === null) return false;
    if (isSilent()) throw new SyncError("stopped");
    const mine = new AbortController();
    current = mine;
    const status = state.get("status");
    state.set({ status: "syncing", received: 0, sent: 0, toSend: 0 });
    try {
      return await job({ news: spread, progress: (progress) => state.set(progress) }, mine.signal);
    } finally {
      if (current === mine) current = null;
      if (isSilent()) pause();
      else if (state.get("status") === "syncing") state.set({ status });
    }
  };
  if (!ifAvailable) {
    breakOff();
    tabs?.postMessage({ breakOff: true });
  }
  return navigator.locks ? navigator.locks.request(LOCK, { ifAvailable }, locked) : locked(undefined);
}

/** @param {import("../store/tab-channel.js").News} news */
const spread = (news) => records?.postMessage(news);
