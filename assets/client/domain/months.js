// Past interviews month by month, each as one row of the list. Pure; one row for one summary, so that what is drawn stays.

import { writeDay, writeMonth } from "../base/dates.js";

/** @typedef {import("./summary.js").Summary} Summary */
/** @typedef {ReturnType<typeof drawn>} Row */
/** @typedef {{id: string, label: string, rows: Row[]}} Month */

/** @type {WeakMap<Summary, Row>} */
let rows = new WeakMap();
let liveOfRows = "";

/** @param {Summary[]} summaries newest first @param {string} live the interview that is live, if any @returns {Month[]} */
export function monthsOf(summaries, live) {
  if (live !== liveOfRows) [rows, liveOfRows] = [new WeakMap(), live];
  /** @type {Month[]} */
  const months = [];
  for (const summary of summaries) {
    // Who flies west may be in last month again.
    const known = months.find(({ id }) => id === summary.month);
    const month = known ?? { id: summary.month, label: writeMonth(summary.at, summary.east), rows: [] };
    if (!known) months.push(month);
    month.rows.push(rowOf(summary, live));
  }
  return months;
}

/** @param {Summary} summary @param {string} live @returns {Row} */
function rowOf(summary, live) {
  const row = rows.get(summary) ?? drawn(summary, live);
  rows.set(summary, row);
  return row;
}

/** @param {Summary} summary @param {string} live */
const drawn = ({ id, company, at, east, flags, end, minutes, verdict }, live) => ({
  id,
  company,
  day: writeDay(at, east),
  marks: flags.filter(({ takenBack }) => !takenBack).map(({ kind }) => kind),
  end,
  minutes,
  verdict,
  live: id === live,
});
