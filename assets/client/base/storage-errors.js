// What the browser says when storage fails, told in the few codes that the candidate is shown a message for:
//
//   storage-denied   the browser gives no database (private mode, blocked by a setting)
//   storage-blocked  another tab holds an older version open, or the browser does not answer
//   storage-newer    a newer version of the app has been here; this one keeps its hands off
//   storage-full     the quota is used up
//   storage-failed   anything else, among it connections that phones drop in the background: worth another try
//   superseded       never shown: another tab has begun an interview that the writer did not know of
//   elsewhere        another tab, or something else that was asked for here, came between (sync)

export class StoreError extends Error {
  /** @param {string} code */
  constructor(code) {
    super(code);
    this.name = "StoreError";
    this.code = code;
  }
}

/** @param {any} error @returns {string} why a database could not be opened */
export function openingCode(error) {
  if (error instanceof StoreError) return error.code;
  if (error?.name === "VersionError") return "storage-newer";
  if (error?.name === "QuotaExceededError") return "storage-full";
  return error?.name === "AbortError" ? "storage-failed" : "storage-denied";
}

/** @param {any} error @returns {string} why something could not be read or written */
export function codeOf(error) {
  if (error instanceof StoreError) return error.code;
  return error?.name === "QuotaExceededError" ? "storage-full" : "storage-failed";
}
