// Keeps the whole site on the device and answers from there. The build writes `const BUILD` above this line.
//
// Each version has a cache of its own, filled completely before the version counts as installed. A new version then
// waits until no page of the old one is open, or until a page asks for it. It takes over by itself only from pages of
// which none answers: what they show is then not the app, but perhaps what somebody else sent in its place.
// The browser looks for a newer worker whenever it likes; before downloading anything, the new one therefore asks the
// open pages whether now is a good time.
//
// What is kept is known by its hash. A captive portal answers every address with 200 and a page of its own, so no
// answer is believed by its status, and neither is what an earlier version has kept.

const CACHES = "pwa-";
const CACHE = `${CACHES}${BUILD.version}`;
const ASK_EVERY_MS = 1_000;
const ASK_TIMES = 20;
const ASK_BRIEFLY_MS = 200;
/** What a browser insists on before it runs or shows a file. The type of others is of no account. */
const TYPES = { css: "text/css", html: "text/html", js: "javascript", png: "image/png", svg: "image/svg" };
/** Which file each address has. Pages are kept at their routes, too, since `layRoutes` looks for the whole address. */
const FILES = Object.keys(BUILD.files).map((path) => [path, path]);
const PAGES = Object.entries(BUILD.pages);

addEventListener("install", (event) => {
  event.waitUntil(install());
  layRoutes(event);
});
addEventListener("activate", (event) => event.waitUntil(clients.claim()));
addEventListener("message", (event) => event.waitUntil(obey(event.data)));
addEventListener("fetch", (event) => {
  const answer = answerFor(event);
  if (answer) event.respondWith(answer);
});

/**
 * Chromium sends a navigation to the network while it starts a worker, in case that is faster, and drops the answer.
 * These rules stop it: what the first paint needs comes straight from the cache, before the worker even runs, and
 * everything else from the worker alone. Other browsers know neither the habit nor the rules.
 */
function layRoutes(event) {
  const styles = Object.keys(BUILD.files).filter((path) => path.endsWith(".css"));
  event.addRoutes?.([
    { condition: { or: [...Object.keys(BUILD.pages), ...styles].map(exactly) }, source: { cacheName: CACHE } },
    { condition: { urlPattern: new URLPattern({ pathname: "*" }) }, source: "fetch-event" },
  ]);
}

/** Without a query, since such a rule looks for the whole address; with one, the worker answers. */
function exactly(path) {
  const pathname = path.replace(/[\\:*+?(){}]/g, "\\$&");
  return { urlPattern: new URLPattern({ pathname, search: "" }), requestMethod: "get" };
}

async function install() {
  const answers = registration.active ? await askPages(ASK_TIMES, ASK_EVERY_MS) : ["yes"];
  if (answers.includes("no")) throw new Error("not-now");
  await (registration.active ? keepInTurn(answers) : keepAtOnce());
  if (answers.length > 0 && !answers.includes("yes")) await skipWaiting();
}

/** Fails as a whole, but what did arrive stays: the next try needs only the rest. */
async function keepAtOnce() {
  for (const entries of [FILES, PAGES]) {
    const tried = await Promise.allSettled(entries.map(([address, path]) => keep(address, path)));
    if (tried.some(({ status }) => status === "rejected")) throw new Error("incomplete");
  }
}

/** One after another, since an interview may begin meanwhile: then no more is asked for. */
async function keepInTurn(answers) {
  const heard = answers.includes("yes");
  let failed = 0;
  for (const [address, path] of [...FILES, ...PAGES]) {
    if (await isKept(address, path)) continue;
    if (heard && (await askPages(1, ASK_BRIEFLY_MS)).includes("no")) throw new Error("not-now");
    await keep(address, path).catch(() => (failed += 1));
  }
  if (failed > 0) throw new Error("incomplete");
}

async function keep(address, path) {
  if (await isKept(address, path)) return;
  const answer = (await copyOf(path)) ?? (await download(path));
  await (await caches.open(CACHE)).put(address, answer);
}

async function isKept(address, path) {
  return isRight(await own(address), path);
}

/** The static server varies by headers that do not matter here, hence `ignoreVary`. */
function own(address) {
  return caches.match(address, { cacheName: CACHE, ignoreVary: true });
}

/** The same file, as any version has kept it. Those before 2026-12 added a revision to its name. */
async function copyOf(path) {
  const names = await caches.keys();
  for (const cacheName of names.filter((name) => name.startsWith(CACHES))) {
    const answer = await caches.match(path, { cacheName, ignoreVary: true, ignoreSearch: true });
    if (await isRight(answer, path)) return answer;
  }
  return undefined;
}

async function download(path) {
  // A file with a hash in its name may come from the HTTP cache, unless that has kept something else: the page has just
  // loaded most of them.
  for (const cache of path.startsWith(BUILD.hashed) ? ["default", "reload"] : ["reload"]) {
    const answer = await fetch(path, { cache, credentials: "same-origin", redirect: "error" }).catch(() => undefined);
    if (await isRight(answer, path)) return answer;
  }
  throw new Error("incomplete");
}

async function isRight(answer, path) {
  if (answer?.status !== 200 || answer.redirected || !isOfType(answer, path)) return false;
  // A body that breaks off, or that the disk no longer has, is none.
  return (await hashOf(answer.clone()).catch(() => "")) === BUILD.files[path];
}

function isOfType(answer, path) {
  const type = answer.headers.get("content-type") ?? "";
  return type.toLowerCase().includes(TYPES[path.split(".").pop()] ?? "");
}

async function hashOf(answer) {
  const digest = await crypto.subtle.digest("SHA-256", await answer.arrayBuffer());
  return btoa(String.fromCharCode(...new Uint8Array(digest)));
}

let mending = null;

/** Puts back what the browser has evicted or spoilt. What can't be had now is looked for again at the next start. */
async function mend() {
  const answers = await askPages(ASK_TIMES, ASK_EVERY_MS);
  if (!answers.includes("no")) await keepInTurn(answers).catch(() => {});
}

/** No page, or none that answers in time, is a yes: else a page with a fault could never be replaced. */
async function askPages(times, everyMs) {
  const pages = await clients.matchAll({ type: "window", includeUncontrolled: true });
  return Promise.all(pages.map((page) => ask(page, times, everyMs)));
}

/** Asked again, since a page that is still loading does not hear it yet. */
async function ask(page, times, everyMs) {
  for (let tries = 0; tries < times; tries += 1) {
    const answer = await askOnce(page, everyMs);
    if (answer) return answer;
  }
  return "silence";
}

function askOnce(page, waitMs) {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => resolve(data);
    page.postMessage({ pwa: "may-install" }, [port2]);
    setTimeout(resolve, waitMs);
  });
}

function answerFor(event) {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  const ours = request.method === "GET" && origin === location.origin;
  if (!ours || BUILD.networkOnly.some((prefix) => pathname.startsWith(prefix))) return null;
  if (pathname in BUILD.files) return kept(pathname, event);
  if (request.mode === "navigate") return pageFor(pathname, event);
  // A page of the version before may still be open, and want a part that it had not loaded yet.
  return pathname.startsWith(BUILD.hashed) ? earlier(request) : null;
}

async function kept(path, event) {
  return (await own(path)) ?? (await copyOf(path)) ?? passOn(path, event);
}

/** What was evicted comes from the network, and is kept again if it is right. */
async function passOn(path, event) {
  const answer = await fetch(event.request);
  event.waitUntil(putBack(path, answer.clone()));
  return answer;
}

async function putBack(path, answer) {
  if (await isRight(answer, path)) await (await caches.open(CACHE)).put(path, answer);
}

async function earlier(request) {
  return (await caches.match(request.url, { ignoreVary: true })) ?? fetch(request);
}

/** An address of which the app has no page may be a file, or one of whoever guards it: a proxy's page for logging in. */
function pageFor(pathname, event) {
  const path = BUILD.pages[pathname.replace(/\/+$/, "") || "/"];
  return path ? kept(path, event) : fetch(event.request).catch(() => kept(BUILD.fallback, event));
}

async function obey({ pwa }) {
  if (pwa === "take-over") await skipWaiting();
  if (pwa === "tidy") await tidy();
  if (pwa === "mend") await mendOnce();
}

async function mendOnce() {
  mending ??= mend().finally(() => {
    mending = null;
  });
  await mending;
}

/** Drops earlier versions once nothing can want them: no second page is open and no version is on its way. */
async function tidy() {
  const pages = await clients.matchAll({ type: "window", includeUncontrolled: true });
  if (pages.length > 1 || registration.waiting || registration.installing) return;
  const names = await caches.keys();
  const old = names.filter((name) => name.startsWith(CACHES) && name !== CACHE);
  await Promise.all(old.map((name) => caches.delete(name)));
}
