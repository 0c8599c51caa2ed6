// Text fields keep what stands in them when they are left. But nobody leaves a field of a page that a phone ends while it
// is hidden, nor one that goes with its screen: React hears no event of what it is just removing, and on an iPhone a tap
// on a link takes no focus. So fields are told as if they had been left, and the focus stays where it is.

const TEXT = "input, textarea";

/** Keep what is being typed whenever the page, or the screen, may go. */
export function keepWhatIsTyped() {
  document.addEventListener("visibilitychange", () => document.hidden && tellLeft());
  // Older WebKit leaves a page without hiding it.
  addEventListener("pagehide", tellLeft);
  // Before the router hears of it.
  for (const leaving of ["click", "popstate"]) addEventListener(leaving, tellLeft, { capture: true });
}

function tellLeft() {
  const field = document.activeElement;
  if (field?.matches(TEXT)) field.dispatchEvent(new FocusEvent("focusout", { bubbles: true }));
}
