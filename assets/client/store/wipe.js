// What this browser keeps for the app, and how all of it goes: databases, small stores, caches and the worker.
//
// Other tabs have it in memory, and might write it back: they begin anew once the database is gone, and whatever they
// wrote on their way out goes with the second erasure.

import * as memory from "./memory.js";
import * as writeQueue from "./write-queue.js";
import { StoreError } from "../base/storage-errors.js";
import { tellErased } from "./tab-channel.js";

const NAME = "notes";
const SYNC = "sync";
const PATIENCE_MS = 4000;
const LEAVING_MS = 600;

/** @returns {Promise<void>} rejects with a StoreError when the browser holds on to the database */
export async function eraseAll() {
  await apartFromSync(async () => {
    await eraseDatabases();
    forget();
    // Before the others begin anew: one that is covered would be so again.
    eraseSmall();
    tellErased();
    tellSync();
    await new Promise((resume) => setTimeout(resume, LEAVING_MS));
    await eraseDatabases();
  });
  eraseSmall();
  await Promise.allSettled([eraseCaches(), dismissWorker()]);
}

// Or what sync (engine.js) is about to write would come right after.
/** @param {() => Promise<void>} job */
async function apartFromSync(job) {
  const patience = { signal: AbortSignal.timeout(PATIENCE_MS) };
  const locked = navigator.locks?.request(SYNC, patience, job) ?? job();
  await locked.catch((error) => (error?.name === "TimeoutError" ? job() : Promise.reject(error)));
}

// It looks for its keys again, and finds none.
function tellSync() {
  if (typeof BroadcastChannel === "undefined") return;
  const channel = new BroadcastChannel(SYNC);
  channel.postMessage({ changed: true });
  channel.close();
}

// Or this tab would put back the next time it wakes what it has in memory, and what the disk could not take.
function forget() {
  writeQueue.drop();
  for (const interview of [...memory.interviews(), ""]) memory.forget(interview);
}

async function eraseDatabases() {
  const known = (await globalThis.indexedDB?.databases?.().catch(() => [])) ?? [];
  const names = new Set([NAME, ...known.map(({ name }) => String(name))]);
  await Promise.all([...names].map(eraseDatabase));
}

/** @param {string} name @returns {Promise<void>} */
function eraseDatabase(name) {
  return new Promise((resolve, reject) => {
    setTimeout(() => reject(new StoreError("storage-blocked")), PATIENCE_MS);
    // Where there are no databases at all, there is nothing to erase.
    if (!globalThis.indexedDB) return resolve();
    const request = indexedDB.deleteDatabase(name);
    request.onsuccess = () => resolve();
    request.onerror = () => reject(new StoreError("storage-failed"));
  });
}

function eraseSmall() {
  for (const store of ["localStorage", "sessionStorage"]) {
    try {
      /** @type {any} */ (globalThis)[store].clear();
    } catch {
      // Denied: then nothing was kept there.
    }
  }
}

async function eraseCaches() {
  const names = (await globalThis.caches?.keys()) ?? [];
  await Promise.all(names.map((name) => caches.delete(name)));
}

async function dismissWorker() {
  const workers = (await navigator.serviceWorker?.getRegistrations()) ?? [];
  await Promise.all(workers.map((worker) => worker.unregister()));
}
