// What a candidate made of an interview afterwards, out of its records. Pure.

import { byTime, heads } from "./records.js";
import { RATINGS, REGRETS, SEEN } from "../tables/after.js";

/** @typedef {import("./records.js").Stored} Stored */
/** @typedef {{id: string, role: string, initials: string, cue: string}} Person */
/** @typedef {{rated: {company: string, manager: string}, seen: string[], people: Person[]}} Impression */

/**
 * What is remembered of a company: both ratings, what they saw of the candidate, whom to know again (M05, M19, M20).
 * @param {Stored[]} records @param {string} interview @returns {Impression}
 */
export function impressionOf(records, interview) {
  const { company, manager, seen } = heads(records, "debrief", interview)[0]?.body ?? {};
  return {
    rated: { company: oneOf(RATINGS, company), manager: oneOf(RATINGS, manager) },
    seen: SEEN.filter((chip) => Array.isArray(seen) && seen.includes(chip)),
    people: peopleOf(records),
  };
}

/** @param {Stored[]} records @returns {Person[]} in the order in which they were last written */
export function peopleOf(records) {
  const said = records.filter(({ k }) => k === "person").sort(byTime);
  const people = [...new Set(said.map(({ e }) => String(e)))].map((id) => personOf(records, id));
  return people.filter(({ role, initials, cue }) => role || initials || cue);
}

/** @param {Stored[]} records @param {string} id @returns {Person} */
function personOf(records, id) {
  const { role, initials, cue } = heads(records, "person", id)[0]?.body ?? {};
  return { id, role: textOf(role), initials: textOf(initials), cue: textOf(cue) };
}

/** @param {Stored[]} records @returns {Record<string, string>} the answers by when they were given; empty for none */
export function regretsOf(records) {
  const [atOnce, later] = ["at_once", "later"].map((when) => heads(records, "regret", when)[0]?.body?.answer);
  return { at_once: oneOf(REGRETS, atOnce), later: oneOf(REGRETS, later) };
}

/** @param {readonly string[]} list @param {unknown} value @returns {string} */
const oneOf = (list, value) => list.find((each) => each === value) ?? "";

/** @param {unknown} value @returns {string} */
const textOf = (value) => (typeof value === "string" ? value : "");
