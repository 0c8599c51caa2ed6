// Time that has really passed for the person, as sure as a page can know it.
//
// `performance.now()` never jumps, but on Apple and Linux devices it stands still while the device sleeps: someone who
// puts the phone to sleep in a pause and comes back a minute later would be asked to wait on. The wall clock goes on
// asleep, but it may be set at any moment. So the wall clock is believed only in one case: the page was hidden (a
// device with the page in view is awake) and on return the wall clock is ahead. To be fooled, the clock would have to
// be set forward within the same few seconds in which the page was hidden. A clock set back is never believed, nor is
// one that says that a page has slept for a month: a phone that begins in 1970 is put right by the network within its
// first minutes. A page in view never asks it.

/** Less than this is not sleep but a clock being trimmed, or the two clocks being read one after the other. */
const SLEPT_MS = 500;
/** No page sleeps longer than this. */
export const LONGEST_SLEEP_MS = 30 * 86_400_000;

export class Stopwatch {
  #started = performance.now();
  #slept = 0;
  /** @type {number | null} how far the wall clock was ahead of the steady one when the page was hidden */
  #lead = null;

  /** Milliseconds since the start. */
  get elapsed() {
    return performance.now() - this.#started + this.#slept;
  }

  restart() {
    this.#started = performance.now();
    this.#slept = 0;
  }

  hidden() {
    this.#lead ??= Date.now() - performance.now();
  }

  shown() {
    if (this.#lead === null) return;
    const slept = Date.now() - performance.now() - this.#lead;
    if (slept >= SLEPT_MS && slept <= LONGEST_SLEEP_MS) this.#slept += slept;
    this.#lead = null;
  }
}
