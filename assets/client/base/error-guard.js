// Nobody else hears of an error in the page, since its message may hold a candidate's words.
//
// Browsers print it to the console, and Reflex would send it to the server: through `window.onerror` and
// `window.onunhandledrejection`, which its event loop assigns. That is left out of the bundle (pwa/no_backend.py); should it
// be back one day, two locks, since each alone has a gap: our listeners stop the event for all who come after us; and the
// two properties can't be assigned any more, whenever that is tried.
// What remains is said in the console without a word of it: a code or a kind of error, and where.

const CODE = /^[a-z]+(-[a-z]+)*$/;
const KINDS = new Set(["AggregateError", "EvalError", "RangeError", "ReferenceError", "SyntaxError", "TypeError", "URIError"]);
const LEVELS = /** @type {const} */ (["error", "warn", "info", "log", "debug"]);

let guarded = false;

/** Take over for good. As early as possible: the first listener is the one that decides. */
export function guard() {
  if (guarded) return;
  guarded = true;
  LEVELS.forEach(muffle);
  addEventListener("error", onError, true);
  addEventListener("unhandledrejection", onRejection, true);
  bolt("onerror");
  bolt("onunhandledrejection");
}

/** React prints what its boundaries catch, with the message. @param {(typeof LEVELS)[number]} level */
function muffle(level) {
  const print = console[level].bind(console);
  console[level] = (...said) => print(...said.map(harmless));
}

/** @param {unknown} said */
function harmless(said) {
  if (said instanceof ErrorEvent) return name(said.error);
  if (said instanceof PromiseRejectionEvent) return name(said.reason);
  return said instanceof Error || said instanceof DOMException ? name(said) : said;
}

/** @param {Event} event failed images and scripts come by here too, but carry no words */
function onError(event) {
  if (!(event instanceof ErrorEvent)) return;
  stop(event);
  console.warn("fault", name(event.error), place(event));
}

/** @param {PromiseRejectionEvent} event */
function onRejection(event) {
  stop(event);
  console.warn("fault", name(event.reason));
}

/** @param {Event} event */
function stop(event) {
  event.stopImmediatePropagation();
  event.preventDefault();
}

/** @param {"onerror" | "onunhandledrejection"} property */
function bolt(property) {
  window[property] = null;
  Reflect.defineProperty(window, property, { get: () => null, set: () => {}, configurable: false });
}

/** A name that we know cannot be made of someone's words. @param {any} reason */
function name(reason) {
  if (reason instanceof DOMException) return "DOMException";
  if (!(reason instanceof Error)) return "unknown";
  const { code } = /** @type {{code?: unknown}} */ (reason);
  if (typeof code === "string" && code.length <= 40 && CODE.test(code)) return code;
  return KINDS.has(reason.name) ? reason.name : "Error";
}

/** @param {ErrorEvent} event */
function place({ filename, lineno, colno }) {
  const file = filename.split(/[?#]/)[0].split("/").pop();
  return `${file}:${lineno}:${colno}`;
}
