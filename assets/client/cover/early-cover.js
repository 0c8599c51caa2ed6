// Runs inline in <head>, before anything else: puts the cover up in the moment it is asked for, and again at the next
// start if it was up when the page went. cover.js takes it over.
//
// All that is kept here is that it was up; what is typed on it is in the database (store/notepad.js). A browser that is
// killed may lose the last seconds of it: the database knows it too, though not before the first paint.
{
  const COVERED = "covered";
  const MARK = "data-covered";
  const { documentElement: root } = document;
  const putUp = () => root.setAttribute(MARK, "");
  /** Where storage is denied, a cover lasts as long as its page. @param {() => void} use */
  const quietly = (use) => {
    try {
      use();
    } catch {
      // Denied or full.
    }
  };
  quietly(() => void (localStorage.getItem(COVERED) && putUp()));
  const keep = () => (root.hasAttribute(MARK) ? localStorage.setItem(COVERED, "1") : localStorage.removeItem(COVERED));
  new MutationObserver(() => quietly(keep)).observe(root, { attributeFilter: [MARK] });
  document.addEventListener("click", ({ target }) => target instanceof Element && target.closest("[data-put-up]") && putUp(), true);
}
