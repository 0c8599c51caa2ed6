// The only owner of the screen wake lock. A screen that goes dark in mid-count is a nuisance, never an error: browsers
// without the lock, low batteries and policies that refuse it are all the same to us.

let wanted = false;
let asking = false;
/** @type {WakeLockSentinel | null} */
let lock = null;

/** Keep the screen on until `letSleep`; the browser drops the lock of a hidden page, so it is taken again on return. */
export function keepAwake() {
  wanted = true;
  document.addEventListener("visibilitychange", take);
  return take();
}

export async function letSleep() {
  wanted = false;
  document.removeEventListener("visibilitychange", take);
  const held = lock;
  lock = null;
  await held?.release().catch(() => {});
}

async function take() {
  if (!wanted || asking || document.hidden || !("wakeLock" in navigator)) return;
  if (lock && !lock.released) return;
  asking = true;
  const got = await navigator.wakeLock.request("screen").catch(() => null);
  asking = false;
  lock = got;
  if (!wanted) await letSleep();
}
