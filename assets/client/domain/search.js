// Finding past interviews: filters, each an id, that combine; and words, each of which must be somewhere. Pure.

import { isFlagId } from "./flags.js";
import { labelOf } from "./live-view.js";
import { plain } from "./plain.js";
import { ENDINGS, WORDS } from "../tables/live.js";

/** @typedef {import("./summary.js").Summary} Summary */
/** @typedef {"ended" | "verdict" | "flag" | "company" | "month"} By */
/** @typedef {Record<By, string>} Filters what to look for: an id, or nothing */

/** @type {Filters} */
export const NO_FILTERS = { ended: "", verdict: "", flag: "", company: "", month: "" };
export const BYS = /** @type {By[]} */ (Object.keys(NO_FILTERS));
/** Stands for an interview that was never closed. */
export const OPEN = "open";
/** Stands for no company's name at all: no key has white space in it. */
export const NAMELESS = " ";

/** What an interview has, by what to look for. @type {Record<By, (summary: Summary) => string[]>} */
const HAS = {
  ended: ({ end }) => [end || OPEN],
  verdict: ({ verdict }) => (verdict ? [verdict] : []),
  flag: ({ flags }) => [...new Set(flags.filter(({ takenBack }) => !takenBack).map(({ flag }) => flag))],
  company: ({ companyKey }) => [companyKey || NAMELESS],
  month: ({ month }) => [month],
};

const ID = /^[\w-]{1,64}$/;

/** @type {Record<By, (value: string) => boolean>} */
const BELIEVED = {
  ended: (value) => value === OPEN || Object.hasOwn(ENDINGS, value),
  verdict: (value) => Object.hasOwn(WORDS, value),
  flag: isFlagId,
  company: (value) => ID.test(value),
  month: (value) => /^\d{4}-(0[1-9]|1[0-2])$/.test(value),
};

/** @param {string} fragment of an address, without its hash @returns {Filters} what of it can be believed */
export function filtersOf(fragment) {
  const said = new URLSearchParams(fragment);
  const known = BYS.map((by) => [by, said.get(by) ?? ""]).filter(([by, value]) => BELIEVED[/** @type {By} */ (by)](value));
  return { ...NO_FILTERS, ...Object.fromEntries(known) };
}

/** @param {string} fragment @returns {string} the interview that is to be shown beside the list */
export const openOf = (fragment) => idIn(new URLSearchParams(fragment).get("open"));

/** @param {string | null} text */
const idIn = (text) => (text && ID.test(text) ? text : "");

/** @param {Filters} filters @param {string} [open] as in openOf @returns {string} a fragment, without its hash */
export function fragmentOf(filters, open = "") {
  const said = [...BYS.map((by) => [by, filters[by]]), ["open", open]];
  return new URLSearchParams(said.filter(([, value]) => value)).toString();
}

/** @param {Summary} summary @returns {string} all that can be searched in it */
export function wordsIn({ company, role, note, people, flags }) {
  const labels = flags.flatMap(({ flag }) => [labelOf(flag, false), labelOf(flag, true)]);
  const cues = people.flatMap(({ role, initials, cue }) => [role, initials, cue]);
  return plain([company, role, note, ...cues, ...new Set(labels)].join("\n"));
}

/**
 * @param {Summary[]} summaries @param {Filters} filters `company` as its key here, never as an id
 * @param {string[]} terms plain @param {(summary: Summary) => string} wordsOf @param {boolean} counting
 * @returns {{found: Summary[], counts: Record<By, Map<string, number>>}} and, when counting, how many there would be for each
 *   value of one filter, as the others are
 */
export function search(summaries, filters, terms, wordsOf, counting) {
  const wanted = BYS.filter((by) => filters[by]);
  const counts = /** @type {Record<By, Map<string, number>>} */ (Object.fromEntries(BYS.map((by) => [by, new Map()])));
  const found = [];
  for (const summary of summaries) {
    if (terms.length && !terms.every((term) => wordsOf(summary).includes(term))) continue;
    const missed = wanted.filter((by) => !HAS[by](summary).includes(filters[by]));
    if (!missed.length) found.push(summary);
    if (!counting || missed.length > 1) continue;
    for (const by of missed.length ? missed : BYS) {
      for (const value of HAS[by](summary)) counts[by].set(value, (counts[by].get(value) ?? 0) + 1);
    }
  }
  return { found, counts };
}
