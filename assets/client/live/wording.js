// Marks the page and the browser where discreet wording is on, for the next start: the settings are in the database, which
// answers after the first paint (early-wording.js).

const MARK = "data-discreet";

/** @param {boolean} discreet */
export function keepWording(discreet) {
  const { documentElement: root } = document;
  if (root.hasAttribute(MARK) === discreet) return;
  root.toggleAttribute(MARK, discreet);
  try {
    if (discreet) localStorage.setItem("discreet", "1");
    else localStorage.removeItem("discreet");
  } catch {
    // Denied or full.
  }
}
