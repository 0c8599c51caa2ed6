// The notepad on the cover: what is typed there is kept on this device, and nowhere else; and so is whether it is up.

import { observable } from "../base/observable.js";
import { answered, settled } from "./requests.js";
import { withDatabase } from "./database.js";

const STORE = "meta";
const TEXT = "pad";
const COVERED = "covered";

export const pad = observable({ text: "", fault: "" });

/** What the device keeps, as far as is known. */
let kept = "";
let known = false;
/** How many writes are on their way. */
let saving = 0;

/** @param {string} text */
export function write(text) {
  pad.set({ text });
  if (!saving) void flush();
}

/** Read what is kept, maybe by another tab; never at the price of what is typed here and not kept yet. */
export async function load() {
  const found = await read();
  const text = pad.get("text");
  const typed = text !== kept;
  if (found === null || found === kept || (known && typed)) {
    known ||= found !== null;
    return;
  }
  [kept, known] = [found, true];
  if (typed) write(`${found}\n${text}`);
  else pad.set({ text: found });
}

/**
 * Keep what is not kept yet, at once: a page that is hidden may never run again, and a browser drops what it is about to
 * write for a page that goes. What is typed meanwhile follows.
 */
export async function flush() {
  if (pad.get("text") === kept) return;
  saving += 1;
  if (!known) await load();
  const text = pad.get("text");
  const done = known && (await keep(TEXT, text));
  saving -= 1;
  if (done) kept = text;
  pad.set({ fault: done ? "" : "pad-not-saved" });
  if (done && !saving) void flush();
}

/** @returns {Promise<string | null>} what is typed there; null when there is no telling */
export const read = () => keptValue(TEXT, "");

/** @returns {Promise<boolean>} whether the cover was up when it was last heard of */
export const wasCovered = async () => Boolean(await keptValue(COVERED, false));

/** @param {boolean} covered */
export const keepCovered = (covered) => keep(COVERED, covered);

/**
 * @template {string | boolean} T
 * @param {string} key @param {T} otherwise where nothing of its kind is kept
 * @returns {Promise<T | null>} null when there is no telling
 */
async function keptValue(key, otherwise) {
  try {
    const row = await withDatabase((db) => answered(db.transaction(STORE).objectStore(STORE).get(key)));
    return typeof row?.value === typeof otherwise ? row.value : otherwise;
  } catch {
    return null;
  }
}

/**
 * Committed at once: a page that goes would take an open transaction with it.
 *
 * @param {string} key @param {string | boolean} value
 * @returns {Promise<boolean>} whether it is kept
 */
const keep = (key, value) =>
  withDatabase((db) => {
    const tx = db.transaction(STORE, "readwrite");
    tx.objectStore(STORE).put({ key, value });
    tx.commit?.();
    return settled(tx);
  }).then(() => true, () => false);
