// Back closes what lies on top of the page, as people expect of a phone, instead of leaving the page.
//
// The layer gets a history entry of its own with the same address. The router is never told: neither of the entry nor
// of stepping off it, or it would load the page anew.

const MARK = "layer";
/** Whoever closes a layer may at once go somewhere else; only if nobody did is the entry taken away. */
const TIDY_MS = 300;

/** @type {(() => void) | null} */
let close = null;
let address = "";
/** @type {ReturnType<typeof setTimeout> | undefined} */
let tidying;

/**
 * @param {() => void} fn closes the layer
 * @returns {() => void} to be called when the layer has been closed in another way
 */
export function onBack(fn) {
  clearTimeout(tidying);
  close = fn;
  if (!onLayer()) history.pushState({ ...history.state, [MARK]: true }, "");
  address = location.href;
  addEventListener("popstate", popped, true);
  return () => {
    if (close === fn) leave();
  };
}

/** @param {PopStateEvent} event */
function popped(event) {
  removeEventListener("popstate", popped, true);
  clearTimeout(tidying);
  if (location.href === address) event.stopImmediatePropagation();
  const fn = close;
  close = null;
  fn?.();
}

function leave() {
  close = null;
  tidying = setTimeout(tidy, TIDY_MS);
}

function tidy() {
  if (onLayer()) history.back();
  else removeEventListener("popstate", popped, true);
}

function onLayer() {
  return history.state?.[MARK] === true;
}
