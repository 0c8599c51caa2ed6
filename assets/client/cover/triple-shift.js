// Shift, three times, each pressed and released by itself: the quick way to the cover for someone at a keyboard.
//
// Whoever types capitals, selects with the mouse or switches the keyboard's layout also presses Shift, but never alone.

import { LIMITS } from "../tables/live.js";

const APART_MS = LIMITS.coverPressSeconds * 1000;

/**
 * @param {() => void} fn
 * @returns {() => void} stop listening
 */
export function onTripleShift(fn) {
  const shift = new TripleShift(fn);
  const listening = new AbortController();
  const options = { capture: true, passive: true, signal: listening.signal };
  addEventListener("keydown", (event) => shift.down(event), options);
  addEventListener("keyup", (event) => shift.up(event), options);
  for (const other of ["pointerdown", "wheel", "compositionstart"]) addEventListener(other, () => shift.spoil(), options);
  addEventListener("blur", () => shift.spoil(), { signal: listening.signal });
  return () => listening.abort();
}

class TripleShift {
  #fn;
  #held = false;
  #alone = false;
  #count = 0;
  #last = -Infinity;

  /** @param {() => void} fn */
  constructor(fn) {
    this.#fn = fn;
  }

  /** @param {KeyboardEvent} event */
  down(event) {
    if (event.key !== "Shift") return this.spoil();
    if (event.repeat) return;
    if (this.#held || event.ctrlKey || event.altKey || event.metaKey) this.spoil();
    else this.#alone = true;
    this.#held = true;
  }

  /** @param {KeyboardEvent} event */
  up(event) {
    if (event.key !== "Shift") return;
    if (this.#alone) this.#pressed();
    this.#held = this.#alone = false;
  }

  /** Something else was pressed: neither this Shift nor the ones before it were meant for us. */
  spoil() {
    this.#alone = false;
    this.#count = 0;
  }

  #pressed() {
    const now = performance.now();
    this.#count = now - this.#last <= APART_MS ? this.#count + 1 : 1;
    this.#last = now;
    if (this.#count < LIMITS.coverPresses) return;
    this.#count = 0;
    this.#fn();
  }
}
