// Work that may wait: what is long goes in slices, between which the page is drawn and its controls answer; what nobody
// looks at yet waits until the page has nothing else to do.

const QUIET_MS = 200;

/** @returns {Promise<void>} */
export const breath = () =>
  /** @type {any} */ (globalThis).scheduler?.yield?.() ?? new Promise((resume) => setTimeout(resume));

/** @param {() => void} job */
export function whenIdle(job) {
  if ("requestIdleCallback" in globalThis) requestIdleCallback(job);
  else setTimeout(job, QUIET_MS);
}
