// The prerendered flags, until React takes them over: they show what memory knows by themselves, which on a slow
// phone answers the first tap half a second sooner. Attributes only: text that differs from what was prerendered would
// make React throw the page away and draw it again.

import { state } from "./view-model.js";

let leave = () => {};
let taken = false;

/** Keep the flags in step with memory. */
export function show() {
  if (taken) return;
  leave = state.subscribe(mark);
  mark();
}

/** React reads the view now, and draws the flags. */
export function handOver() {
  if (taken) return;
  taken = true;
  mark();
  leave();
}

function mark() {
  const pressed = state.get("pressed");
  for (const flag of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-flag]"))) {
    flag.setAttribute("aria-pressed", String(Boolean(pressed[flag.dataset.flag ?? ""])));
  }
}
