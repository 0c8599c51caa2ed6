// Back closes what lies on top of the page, as people expect of a phone, instead of leaving the page.
//
// The layer gets a history entry of its own with the same address. The router is never told: neither of the entry nor
// of stepping off it, or it would load the page anew. Listeners of a window are called in the order they came, so ours
// has to come first, before the router's.

const MARK = "layer";
/** Whoever closes a layer may at once go somewhere else; only if nobody did is the entry taken away. */
const TIDY_MS = 300;

/** @type {(() => void) | null} */
let close = null;
/** The address of the entry while it may be stepped off, else empty. */
let address = "";
/** @type {ReturnType<typeof setTimeout> | undefined} */
let tidying;

/** Listen for Back: before the router does. */
export const watchBack = () => addEventListener("popstate", popped);

/**
 * @param {() => void} fn closes the layer
 * @returns {() => void} to be called when the layer has been closed in another way
 */
export function onBack(fn) {
  clearTimeout(tidying);
  close = fn;
  if (!onLayer()) history.pushState({ ...history.state, [MARK]: true }, "");
  address = location.href;
  return () => {
    if (close === fn) leave();
  };
}

/** Step back to the page before; from the entry of a layer that was just closed, past that of the page below it. */
export function stepBack() {
  const isLeft = tidying !== undefined && onLayer();
  clearTimeout(tidying);
  history.go(isLeft ? -2 : -1);
}

/** @param {PopStateEvent} event */
function popped(event) {
  if (!address) return;
  clearTimeout(tidying);
  if (location.href === address) event.stopImmediatePropagation();
  const fn = close;
  close = null;
  address = "";
  fn?.();
}

function leave() {
  close = null;
  tidying = setTimeout(tidy, TIDY_MS);
}

function tidy() {
  tidying = undefined;
  if (onLayer()) history.back();
  else address = "";
}

function onLayer() {
  return history.state?.[MARK] === true;
}
