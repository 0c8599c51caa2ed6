// Notices that nobody is looking: the page goes to the background, comes back from it, or is left lying.

const ACTIVITY = ["pointerdown", "pointermove", "keydown", "input", "wheel", "touchstart", "scroll"];

/**
 * @typedef {object} Watched
 * @property {() => boolean} isLive
 * @property {() => number} idleSeconds 0: never by idleness
 * @property {(changed: () => void) => unknown} [subscribe] to be told when that may be another
 */

/**
 * @param {Watched} watched
 * @param {() => void} raise called at the very moment of hiding, before the system takes its picture of the app, as
 *   far as scripts still run then; and on every return, in case they did not
 * @returns {() => void} stop watching
 */
export function onAway({ isLive, idleSeconds, subscribe }, raise) {
  const listening = new AbortController();
  const { signal } = listening;
  const ifLive = () => void (isLive() && raise());
  const idle = new Idle(() => (isLive() ? idleSeconds() : 0), raise);
  // A page that goes for good is hidden last of all: whoever loads it anew is looking at it.
  let going = false;
  addEventListener("pagehide", () => (going = true), { signal });
  addEventListener("pageshow", () => (going = false), { signal });
  document.addEventListener("visibilitychange", () => void (going || ifLive()), { signal });
  document.addEventListener("resume", ifLive, { signal });
  addEventListener("pageshow", (event) => void (event.persisted && ifLive()), { signal });
  for (const type of ACTIVITY) addEventListener(type, () => idle.seen(), { signal, capture: true, passive: true });
  idle.seen();
  subscribe?.(() => idle.renew());
  return () => {
    listening.abort();
    idle.stop();
  };
}

/** One timer for any amount of activity: it looks at the last sign of life when it fires. */
class Idle {
  #seconds;
  #raise;
  #waited = 0;
  #last = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;

  /** @param {() => number} seconds @param {() => void} raise */
  constructor(seconds, raise) {
    this.#seconds = seconds;
    this.#raise = raise;
  }

  seen() {
    this.#last = performance.now();
    if (this.#timer === undefined) this.#wait();
  }

  // Whether anything is live, and the setting, are known a moment after the page is alive, and may change at any time.
  renew() {
    if (this.#seconds() === this.#waited) return;
    this.stop();
    this.#wait();
  }

  stop() {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  #wait() {
    this.#waited = this.#seconds();
    const ms = this.#left();
    if (Number.isFinite(ms)) this.#timer = setTimeout(() => this.#look(), Math.max(ms, 1));
  }

  #look() {
    this.#timer = undefined;
    if (this.#left() > 0) this.#wait();
    else this.#raise();
  }

  #left() {
    const seconds = this.#seconds();
    return seconds > 0 ? this.#last + seconds * 1000 - performance.now() : Infinity;
  }
}
