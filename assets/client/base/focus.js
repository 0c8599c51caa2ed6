// Where the keyboard and the screen reader were before something was laid over the page.

/** @returns {() => void} takes them back there, or to the first control if it is gone */
export function rememberFocus() {
  const had = document.activeElement;
  // A ring around a control that nobody chose would puzzle whoever taps.
  const focusVisible = had?.matches(":focus-visible") ?? false;
  return () => {
    const place = had?.isConnected ? had : document.querySelector("main :is(a, button)");
    if (place instanceof HTMLElement) place.focus(/** @type {FocusOptions} */ ({ preventScroll: true, focusVisible }));
  };
}

/** What had the focus, and whether by the keyboard or an assistive technology. @type {{place: Element | null, shown: boolean}} */
const had = { place: null, shown: false };

/** @param {Event} event */
function note({ target }) {
  if (target instanceof Element) Object.assign(had, { place: target, shown: target.matches(":focus-visible") });
}

// What had the focus is gone: whoever cannot see goes on where the eye goes. Nobody else is moved, and nothing is said unasked.
function follow() {
  if (!had.shown || had.place?.isConnected !== false || document.activeElement !== document.body) return;
  had.place = null;
  const heading = /** @type {HTMLElement | null} */ (document.querySelector("main h1"));
  if (!heading) return;
  heading.tabIndex = -1;
  heading.focus();
}

/** Let the focus go to the heading of what takes the place of the control that had it. */
export function watch() {
  addEventListener("focusin", note);
  new MutationObserver(() => requestAnimationFrame(follow)).observe(document.body, { childList: true, subtree: true });
}
