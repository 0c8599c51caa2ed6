// What the browser says when storage fails, told in the few codes that the ledger knows (store.js lists them).

export class StoreError extends Error {
  /** @param {string} code */
  constructor(code) {
    super(code);
    this.name = "StoreError";
    this.code = code;
  }
}

// Left alone, Dexie answers a database of a newer version by opening, and at need patching, whatever it finds.
export function factory() {
  const real = globalThis.indexedDB;
  if (!real) throw new StoreError("storage-denied");
  const strict = {
    /** @param {string} name @param {number} [version] */
    open(name, version) {
      if (version === undefined) throw new DOMException("", "VersionError");
      return real.open(name, version);
    },
  };
  return /** @type {IDBFactory} */ (/** @type {unknown} */ (strict));
}

/** @param {any} error @returns {string} why a database could not be opened */
export function openingCode(error) {
  if (error instanceof StoreError) return error.code;
  const names = [error?.name, error?.inner?.name];
  if (names.includes("VersionError")) return "storage-newer";
  if (names.includes("QuotaExceededError")) return "storage-full";
  return names.includes("AbortError") || names.includes("DatabaseClosedError") ? "storage-failed" : "storage-denied";
}

/** @param {any} error @returns {string} why a record could not be written */
export function codeOf(error) {
  if (error instanceof StoreError) return error.code;
  return error?.name === "QuotaExceededError" ? "storage-full" : "storage-failed";
}
