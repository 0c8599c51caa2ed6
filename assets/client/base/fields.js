// Text fields: what stands in them is kept when they are left, and what is kept stands in them.
//
// Nobody leaves a field of a page that a phone ends while it is hidden, nor one that goes with its screen: React hears no
// event of what it is just removing, and on an iPhone a tap on a link takes no focus. So fields are told as if they had
// been left, and the focus stays where it is.
//
// Another device, or another tab, may write to the same thing meanwhile. A field in which nobody typed then shows the
// newer text, and never puts the older one back; what was typed into a longer text stays beside the newer one.

const TEXT = "main :is(textarea, input:not([type=checkbox], [type=radio], [type=file]))";

/** @typedef {HTMLInputElement | HTMLTextAreaElement} Field */

/** Fields in which somebody types, with what was kept when they began. @type {WeakMap<Field, string>} */
const typed = new WeakMap();

/** Watch over all fields of the page. */
export function watchFields() {
  const options = { capture: true };
  addEventListener("input", ({ target }) => isField(target) && begin(target), options);
  addEventListener("focusout", leave, options);
  document.addEventListener("visibilitychange", () => document.hidden && tellLeft());
  // Older WebKit leaves a page without hiding it.
  addEventListener("pagehide", tellLeft);
  // Before the router hears of it.
  for (const leaving of ["click", "popstate"]) addEventListener(leaving, tellLeft, options);
  // React keeps a field's default in step with what is kept, but no browser shows a default once there was a value.
  const changed = { subtree: true, childList: true, attributes: true, attributeFilter: ["value"] };
  new MutationObserver((news) => news.forEach(({ target }) => void (isField(target) && renew(target)))).observe(document, changed);
}

/** @param {unknown} target @returns {target is Field} */
const isField = (target) => target instanceof Element && target.matches(TEXT);

/** @param {Field} field */
function begin(field) {
  if (!typed.has(field)) typed.set(field, field.defaultValue);
}

/** @param {Field} field */
function renew(field) {
  if (!typed.has(field) && field.value !== field.defaultValue) field.value = field.defaultValue;
}

// Before React hears of it: where nothing was typed, there is nothing to keep.
/** @param {FocusEvent} event */
function leave(event) {
  const field = event.target;
  if (!isField(field)) return;
  const before = typed.get(field);
  if (before === undefined) return event.stopImmediatePropagation();
  const { defaultValue: kept, value } = field;
  if (field instanceof HTMLTextAreaElement && kept !== before && !value.includes(kept)) field.value = `${value}\n${kept}`;
  typed.delete(field);
}

function tellLeft() {
  const field = document.activeElement;
  if (isField(field)) field.dispatchEvent(new FocusEvent("focusout", { bubbles: true }));
}
