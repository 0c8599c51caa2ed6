// The only owner of vibration: a short tick per second for a phone held in the hand, off unless asked for, since on a
// table it can be heard.
//
// Reduced motion does not silence them: that wish is about what moves on the screen, and nobody has ticks who has not
// switched them on for this very purpose.

const TICK_MS = 25;
const END_MS = [25, 120, 25];

let on = false;

/** @param {boolean} wanted the candidate's setting */
export function setTicks(wanted) {
  on = wanted;
}

/**
 * Whether ticks are felt on this device. Having the function says little: desktops have no motor, and Firefox for
 * Android reports success and does nothing. Of the rest only Chromium on Android is known to buzz.
 */
function ticksWork() {
  if (typeof navigator === "undefined" || !("vibrate" in navigator)) return false;
  return /Android/.test(navigator.userAgent) && /Chrome\//.test(navigator.userAgent);
}

export function tick() {
  if (on && ticksWork()) navigator.vibrate(TICK_MS);
}

export function lastTick() {
  if (on && ticksWork()) navigator.vibrate(END_MS);
}

export function stillTicks() {
  if (on && ticksWork()) navigator.vibrate(0);
}
