// Where the keyboard and the screen reader were before something was laid over the page.

/** @returns {() => void} takes them back there, if it still exists */
export function rememberFocus() {
  const had = document.activeElement;
  return () => {
    if (had instanceof HTMLElement && had.isConnected) had.focus({ preventScroll: true });
  };
}
