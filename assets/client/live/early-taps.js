// Runs inline in <head>, before anything else: keeps what is tapped while the page is not alive yet.
// live/start.js drains the array at start and takes over its `push`, so that a tap has one path for ever.
// An early tap is marked as noted, not as pressed: pressed means saved.
{
  /** @type {{flag: string | undefined, at: number, steady: number}[]} */
  const early = [];
  const { push } = early;
  // Asked for no answer: a cold browser takes its time to open the storage, and may begin now.
  globalThis.indexedDB?.databases?.().catch(() => {});
  Object.assign(globalThis, { earlyTaps: early });
  document.addEventListener(
    "click",
    ({ target }) => {
      if (!(target instanceof Element)) return;
      const flag = target.closest("[data-flag]");
      if (!(flag instanceof HTMLElement)) return;
      if (early.push === push) flag.setAttribute("data-noted", "");
      early.push({ flag: flag.dataset.flag, at: Date.now(), steady: performance.now() });
    },
    true,
  );
}
