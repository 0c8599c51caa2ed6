// The notepad on the cover: what is typed there is kept on this device, and nowhere else.

import { observable } from "./observable.js";
import { readPad, writePad } from "./store.js";

const SAVE_AFTER_MS = 300;

export const pad = observable({ text: "", fault: "" });

/** What the device keeps, as far as we know; an empty answer may also mean that it could not be read. */
let kept = "";
let known = false;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let saving;

/** @param {string} text */
export function write(text) {
  pad.set({ text });
  saving ??= setTimeout(flush, SAVE_AFTER_MS);
}

/** Read what is kept, maybe by another tab; never at the price of what is typed here and not kept yet. */
export async function load() {
  const found = await readPad();
  const text = pad.get("text");
  if (found === kept || (known && text !== kept)) return;
  const typedFirst = text !== kept;
  kept = found;
  known = true;
  pad.set({ text: typedFirst ? `${found}\n${text}` : found });
  if (typedFirst) await flush();
}

/** Keep now what is not kept yet: a page that is hidden may never run again. */
export async function flush() {
  clearTimeout(saving);
  saving = undefined;
  if (pad.get("text") === kept) return;
  if (!known) await load();
  known = true;
  const text = pad.get("text");
  const done = await writePad(text);
  if (done) kept = text;
  pad.set({ fault: done ? "" : "pad-not-saved" });
}
