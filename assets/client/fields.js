// Text fields keep what stands in them when they are left. A phone may end a hidden page at any moment, and then nobody
// leaves them: so they are told as if they had been, and the focus stays where it is.

const TEXT = "input, textarea";

/** Keep what is being typed whenever the page is hidden or left. */
export function keepWhatIsTyped() {
  document.addEventListener("visibilitychange", () => document.hidden && tellLeft());
  // Older WebKit leaves a page without hiding it.
  addEventListener("pagehide", tellLeft);
}

function tellLeft() {
  const field = document.activeElement;
  if (field?.matches(TEXT)) field.dispatchEvent(new FocusEvent("focusout", { bubbles: true }));
}
