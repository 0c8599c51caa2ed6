// Erasing everything: a deliberate press (hold.js), then some seconds in which one word stops it, then it is gone.

import { eraseAll } from "../store/wipe.js";
import { onHold } from "../base/hold.js";
import { observable } from "../base/observable.js";
import { codeOf } from "../base/storage-errors.js";

const SECONDS = 5;

export const state = observable({
  /** Nothing, or: counting, erasing, done, stopped, fault. */
  step: "",
  /** Seconds that are left to stop it. */
  left: SECONDS,
  holding: false,
  armed: false,
  /** A code of storage-errors.js. */
  fault: "",
});

/** @type {ReturnType<typeof setTimeout> | undefined} */
let next;

/** Begin to count; nothing is erased yet. */
function begin() {
  if (["counting", "erasing", "done"].includes(state.get("step"))) return;
  state.set({ step: "counting", left: SECONDS, fault: "" });
  next = setTimeout(count, 1000);
  offerToStop();
}

// What the press has begun can be stopped by the next one (hold.js swallows the rest of this one).
function offerToStop() {
  requestAnimationFrame(() => /** @type {HTMLElement | null} */ (document.querySelector("[data-keep]"))?.focus());
}

function count() {
  // Whoever has left the page can't see any more that it counts, nor stop it.
  if (!document.querySelector("[data-erasing]")) return stop();
  state.set({ left: state.get("left") - 1 });
  if (state.get("left") > 0) next = setTimeout(count, 1000);
  else return erase();
}

/** Keep everything after all. */
export function stop() {
  clearTimeout(next);
  if (state.get("step") === "counting") state.set({ step: "stopped" });
}

async function erase() {
  state.set({ step: "erasing" });
  try {
    await eraseAll();
    state.set({ step: "done" });
  } catch (error) {
    state.set({ step: "fault", fault: codeOf(error) });
  }
}

/** Begin as somebody who was never here. */
export const beginAnew = () => location.replace("/");

/** Once, when the page is loaded. */
export function start() {
  onHold("[data-erase]", { held: begin, changed: (now) => state.set(now) });
}
