// Keeps the whole site on the device and answers from there. The build writes `const BUILD` above this line.
//
// Each version has a cache of its own, filled completely before the version counts as installed. A new version then
// waits until no page of the old one is open, or until a page asks for it. It never takes over by itself.
// The browser looks for a newer worker whenever it likes; before downloading anything, the new one therefore asks the
// open pages whether now is a good time.

const CACHES = "pwa-";
const CACHE = `${CACHES}${BUILD.version}`;
const ASK_EVERY_MS = 1_000;
const ASK_TIMES = 20;

addEventListener("install", (event) => {
  event.waitUntil(install());
  layRoutes(event);
});
addEventListener("activate", (event) => event.waitUntil(clients.claim()));
addEventListener("message", (event) => event.waitUntil(obey(event.data)));
addEventListener("fetch", (event) => {
  const answer = answerFor(event.request);
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
  if (registration.active && !(await isWelcome())) throw new Error("not-now");
  const cache = await caches.open(CACHE);
  await Promise.all(Object.keys(BUILD.files).map((path) => keep(cache, path)));
  await Promise.all(Object.keys(BUILD.pages).map((route) => keepUnderRoute(cache, route)));
}

async function keepUnderRoute(cache, route) {
  await cache.put(route, await cache.match(keyOf(BUILD.pages[route]), { ignoreVary: true }));
}

/** No page, or none that answers in time, is a yes: else a page with a fault could never be replaced. */
async function isWelcome() {
  const pages = await clients.matchAll({ type: "window", includeUncontrolled: true });
  const answers = await Promise.all(pages.map(ask));
  return !answers.includes("no");
}

/** Asked again each second, since a page that is still loading does not hear it yet. */
async function ask(page) {
  for (let tries = 0; tries < ASK_TIMES; tries += 1) {
    const answer = await askOnce(page);
    if (answer) return answer;
  }
  return "silence";
}

function askOnce(page) {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => resolve(data);
    page.postMessage({ pwa: "may-install" }, [port2]);
    setTimeout(resolve, ASK_EVERY_MS);
  });
}

/** Takes the file from an earlier version when it has not changed. */
async function keep(cache, path) {
  const key = keyOf(path);
  const earlier = await caches.match(key, { ignoreVary: true });
  const answer = earlier ?? (await download(path));
  await cache.put(key, answer);
}

async function download(path) {
  // A file with a hash in its name may come from the HTTP cache: the page has just loaded most of them.
  const fresh = BUILD.files[path] === null ? "default" : "reload";
  const answer = await fetch(path, { cache: fresh, credentials: "same-origin" });
  if (answer.status !== 200 || answer.redirected) throw new Error("incomplete");
  return answer;
}

function keyOf(path) {
  const revision = BUILD.files[path];
  return revision ? `${path}?${revision}` : path;
}

function answerFor(request) {
  const { origin, pathname } = new URL(request.url);
  const ours = request.method === "GET" && origin === location.origin;
  if (!ours || BUILD.networkOnly.some((prefix) => pathname.startsWith(prefix))) return null;
  if (pathname in BUILD.files) return kept(pathname, request);
  if (request.mode === "navigate") return isFile(pathname) ? null : kept(pageFor(pathname), request);
  // A page of the version before may still be open, and want a part that it had not loaded yet.
  return pathname.startsWith(BUILD.hashed) ? kept(pathname, request) : null;
}

/** The static server varies by headers that do not matter here, hence `ignoreVary`. */
async function kept(path, request) {
  return (await caches.match(keyOf(path), { ignoreVary: true })) ?? fetch(request);
}

function pageFor(pathname) {
  const route = pathname.replace(/\/+$/, "") || "/";
  return BUILD.pages[route] ?? BUILD.fallback;
}

function isFile(pathname) {
  return /\.\w+$/.test(pathname);
}

async function obey({ pwa }) {
  if (pwa === "take-over") await skipWaiting();
  if (pwa === "tidy") await tidy();
}

/** Drops earlier versions once nothing can want them: no second page is open and no version is on its way. */
async function tidy() {
  const pages = await clients.matchAll({ type: "window", includeUncontrolled: true });
  if (pages.length > 1 || registration.waiting || registration.installing) return;
  const names = await caches.keys();
  const old = names.filter((name) => name.startsWith(CACHES) && name !== CACHE);
  await Promise.all(old.map((name) => caches.delete(name)));
}
