// The one address that scripts may be run from by name: the worker's. The pages' policy takes such an address only as
// it is made here, and lets nobody make another, nor turn a text into HTML (Trusted Types). Browsers that don't know
// of this take a text.

const { trustedTypes } = /** @type {any} */ (globalThis);

/** @param {string} path @returns {string} */
const itself = (path) => path;

/** @type {(path: string) => string} */
export const workerAddress = made();

function made() {
  if (!trustedTypes) return itself;
  const policy = trustedTypes.createPolicy("worker", { createScriptURL: itself });
  return (/** @type {string} */ path) => policy.createScriptURL(path);
}
