// Runs inline in <head>, before anything else: keeps what is tapped while the page is not alive yet.
// The ledger drains the array at start and takes over its `push`, so that a tap has one path for ever.
// An early tap is marked as noted, not as pressed: pressed means saved.
{
  const early = [];
  const { push } = early;
  globalThis.earlyTaps = early;
  document.addEventListener(
    "click",
    (event) => {
      const flag = event.target.closest?.("[data-flag]");
      if (!flag) return;
      if (early.push === push) flag.toggleAttribute("data-noted");
      early.push({ flag: flag.dataset.flag, at: Date.now() });
    },
    true,
  );
}
