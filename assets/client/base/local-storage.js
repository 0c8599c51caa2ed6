// Two or three words that outlive the page, in localStorage. Where storage is denied they last as long as the page.

/** @type {Map<string, string>} */
const here = new Map();

/** @param {string} key @param {string} value */
export function keep(key, value) {
  here.set(key, value);
  try {
    localStorage.setItem(key, value);
  } catch {
    // Private mode, or storage full: the page itself remembers.
  }
}

/** @param {string} key @returns {string} empty if it was never kept */
export function recall(key) {
  try {
    return localStorage.getItem(key) ?? here.get(key) ?? "";
  } catch {
    return here.get(key) ?? "";
  }
}
