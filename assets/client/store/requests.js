// What IndexedDB answers, as promises. A transaction stays open from one answer to the next, and over no other wait.

/** @template T @param {IDBRequest<T>} request @returns {Promise<T>} */
export function answered(request) {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = (event) => {
      // Firefox would tell the window of it, too.
      event.preventDefault();
      reject(request.error);
    };
  });
}

/** @template T @param {IDBRequest<T>[]} requests @returns {Promise<T[]>} */
export const allAnswered = (requests) => Promise.all(requests.map(answered));

/**
 * Step by step, for as long as somebody asks for more.
 * @template {IDBCursor} T @param {IDBRequest<T | null>} request @returns {AsyncGenerator<T>}
 */
export async function* walk(request) {
  for (let cursor = await answered(request); cursor; cursor = await answered(request)) {
    yield cursor;
    cursor.continue();
  }
}

/** @param {IDBTransaction} tx @returns {Promise<void>} when it is committed */
export function settled(tx) {
  return new Promise((resolve, reject) => {
    tx.oncomplete = () => resolve();
    tx.onabort = () => reject(tx.error ?? new DOMException("", "AbortError"));
  });
}

/**
 * All that a job does in a transaction, or nothing of it.
 * @template T @param {IDBTransaction} tx @param {(tx: IDBTransaction) => Promise<T>} job
 * @returns {Promise<T>} when it is committed
 */
export async function whole(tx, job) {
  const done = settled(tx);
  try {
    const [result] = await Promise.all([job(tx), done]);
    return result;
  } catch (error) {
    abort(tx);
    await done.catch(() => {});
    // Of a transaction that the browser has ended, each request only says that it was; why, it says itself.
    throw tx.error ?? error;
  }
}

/** @param {IDBTransaction} tx */
function abort(tx) {
  try {
    tx.abort();
  } catch {
    // It has ended already.
  }
}
