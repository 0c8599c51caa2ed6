// The words of this device's vault on the screen, for another device: after a deliberate press, for a while, and never
// longer than somebody looks. Whoever has seen them once can read everything from then on.

import { onDeliberate } from "../base/held-controls.js";
import { onLeaving } from "../base/leaving.js";
import { observable } from "../base/observable.js";
import { vaultNow } from "./engine.js";
import { wordsOf } from "./recovery-phrase.js";

/** Long enough to write twelve words down. */
const SHOWN_MS = 120_000;

export const state = observable({ words: /** @type {string[]} */ ([]), failed: false });

let hiding = () => {};

/** Once, when the page is loaded. */
export const start = () => onDeliberate("words", () => void show());

async function show() {
  const ours = vaultNow()?.entropy;
  if (!ours) return;
  hide();
  const late = setTimeout(hide, SHOWN_MS);
  const leave = onLeaving("vault", hide);
  hiding = () => {
    clearTimeout(late);
    leave();
  };
  // The list comes when it is wanted; meanwhile somebody may have left.
  const mine = hiding;
  const words = await wordsOf(ours).catch(() => null);
  if (mine === hiding) state.set({ words: words ?? [], failed: !words });
}

export function hide() {
  hiding();
  hiding = () => {};
  state.set({ words: [], failed: false });
}
