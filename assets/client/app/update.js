// The page's side of the service worker: registers it, looks for a newer one, lets that take over when asked, and has
// it look after what it keeps: a browser short of space drops that, and leaves the worker there.
//
// Radio silence: while an interview is live this module sends nothing, and neither does the browser for it. Every
// navigation makes the browser look for a newer worker. With `updateViaCache: "all"` it asks its HTTP cache, where the
// server lets the worker stay for a day; only when nobody has asked the network for a day does it go there, a few
// seconds after the start. So this module asks whenever the app is open and no interview is live: the browser then
// never has to, as long as the interview that follows is shorter than what is left of that day.
// What no page can stop: while WebKit starts a worker, it also asks the network for the page's bare address and drops
// the answer; and any browser may open a connection before it knows that it needs none.
// A newer worker waits. Nothing here reloads a page that did not ask for it.

import { watchInstall } from "./install.js";
import { keep, recall } from "../base/local-storage.js";
import { observable } from "../base/observable.js";
import { workerAddress } from "../base/trusted-url.js";

export { chooseIdentity, install } from "./install.js";

export const state = observable({
  /** A newer version is ready to take over. */
  waiting: false,
  installable: false,
  /** Everything is on the device. */
  offlineReady: false,
  standalone: false,
  /** Whether the browser gives the page what keeps and seals: at an address with https, or on this machine. */
  secure: true,
  /** The name the app would be installed under. */
  identity: "",
});

const WORKER = "/sw.js";
const SETTLE_MS = 5_000;
const AGAIN_MS = 30_000;
const HOUR_MS = 3_600_000;
const OVERDUE_MS = 8 * HOUR_MS;
const CHECKED = "checked";

let isLive = () => true;
let wasLive = false;
let started = false;
/** @type {ServiceWorkerRegistration | null} */
let followed = null;

/** @param {{isLive: () => boolean}} app call it when that is known, or answer true until it is */
export function watch(app) {
  isLive = app.isLive;
  noticeTheEnd();
  if (started) return;
  started = true;
  watchInstall((patch) => state.set(patch));
  state.set({ secure: isSecureContext });
  if (!navigator.serviceWorker) return;
  navigator.serviceWorker.addEventListener("message", answer);
  afterFirstPaint(() => quietly(begin));
}

/** What was put off during an interview. */
function noticeTheEnd() {
  const ended = wasLive && !isLive();
  wasLive = isLive();
  if (ended) quietly(mendLater);
}

/** Asks the network for a newer version. Does nothing during an interview. */
export async function checkForUpdate() {
  await quietly(check);
}

/** Lets the version that waits take over and reloads. Does nothing during an interview. */
export async function applyUpdate() {
  await quietly(takeOver);
}

async function takeOver() {
  const waiting = (await registered())?.waiting;
  if (!waiting || isLive()) return;
  navigator.serviceWorker.addEventListener("controllerchange", reload, { once: true });
  waiting.postMessage({ pwa: "take-over" });
}

function reload() {
  if (!isLive()) location.reload();
}

async function begin() {
  document.addEventListener("visibilitychange", () => quietly(checkHourly));
  addEventListener("online", () => quietly(checkHourly));
  const known = await registered();
  await quietly(() => (known ? again(known) : first()));
  await untilComplete();
}

/** @param {ServiceWorkerRegistration} known */
async function again(known) {
  follow(known);
  known.active?.postMessage({ pwa: "tidy" });
  // The page was closed in the middle of a check.
  if (known.updateViaCache !== "all") await register("all");
  // At once, before the first tap can be: later, the browser would do it, whatever has been tapped by then.
  const overdue = !hasChecked(OVERDUE_MS);
  if (overdue) await check();
  await later(SETTLE_MS);
  if (!overdue) await check();
  await mend();
}

/** The first visit: wait for a moment without an interview, since everything is downloaded then. */
async function first() {
  while (isLive()) await later(AGAIN_MS);
  await register("all");
  noteCheck();
}

/** A browser drops a worker that could not keep everything, and no event tells when a captive portal lets us through. */
async function untilComplete() {
  for (let wait = AGAIN_MS; !state.get("offlineReady"); wait = Math.min(2 * wait, HOUR_MS)) {
    await later(wait);
    if (!state.get("offlineReady")) await quietly(check);
  }
}

async function mendLater() {
  await later(SETTLE_MS);
  await mend();
}

/** Each version looks after its own cache. Sends nothing when all is there. */
async function mend() {
  if (isLive() || !navigator.onLine) return;
  const known = await registered();
  for (const worker of [known?.active, known?.waiting]) worker?.postMessage({ pwa: "mend" });
}

async function check() {
  if (isLive() || !navigator.onLine) return;
  try {
    // Changing the rule is the one way to ask past the HTTP cache and to have the browser note that it did.
    await register("none");
    noteCheck();
  } finally {
    await register("all");
  }
}

async function checkHourly() {
  const due = !state.get("offlineReady") || !hasChecked(HOUR_MS);
  if (!due || document.visibilityState !== "visible") return;
  await check();
  await mend();
}

function noteCheck() {
  keep(CHECKED, String(Date.now()));
}

/**
 * Whether the last look is no longer ago. One that lies ahead was noted by a clock that has been set back since: nobody
 * can tell how long ago it is, and the browser, which counts by itself, may be about to look on its own.
 * @param {number} most milliseconds @returns {boolean}
 */
function hasChecked(most) {
  const since = Date.now() - Number(recall(CHECKED));
  return since >= 0 && since <= most;
}

/** @param {ServiceWorkerUpdateViaCache} updateViaCache */
async function register(updateViaCache) {
  follow(await navigator.serviceWorker.register(workerAddress(WORKER), { updateViaCache }));
}

/** @param {ServiceWorkerRegistration} registration */
function follow(registration) {
  note(registration);
  if (registration === followed) return;
  followed = registration;
  const progress = () => registration.installing?.addEventListener("statechange", () => note(registration));
  progress();
  registration.addEventListener("updatefound", progress);
}

/** @param {ServiceWorkerRegistration} registration */
function note({ active, waiting }) {
  state.set({ offlineReady: active !== null, waiting: active !== null && waiting !== null });
}

/** The new worker asks whether it may download itself now. @param {MessageEvent} event */
function answer({ data, ports }) {
  if (data?.pwa === "may-install") ports[0].postMessage(isLive() ? "no" : "yes");
}

function registered() {
  return navigator.serviceWorker?.getRegistration();
}

/** @param {() => void} run */
function afterFirstPaint(run) {
  // Browsers without idle callbacks: Safari.
  const idle = globalThis.requestIdleCallback ?? ((/** @type {() => void} */ then) => setTimeout(then, 1_000));
  const whenIdle = () => idle(run, { timeout: SETTLE_MS });
  if (document.readyState === "complete") whenIdle();
  else addEventListener("load", whenIdle, { once: true });
}

/** @param {number} ms */
function later(ms) {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** No network, a server in trouble, storage denied: the app goes on as it is. @param {() => Promise<void>} work */
async function quietly(work) {
  try {
    await work();
  } catch {
    // The next look is only an hour or a start away.
  }
}
