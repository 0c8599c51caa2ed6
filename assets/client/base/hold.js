// A deliberate press: a control that answers only when it is held for a second, by finger, mouse, Enter or Space.
//
// Assistive technology often cannot hold. It presses by a click that no finger and no key has made; two of those within
// five seconds count as a hold. A stray tap is never one: a tap has a pointer, and is shorter.

import { swallowRelease } from "./swallow.js";
import { LIMITS } from "../tables/live.js";

const HOLD_MS = LIMITS.holdSeconds * 1000;
const TWICE_MS = 5000;
/** Hands tremble: as far as this beside the control still counts as on it. */
const SLOP_PX = 12;
/** A click that comes this soon after a press belongs to that press. */
const SAME_MS = 1000;

/** @typedef {{held: () => void, changed: (now: {holding: boolean, armed: boolean}) => void}} Answer */

/**
 * @param {string} selector the control; found anew at each press, so that it may be drawn at any time
 * @param {Answer} answer `armed`: one assisted press was made and waits for its second
 * @returns {() => void} stop listening
 */
export function onHold(selector, answer) {
  const hold = new Hold(selector, answer);
  const listening = new AbortController();
  const options = { capture: true, signal: listening.signal };
  addEventListener("pointerdown", (event) => hold.pointerDown(event), options);
  addEventListener("pointermove", (event) => hold.pointerMove(event), { ...options, passive: true });
  addEventListener("pointerup", (event) => hold.letGo(event.pointerId), options);
  addEventListener("pointercancel", (event) => hold.letGo(event.pointerId), options);
  addEventListener("keydown", (event) => hold.keyDown(event), options);
  addEventListener("keyup", (event) => hold.keyUp(event), options);
  addEventListener("click", (event) => hold.click(event), options);
  addEventListener("contextmenu", (event) => hold.contextMenu(event), options);
  addEventListener("blur", () => hold.abort(), { signal: listening.signal });
  document.addEventListener("focusout", () => hold.letGo("key"), options);
  document.addEventListener("visibilitychange", () => hold.abort(), options);
  return () => {
    listening.abort();
    hold.abort();
  };
}

class Hold {
  #selector;
  #answer;
  /** @type {Element | null} */
  #control = null;
  /** @type {number | "key" | null} what is held down: a pointer's id, or a key */
  #by = null;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #holding;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #armed;
  #byHandAt = -Infinity;
  #assistedAt = -Infinity;

  /** @param {string} selector @param {Answer} answer */
  constructor(selector, answer) {
    this.#selector = selector;
    this.#answer = answer;
  }

  /** @param {PointerEvent} event */
  pointerDown(event) {
    const control = this.#find(event);
    if (!control || !event.isPrimary || event.button !== 0) return this.abort();
    if (isAssisted(event)) this.#assistedAt = performance.now();
    this.#begin(control, event.pointerId);
  }

  /** @param {PointerEvent} event */
  pointerMove(event) {
    if (this.#control && event.pointerId === this.#by && !isOn(this.#control, event)) this.abort();
  }

  /** @param {KeyboardEvent} event */
  keyDown(event) {
    const control = this.#find(event);
    if (!control || !isPress(event)) return;
    event.preventDefault();
    if (!event.repeat && this.#by === null) this.#begin(control, "key");
  }

  /** @param {KeyboardEvent} event */
  keyUp(event) {
    if (!isPress(event) || !this.#find(event)) return;
    event.preventDefault();
    this.#byHandAt = performance.now();
    this.letGo("key");
  }

  /** @param {MouseEvent} event */
  click(event) {
    if (!this.#find(event)) return;
    const now = performance.now();
    const byHand = now - this.#byHandAt < SAME_MS;
    if (now - this.#assistedAt < SAME_MS || (event.detail === 0 && !byHand)) this.#assistedPress();
  }

  /** A long press would open a menu and so end the hold. @param {Event} event */
  contextMenu(event) {
    if (this.#find(event)) event.preventDefault();
  }

  /** @param {number | "key"} by */
  letGo(by) {
    if (by === this.#by) this.abort();
  }

  abort() {
    if (this.#by === null) return;
    clearTimeout(this.#holding);
    this.#control = this.#by = null;
    this.#tell();
  }

  /** @param {Event} event */
  #find(event) {
    return event.target instanceof Element ? event.target.closest(this.#selector) : null;
  }

  /** @param {Element} control @param {number | "key"} by */
  #begin(control, by) {
    this.abort();
    this.#byHandAt = performance.now();
    this.#control = control;
    this.#by = by;
    this.#holding = setTimeout(() => this.#held(), HOLD_MS);
    this.#tell();
  }

  #held() {
    swallowRelease();
    this.#done();
  }

  #assistedPress() {
    if (this.#armed !== undefined) return this.#done();
    this.#armed = setTimeout(() => this.#disarm(), TWICE_MS);
    this.#tell();
  }

  #disarm() {
    clearTimeout(this.#armed);
    this.#armed = undefined;
    this.#tell();
  }

  #done() {
    this.abort();
    this.#disarm();
    this.#answer.held();
  }

  #tell() {
    this.#answer.changed({ holding: this.#by !== null, armed: this.#armed !== undefined });
  }
}

/**
 * Whether a screen reader made this press: VoiceOver's touch has no size, TalkBack's is a mouse that weighs nothing.
 * Elsewhere than on Android a mouse may weigh nothing for other reasons.
 *
 * @param {PointerEvent} event
 */
function isAssisted(event) {
  const { width, height, pressure, detail, pointerType } = event;
  if (width === 0 && height === 0) return true;
  const weightless = width === 1 && height === 1 && pressure === 0 && detail === 0;
  return weightless && pointerType === "mouse" && /Android/.test(navigator.userAgent);
}

/** @param {KeyboardEvent} event */
function isPress(event) {
  return (event.key === "Enter" || event.key === " ") && !event.ctrlKey && !event.altKey && !event.metaKey;
}

/** @param {Element} control @param {PointerEvent} event */
function isOn(control, { clientX, clientY }) {
  const { left, right, top, bottom } = control.getBoundingClientRect();
  const across = clientX >= left - SLOP_PX && clientX <= right + SLOP_PX;
  return across && clientY >= top - SLOP_PX && clientY <= bottom + SLOP_PX;
}
