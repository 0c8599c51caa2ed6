// Runs inline in <head>, before anything else: where site data are blocked, some browsers throw at the mere mention of
// what would keep them. Everybody here, libraries too, knows what to do where there is no such thing: so there is none.
{
  /** @param {object} owner @param {string} name */
  const without = (owner, name) => Object.defineProperty(owner, name, { value: undefined, configurable: true });
  /** @param {any} owner @param {string[]} names */
  const mention = (owner, ...names) => {
    for (const name of names) {
      try {
        void owner[name];
      } catch {
        without(owner, name);
      }
    }
  };
  mention(globalThis, "indexedDB", "caches");
  mention(navigator, "serviceWorker", "storage", "locks");
  try {
    new BroadcastChannel("").close();
  } catch {
    without(globalThis, "BroadcastChannel");
  }
}
