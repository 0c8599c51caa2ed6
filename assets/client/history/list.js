// The list of past interviews as the page shows it: what was looked for, what was found, month by month.
//
// What is looked for stands in the address as ids, in the fragment, which no server ever sees. What is typed into the
// search stands nowhere: it lasts as long as the page.

import * as summaries from "./summaries.js";
import { select } from "../live/navigation.js";
import { idOf, keyOf, LABELS, optionsOf } from "./filter-options.js";
import { BYS, filtersOf, fragmentOf, NO_FILTERS, openOf, search, wordsIn } from "../domain/search.js";
import { plain } from "../domain/plain.js";
import { monthsOf } from "../domain/months.js";
import * as memory from "../store/memory.js";
import { observable, subscribeTo } from "../base/observable.js";
import { isAt } from "../live/router.js";
import { state as view } from "../live/view-model.js";
import { HISTORY } from "../tables/routes.js";

/** @typedef {import("../domain/summary.js").Summary} Summary */
/** @typedef {import("../domain/search.js").By} By */
/** @typedef {import("../domain/search.js").Filters} Filters */
/** @typedef {import("./filter-options.js").Option} Option */
/** @typedef {import("../domain/months.js").Month} Month */
/** @typedef {{by: By, label: string}} Chip */

/** Rows that are on the page at first, and how many more whenever the end comes near. */
const PAGE = 40;

export const state = observable({
  query: "",
  filters: NO_FILTERS,
  /** The fragment of the list's own address, for whoever leads back to it. */
  fragment: "",
  /** The interview that the address names, to be shown beside the list where there is room for one. */
  open: "",
  /** The one to show there: that one, or else the newest. */
  beside: "",
  chips: /** @type {Chip[]} */ ([]),
  options: /** @type {Record<By, Option[]>} */ ({ ended: [], verdict: [], flag: [], company: [], month: [] }),
  /** Whether anything is looked for. */
  seeking: false,
  /** Whether the filters are shown: while they are not, nobody counts what each would find. */
  filtering: false,
  months: /** @type {Month[]} */ ([]),
  /** How many fit. */
  found: 0,
  /** How many there are. */
  total: 0,
  /** Whether all have been read. */
  complete: false,
  /** Whether more can be shown. */
  hasMore: false,
});

/** @type {Summary[]} */
let foundNow = [];
let shown = PAGE;
/** Reading the words of every interview takes a moment; they change with the interview, and with one's own flags. */
let [words, wordsOfSettings] = [/** @type {WeakMap<Summary, string>} */ (new WeakMap()), /** @type {unknown} */ (null)];

/** @returns {boolean} whether this is the page of the list */
export const isHere = () => isAt(HISTORY);

/**
 * Somebody reads the list: read what there is, and look for what the address says.
 * @param {boolean} again from one of its interviews @returns {() => void} nobody reads it any more
 */
export function arrive(again) {
  if (!again) state.set({ query: "" });
  const stop = subscribeTo([summaries.state, view], look);
  const moves = ["popstate", "hashchange"];
  for (const move of moves) addEventListener(move, readAddress);
  void summaries.open();
  readAddress();
  return () => {
    stop();
    for (const move of moves) removeEventListener(move, readAddress);
  };
}

function readAddress() {
  if (!isHere()) return;
  const fragment = location.hash.slice(1);
  const filters = filtersOf(fragment);
  if (fragmentOf(filters) !== fragmentOf(state.get("filters"))) shown = PAGE;
  const open = openOf(fragment);
  state.set({ filters, open, fragment: location.hash });
  if (open) void select(open);
  look();
}

/** Show an interview beside the list; none when empty. @param {string} interview */
export function open(interview) {
  state.set({ open: interview, beside: interview });
  writeAddress();
  if (interview) return select(interview);
}

function writeAddress() {
  const said = fragmentOf(state.get("filters"), state.get("open"));
  const fragment = said && `#${said}`;
  history.replaceState(history.state, "", location.pathname + fragment);
  state.set({ fragment });
}

/** @param {By} by @param {string} value an id; empty for any */
export const choose = (by, value) => seek({ filters: { ...state.get("filters"), [by]: value } });

/** @param {string} typed */
export const type = (typed) => seek({ query: typed });

/** Look for nothing in particular any more. */
export const clear = () => seek({ filters: NO_FILTERS, query: "" });

/** @param {{filters?: Filters, query?: string}} wanted */
function seek(wanted) {
  shown = PAGE;
  state.set(wanted);
  writeAddress();
  look();
}

/** Show the filters, or hide them. */
export function toggleFilters() {
  state.set({ filtering: !state.get("filtering") });
  look();
}

/** Show more of what was found. */
export function more() {
  shown += PAGE;
  look();
}

/** Show as many as it takes for one to be among them. @param {string} interview @returns {string[]} all that was found */
export function reveal(interview) {
  const ids = foundNow.map(({ id }) => id);
  const place = ids.indexOf(interview);
  if (place >= shown) {
    shown = (Math.floor(place / PAGE) + 1) * PAGE;
    look();
  }
  return ids;
}

function look() {
  // Elsewhere nobody sees it, and a tap there must not wait for it.
  if (!isHere()) return;
  const asked = state.get("filters");
  const key = keyOf(asked.company);
  const filters = { ...asked, company: idOf(key) || asked.company };
  const terms = plain(state.get("query")).split(/\s+/u).filter(Boolean);
  const seeking = terms.length > 0 || BYS.some((by) => filters[by]);
  const filtering = state.get("filtering");
  const { found, counts } = search(summaries.all(), { ...filters, company: key }, terms, wordsOf, filtering);
  foundNow = found;
  state.set({
    filters,
    seeking,
    beside: besideOf(seeking),
    ...(filtering ? { options: optionsOf(counts, filters) } : {}),
    chips: BYS.filter((by) => filters[by]).map((by) => ({ by, label: LABELS[by](filters[by]) })),
    months: monthsOf(found.slice(0, shown), view.get("live")),
    found: found.length,
    total: summaries.state.get("loaded"),
    complete: summaries.state.get("complete"),
    hasMore: found.length > shown,
  });
}

/** What stands beside the list. While one searches it stays: each letter finds another one. @param {boolean} seeking */
function besideOf(seeking) {
  const [open, beside] = [state.get("open"), state.get("beside")];
  const isHere = (/** @type {string} */ interview) => summaries.all().some(({ id }) => id === interview);
  if (open && (!summaries.state.get("complete") || isHere(open))) return open;
  return seeking && isHere(beside) ? beside : (foundNow[0]?.id ?? "");
}

/** @param {Summary} summary @returns {string} */
function wordsOf(summary) {
  const settings = memory.recordsOf("");
  if (wordsOfSettings !== settings) [words, wordsOfSettings] = [new WeakMap(), settings];
  const known = words.get(summary);
  if (known !== undefined) return known;
  const made = wordsIn(summary);
  words.set(summary, made);
  return made;
}
