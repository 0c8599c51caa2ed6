// When a hold is over, the finger or key is still down, and something else may now lie under it or have the focus:
// letting go, or a key that repeats, must not press that.

/** The click of a released finger comes right after its release. */
const CLICK_MS = 100;

/** Keep everything from the page until what is down now has been let go. */
export function swallowRelease() {
  const swallowing = new AbortController();
  const options = { capture: true, signal: swallowing.signal };
  const end = () => void setTimeout(() => swallowing.abort(), CLICK_MS);
  for (const type of ["pointerup", "pointercancel", "keyup"]) addEventListener(type, end, options);
  addEventListener("blur", end, { signal: swallowing.signal });
  addEventListener("pointerdown", () => swallowing.abort(), options);
  for (const type of ["click", "keydown", "keyup", "contextmenu"]) {
    addEventListener(type, (event) => swallow(event, swallowing), options);
  }
}

/** @param {Event} event @param {AbortController} swallowing */
function swallow(event, swallowing) {
  if (event instanceof KeyboardEvent && event.type === "keydown" && !event.repeat) return swallowing.abort();
  event.preventDefault();
  event.stopImmediatePropagation();
}
