// Rehearsing: every script, one at a time, with the plan's own names in it, to be said from memory.

import { observable, subscribeTo, whileRead } from "../base/observable.js";
import { state as planning } from "./planning.js";
import { sayable } from "../domain/scripts.js";
import { fill } from "../domain/slots.js";
import { CARDS } from "../tables/prepare.js";
import { state as view } from "../live/view-model.js";

const WORD = /[\p{L}\p{M}\p{N}’'-]+/gu;
const LATER_LETTER = /(?!^)[\p{L}\p{N}]\p{M}*/gu;
const STEPS = new Map([["ArrowLeft", -1], ["ArrowRight", 1]]);

const now = observable({ title: "", text: "", place: 0, count: 0, hidden: false });

let place = 0;

export const state = whileRead(now, () => {
  const stop = subscribeTo([planning, view], follow);
  document.addEventListener("keydown", turnByKey);
  follow();
  return () => {
    stop();
    document.removeEventListener("keydown", turnByKey);
  };
});

/** @returns {{title: string, line: string}[]} the words of the verdicts, of one's own flags, of all others */
function cards() {
  const { name, company, role } = planning.get("plan");
  const slots = sayable({ name, company, role, topic: "", reason: "" });
  const own = view.get("own").map(({ id, label }) => [id, label]);
  const all = [...Object.entries(CARDS.words), ...own, ...Object.entries(CARDS.flags)];
  return all.map(([script, title]) => ({ title, line: fill(script, slots) })).filter(({ line }) => line);
}

function follow() {
  const all = cards();
  place = Math.min(place, all.length - 1);
  const { title, line } = all[place];
  state.set({ title, text: state.get("hidden") ? masked(line) : line, place: place + 1, count: all.length });
}

/** The first letter of each word, and how long it is. @param {string} text */
export const masked = (text) => text.replace(WORD, (word) => word.replace(LATER_LETTER, "·"));

/** @param {number} by cards, forward or back; the last is followed by the first */
export function turn(by) {
  const { length } = cards();
  place = (place + by + length) % length;
  follow();
}

export function toggleHidden() {
  state.set({ hidden: !state.get("hidden") });
  follow();
}

/** @param {KeyboardEvent} event */
function turnByKey(event) {
  const by = STEPS.get(event.key);
  if (by && !event.altKey && !event.ctrlKey && !event.metaKey && document.querySelector("[data-rehearsal]")) turn(by);
}
