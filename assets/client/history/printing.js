// What goes on paper: the interview that the address names, or those of some months.

import * as memory from "../store/memory.js";
import { monthOf, writeMonth } from "../base/dates.js";
import { opened } from "../domain/detail.js";
import { impressionOf, regretsOf } from "../domain/impression.js";
import { blame } from "../store/write-queue.js";
import { observable, whileRead } from "../base/observable.js";
import { eastOf, isRecord } from "../domain/records.js";
import { readInterview, readKind } from "../store/queries.js";
import { codeOf } from "../base/storage-errors.js";
import { state as view } from "../live/view-model.js";

/** @typedef {import("../domain/records.js").Stored} Stored */

const MOST = 200;
const AT_ONCE = 20;

const now = observable({
  ready: false,
  /** Months with an interview, newest first. */
  months: /** @type {{id: string, label: string}[]} */ ([]),
  first: "",
  last: "",
  /** Whether the address names one interview. */
  one: false,
  /** How many there are in those months, and how many fit. */
  count: 0,
  most: MOST,
  items: /** @type {Awaited<ReturnType<typeof itemOf>>[]} */ ([]),
});
const { get, set } = now;

/** Whoever begins to read has come to the page; when nobody does any more, it was left. */
export const state = whileRead(now, () => {
  void arrive();
  return () => (shown = "");
});

/** Interviews that were begun, oldest first. @type {Stored[]} */
let starts = [];
let shown = "";

// What was erased a moment ago is still on the disk, since it can be put back.
/** @param {unknown} row @returns {row is Stored} */
const isThere = (row) => isRecord(row) && !memory.isErased(row);

/** @returns {string} the interview that the address names */
const named = () => location.hash.slice(1);

async function arrive() {
  if (shown === location.href) return;
  shown = location.href;
  set({ ready: false, items: [] });
  try {
    starts = (await readKind("iv")).filter(isThere);
    const months = [...new Set(starts.map(monthOfStart))].sort().reverse();
    const [newest = ""] = months;
    set({ months: months.map((id) => ({ id, label: writeMonth(dayIn(id)) })), first: newest, last: newest });
    await lay();
  } catch (error) {
    blame(codeOf(error));
  }
}

/** @param {Stored} start */
const monthOfStart = (start) => monthOf(start.at, eastOf(start));

/** @param {string} month YYYY-MM */
const dayIn = (month) => new Date(Number(month.slice(0, 4)), Number(month.slice(5)) - 1, 1);

/** Choose where the months begin, or end. @param {"first" | "last"} edge @param {string} month */
export function choose(edge, month) {
  set({ [edge]: month });
  return lay().catch((error) => blame(codeOf(error)));
}

let turn = 0;

async function lay() {
  turn += 1;
  const mine = turn;
  const id = named();
  const [first, last] = [get("first"), get("last")].sort();
  const isWanted = (/** @type {string} */ month) => month >= first && month <= last;
  const wanted = starts.filter((start) => (id ? start.id === id : isWanted(monthOfStart(start))));
  set({ one: id !== "", count: wanted.length });
  const items = [];
  for (let place = 0; wanted.length <= MOST && place < wanted.length; place += AT_ONCE) {
    items.push(...(await Promise.all(wanted.slice(place, place + AT_ONCE).map(itemOf))));
  }
  if (mine === turn) set({ items, ready: true });
}

/** @param {Stored} start */
async function itemOf(start) {
  const kept = (await readInterview(start.id)).filter(isThere);
  // What the disk could not take yet is in memory.
  const records = [...new Map([...kept, ...memory.recordsOf(start.id)].map((each) => [each.id, each])).values()];
  const { rated, seen, people } = impressionOf(records, start.id);
  const { discreet } = view.get("settings");
  return { ...opened(start, records, view.get("live"), discreet), rated, seen, people, regrets: regretsOf(records) };
}

/** Open the browser's own dialog. */
export const print = () => globalThis.print();
