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
