// What can be chosen in each filter of the list, with how many there would be, and what the chosen is called.

import * as summaries from "./summaries.js";
import { writeMonth } from "../base/dates.js";
import { BYS, NAMELESS } from "../domain/search.js";
import { labelOf } from "../domain/live-view.js";
import { ENDINGS, WORDS } from "../tables/live.js";
import { state as view } from "../live/view-model.js";

/** @typedef {import("../domain/summary.js").Summary} Summary */
/** @typedef {import("../domain/search.js").By} By */
/** @typedef {import("../domain/search.js").Filters} Filters */
/** @typedef {{id: string, label: string, count: number}} Option `label` is empty where the page has a word of its own */

/** The key of a company that is not on this device. */
const NOWHERE = "  ";

/** @param {string} interview that stands for a company @returns {string} the company's key; one that nothing has when it is not here */
export function keyOf(interview) {
  if (!interview) return "";
  const summary = summaries.find(interview);
  return summary ? summary.companyKey || NAMELESS : NOWHERE;
}

/** @type {{of: Summary[], ids: Map<string, string>}} the newest interview with each company */
let newest = { of: [], ids: new Map() };

/** @param {string} key @returns {string} the id that stands for a company */
export function idOf(key) {
  const all = summaries.all();
  if (newest.of !== all) {
    const ids = all.map(({ id, companyKey }) => /** @type {const} */ ([companyKey || NAMELESS, id]));
    newest = { of: all, ids: new Map(ids.reverse()) };
  }
  return newest.ids.get(key) ?? "";
}

/** @type {Record<By, (value: string) => string>} what a value is called; empty where the page has a word of its own */
export const LABELS = {
  ended: (value) => ENDINGS[value]?.[wording() === "label" ? "title" : "discreet"] ?? "",
  verdict: (value) => WORDS[value]?.[wording()] ?? "",
  flag: (value) => labelOf(value, wording() === "discreet"),
  company: (value) => summaries.find(value)?.company ?? "",
  month: (value) => writeMonth(new Date(`${value}-15T12:00`)),
};

/** @returns {"discreet" | "label"} */
const wording = () => (view.get("settings").discreet ? "discreet" : "label");

/** @param {Record<By, Map<string, number>>} counts @param {Filters} filters @returns {Record<By, Option[]>} */
export function optionsOf(counts, filters) {
  const all = BYS.map((by) => {
    const ids = new Map([...counts[by]].map(([value, count]) => [by === "company" ? idOf(value) : value, count]));
    if (filters[by] && !ids.has(filters[by])) ids.set(filters[by], 0);
    const options = [...ids].map(([id, count]) => ({ id, label: LABELS[by](id), count }));
    return [by, options.sort(ORDERS[by])];
  });
  return /** @type {any} */ (Object.fromEntries(all));
}

/** @param {Option} a @param {Option} b */
const byLabel = (a, b) => a.label.localeCompare(b.label, "en");
/** @param {Option} a @param {Option} b */
const byCount = (a, b) => b.count - a.count || byLabel(a, b);
/** @type {Record<By, (a: Option, b: Option) => number>} */
const ORDERS = {
  ended: byCount,
  verdict: byCount,
  flag: byCount,
  company: byLabel,
  month: (a, b) => (a.id < b.id ? 1 : -1),
};
