// Tells when a screen is left: for another page, the cover in front, another app, or because the phone went dark.

/**
 * @param {string} screen its name in `data-screen`
 * @param {(how: {hidden: boolean}) => void} left hidden: it is still there, but the browser shows it to nobody
 * @returns {() => void} stop watching
 */
export function onLeaving(screen, left) {
  const stop = new AbortController();
  const { signal } = stop;
  const look = () => {
    if (!document.querySelector(`[data-screen="${screen}"]`)) left({ hidden: false });
  };
  const hide = () => document.hidden && left({ hidden: true });
  const watch = new MutationObserver(look);
  watch.observe(document.body, { subtree: true, childList: true, attributeFilter: ["data-screen"] });
  signal.addEventListener("abort", () => watch.disconnect());
  document.addEventListener("visibilitychange", hide, { signal });
  addEventListener("pagehide", () => left({ hidden: true }), { signal });
  return () => stop.abort();
}
