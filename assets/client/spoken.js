// Filling scripts. Python worked out every script for every set of filled slots (slots.py); here the values go in.

import { ownLine } from "./catalogue.js";
import { REASONS, SCRIPTS } from "./tables.js";

/** @typedef {{name: string, company: string, role: string, topic: string, reason: string}} Slots */

const PLACE = /\{(\w+)\}/g;

/**
 * @param {string} id a script's, or that of a flag of one's own; any other says nothing
 * @param {Slots} slots
 * @returns {string}
 */
export function fill(id, slots) {
  const script = SCRIPTS[id];
  if (!script) return ownLine(id);
  const filled = script.slots.reduce((sum, slot, bit) => sum + (slots[slot] ? 1 << bit : 0), 0);
  const values = places(slots);
  // One pass: what a candidate typed is never taken for a place to fill.
  return script.variants[filled].replace(PLACE, (_, place) => values[place] ?? "");
}

/** @param {Slots} slots @returns {Record<string, string>} */
function places(slots) {
  const { noun = "", nounCap = "", clause = "" } = REASONS[slots.reason] ?? {};
  return { ...slots, reason_noun: noun, reason_noun_cap: nounCap, reason_clause: clause };
}

/** @param {string} id @returns {boolean} whether it is said aloud, and not to oneself */
export const isSaid = (id) => SCRIPTS[id]?.say ?? ownLine(id) !== "";
