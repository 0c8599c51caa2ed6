// What is done twice within a moment was meant once: by a shaky finger, or a key that is held down. Time is the page's own
// steady clock, never the wall's.
//
// A flag counts once however it is tapped (isRepeat). Switches hear no second tap on the same spot: it would undo the first.
// Nor does anything on the live screens that the first tap has put there: it would answer, or leave, unread. What ends the
// interview or takes something back is deaf to any tap that comes so soon, wherever the one before it was.

import { LIMITS } from "../tables/live.js";

const REPEAT_MS = LIMITS.repeatSeconds * 1000;
const SHAKY_MS = LIMITS.shakySeconds * 1000;
/** A finger that shakes stays within this, in CSS pixels. */
const SPOT = 24;
const CONTROLS = "button, summary, a[href], input[type=checkbox]";
/** What a second tap on it would undo. */
const SWITCHES = "[aria-pressed], input[type=checkbox]";
/** What the first tap may have put under the finger. */
const PUT_THERE = "[data-flag], [data-again] button, .live :is(a, button), .words :is(a, button)";

/** What is never pressed unread. */
const FATEFUL = "[data-fateful]";

/** When each was done last. @type {Map<string, number>} */
const done = new Map();

/** Whether the same has been done a moment ago; every repeat begins that moment anew. @param {string} what @param {number} [at] */
export function isRepeat(what, at = performance.now()) {
  const before = done.get(what) ?? -Infinity;
  done.set(what, Math.max(at, before));
  return at - before < REPEAT_MS;
}

/** Something else was done: what comes now is no repeat. */
export const endRepeats = () => done.clear();

/**
 * The last click that was heard, and what was fateful then, by what it said.
 * @type {{at: number, x: number, y: number, control: Element | null, fateful: Map<Element, string | null>}}
 */
let last = { at: -Infinity, x: 0, y: 0, control: null, fateful: new Map() };

/** @param {MouseEvent} event */
function hearOnce(event) {
  const control = controlOf(event);
  if (!control) return;
  const { detail, clientX: x, clientY: y } = event;
  const at = performance.now();
  // Keys and assistive technology click nowhere.
  const isSame = detail === 0 ? control === last.control : Math.hypot(x - last.x, y - last.y) < SPOT;
  const isUnread = detail !== 0 && control.matches(FATEFUL) && last.fateful.get(control) !== control.textContent;
  if (at - last.at < SHAKY_MS && ((isSame && isOnce(control)) || isUnread)) silence(event);
  else last = { at, x, y, control, fateful: fatefulNow() };
}

const fatefulNow = () => new Map([...document.querySelectorAll(FATEFUL)].map((each) => [each, each.textContent]));

/** @param {KeyboardEvent} event */
function ignoreHeld(event) {
  if (event.repeat && event.key === "Enter" && controlOf(event)?.matches(SWITCHES)) event.preventDefault();
}

/** @param {Element} control */
const isOnce = (control) => control.matches(PUT_THERE) || (control === last.control && control.matches(SWITCHES));

/** @param {Event} event */
function controlOf({ target }) {
  if (!(target instanceof Element) || document.documentElement.hasAttribute("data-covered")) return null;
  return target.closest(CONTROLS);
}

/** @param {Event} event */
function silence(event) {
  event.preventDefault();
  event.stopImmediatePropagation();
}

export function watch() {
  addEventListener("click", hearOnce, { capture: true });
  addEventListener("keydown", ignoreHeld, { capture: true });
}
