// A clock that never goes back: wall time and a counter, written so that the order of the strings is the order in time.
//
// A stamp is `ms|counter|device`. The wall clock may be set back, and other devices may run ahead: a stamp still comes
// after every stamp this device has made or seen. Somebody else's broken clock can pull ours ahead by a minute at most.

const AHEAD_MS = 60_000;
const COUNTER_MOST = 99_999;
const STAMP = /^\d{15}\|\d{5}\|[\w-]{1,64}$/;

/**
 * @typedef {object} Clock
 * @property {string} device
 * @property {() => string} last
 * @property {(now: number, after?: string) => string} next
 * @property {(stamp: unknown) => void} see
 * @property {(stamp: unknown, now: number) => void} meet
 */

/** @param {string} stamp @returns {string} */
export const deviceOf = (stamp) => stamp.split("|")[2];

/** @param {unknown} value @returns {value is string} */
export const isStamp = (value) => typeof value === "string" && STAMP.test(value);

/** @param {string} stamp @param {number} now @returns {boolean} whether it was made by a clock that runs ahead, or after such a stamp */
export const isAhead = (stamp, now) => stamp > written(Math.floor(now) + AHEAD_MS, 0, "");

/** @param {string} device @returns {Clock} */
export function clock(device) {
  let last = written(0, 0, device);

  /** @param {string} stamp */
  const advance = (stamp) => {
    if (stamp > last) last = stamp;
  };

  return {
    device,

    last: () => last,

    /** Stamp something new: after all this clock has seen, and after `after`, however far ahead that may be. */
    next(now, after = "") {
      advance(written(Math.floor(now), 0, device));
      last = following(last, device);
      return isStamp(after) && after >= last ? following(after, device) : last;
    },

    /** Take over a stamp of our own, made before a restart or in another tab. */
    see(stamp) {
      if (isStamp(stamp)) advance(stamp);
    },

    /** Take over a stamp made elsewhere, as far as it can be believed. */
    meet(stamp, now) {
      if (!isStamp(stamp)) return;
      const limit = written(Math.floor(now) + AHEAD_MS, 0, device);
      advance(stamp < limit ? stamp : limit);
    },
  };
}

/** @param {string} stamp @param {string} device @returns {string} */
function following(stamp, device) {
  const [ms, counter] = stamp.split("|").map(Number);
  return counter < COUNTER_MOST ? written(ms, counter + 1, device) : written(ms + 1, 0, device);
}

/** @param {number} ms @param {number} counter @param {string} device @returns {string} */
const written = (ms, counter, device) => [pad(ms, 15), pad(counter, 5), device].join("|");

/** @param {number} number @param {number} width @returns {string} */
const pad = (number, width) => String(number).padStart(width, "0");
