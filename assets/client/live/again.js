// A flag that is pressed was tapped once more: did it happen again, or is it to be taken back? Asked on the spot, and left by
// whatever is done next.

import { rememberFocus } from "../base/focus.js";

const PLACE = "[data-again]";

let flag = "";
let restore = () => {};

/** @returns {string} the flag that is asked about; empty for none */
export const askedAbout = () => flag;

/** @param {string} tapped */
export function ask(tapped) {
  flag = tapped;
  if (!document.activeElement?.matches("[data-flag]:focus-visible")) return;
  restore = rememberFocus();
  // Whoever uses the keyboard goes on there, as soon as it is drawn.
  requestAnimationFrame(() => /** @type {HTMLElement | null} */ (document.querySelector(`${PLACE} button`))?.focus());
}

/** Ask no more. */
export function drop() {
  const isThere = flag !== "" && document.activeElement?.closest(PLACE);
  flag = "";
  if (isThere) restore();
}
