// Runs inline in <head>, before anything else: shows that the page failed, in the notice that every page brings along
// (interview_exit/components/shared/mishap.py). Nothing of it needs a module, since one that did not come may be what failed.
{
  const NOTICE = "failure";
  // What else goes wrong early may be nothing. If it was what brings the page to life, that has not happened by then.
  const PATIENCE_MS = 3000;
  /** @param {Element | null} place whose content has failed */
  const show = (place) => {
    const notice = document.getElementById(NOTICE);
    if (!place || !(notice instanceof HTMLTemplateElement)) return;
    place.replaceChildren(notice.content.cloneNode(true));
    // Taps that nobody has taken over yet go with the page.
    const { earlyTaps } = /** @type {any} */ (globalThis);
    if (earlyTaps?.length && earlyTaps.push === Array.prototype.push) place.querySelector("[data-kept]")?.remove();
    document.documentElement.removeAttribute("data-paused");
    // The router would change the address, and draw nothing.
    addEventListener("popstate", () => location.reload());
  };
  const isAlive = () => /** @type {any} */ (globalThis).hydrated;
  // Once: somebody may be reading the words in it.
  const showPage = () => {
    if (isAlive() || document.querySelector("[data-screen=failed]")) return;
    show(document.getElementById("app"));
    uncoverNext();
  };
  // Nothing here can lift a cover, so it must not be up again at the next start (cover/early-cover.js).
  const uncoverNext = () => {
    try {
      localStorage.removeItem("covered");
    } catch {
      // Denied: then nothing was kept there.
    }
  };
  // Not before all has come: on a slow line the page may come to life much later, and its flags take taps meanwhile.
  const suspect = () => {
    if (isAlive()) return;
    if (document.readyState === "complete") setTimeout(showPage, PATIENCE_MS);
    else addEventListener("load", () => setTimeout(showPage, PATIENCE_MS), { once: true });
  };
  // One of the page's own, not what an extension has put in.
  /** @param {EventTarget | null} target */
  const isOurs = (target) =>
    target instanceof HTMLScriptElement && target.type === "module" && (!target.src || target.src.startsWith(origin));
  addEventListener("error", ({ target }) => (isOurs(target) ? showPage() : suspect()), true);
  addEventListener("unhandledrejection", suspect);
  Object.assign(globalThis, { showFailure: show });
}
