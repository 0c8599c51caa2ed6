// Something laid over the page: Escape and Back close it, and then the focus is where it was.

import { onBack } from "./back.js";
import { rememberFocus } from "./focus.js";

/**
 * @param {string} mark an attribute for <html>: styles hide by it what lies below, before anything else is drawn
 * @param {() => void} close
 * @returns {() => void} to be called when the layer has been closed, in whatever way
 */
export function openLayer(mark, close) {
  const listening = new AbortController();
  const { signal } = listening;
  const forgetBack = onBack(close);
  const restoreFocus = rememberFocus();
  document.addEventListener("keydown", (event) => (isEscape(event) ? close() : letGo(event)), { signal, capture: true });
  document.documentElement.setAttribute(mark, "");
  return () => {
    listening.abort();
    forgetBack();
    document.documentElement.removeAttribute(mark);
    restoreFocus();
  };
}

/** The key that opened the layer may still be held: it must not press what has the focus now. @param {KeyboardEvent} event */
function letGo(event) {
  if (event.repeat && event.key === "Enter") event.preventDefault();
}

/** Keeps the key to itself, so that what lies below stays open. @param {KeyboardEvent} event */
function isEscape(event) {
  if (event.key !== "Escape" || event.isComposing) return false;
  event.stopPropagation();
  event.preventDefault();
  return true;
}
