// Filling scripts. Python worked out every script for every set of filled slots (slots.py); here the values go in.

import { ownLine } from "./flags.js";
import { REASONS, SAID, SCRIPTS } from "../tables/live.js";

/** @typedef {{name: string, company: string, role: string, topic: string, reason: string}} Slots */

/** A place, with the full stop that may follow it. */
const PLACE = /\{(\w+)\}(\.?)/g;
const RIGHT_TO_LEFT = new RegExp(SAID.rightToLeft, "u");
/** @type {[keyof Slots, RegExp[]][]} */
const TIDY = /** @type {any} */ (
  Object.entries(SAID.tidy).map(([slot, patterns]) => [slot, patterns.map((each) => new RegExp(each, "giu"))])
);

/**
 * @param {string} id a script's, or that of a flag of one's own; any other says nothing
 * @param {Slots} slots
 * @returns {string}
 */
export const fill = (id, slots) => (SCRIPTS[id] ? filled(SCRIPTS[id], slots) : ownLine(id));

/** @param {import("../tables/live.js").Script} script @param {Slots} slots @returns {string} */
export function filled(script, slots) {
  const said = tidied(slots);
  const place = script.slots.reduce((sum, slot, bit) => sum + (said[slot] ? 1 << bit : 0), 0);
  const values = places(said);
  // One pass: what a candidate typed is never taken for a place to fill.
  return script.variants[place].replace(PLACE, (_, place, stop) => told(values[place] ?? "", stop));
}

/** What was typed, so that it reads well inside a sentence (slots.py). @param {Slots} slots @returns {Slots} */
function tidied(slots) {
  const said = { ...slots };
  for (const [slot, patterns] of TIDY) {
    const typed = slots[slot].replace(/\s+/gu, " ");
    said[slot] = patterns.reduce((text, pattern) => text.replace(pattern, ""), typed);
  }
  return said;
}

/** @param {string} value @param {string} stop a full stop, or nothing */
function told(value, stop) {
  const [before, after] = RIGHT_TO_LEFT.test(value) ? SAID.isolate : ["", ""];
  const isStopped = value !== "" && SAID.stops.includes(value.slice(-1));
  return before + value + after + (isStopped ? "" : stop);
}

/** @param {Slots} slots @returns {Record<string, string>} */
function places(slots) {
  const { noun = "", nounCap = "", clause = "" } = REASONS[slots.reason] ?? {};
  return { ...slots, reason_noun: noun, reason_noun_cap: nounCap, reason_clause: clause };
}

/** @param {string} id @returns {boolean} whether it is said aloud, and not to oneself */
export const isSaid = (id) => SCRIPTS[id]?.say ?? ownLine(id) !== "";
