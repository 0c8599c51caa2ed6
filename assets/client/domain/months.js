// Past interviews month by month, each as one row of the list. Pure; one row for one account, so that what is drawn stays.

import { writeDay, writeMonth } from "../base/dates.js";

/** @typedef {import("./summary.js").Account} Account */
/** @typedef {ReturnType<typeof drawn>} Row */
/** @typedef {{id: string, label: string, rows: Row[]}} Month */

/** @type {WeakMap<Account, Row>} */
let rows = new WeakMap();
let liveOfRows = "";

/** @param {Account[]} accounts newest first @param {string} live the interview that is live, if any @returns {Month[]} */
export function monthsOf(accounts, live) {
  if (live !== liveOfRows) [rows, liveOfRows] = [new WeakMap(), live];
  /** @type {Month[]} */
  const months = [];
  for (const account of accounts) {
    // Who flies west may be in last month again.
    const known = months.find(({ id }) => id === account.month);
    const month = known ?? { id: account.month, label: writeMonth(account.at, account.east), rows: [] };
    if (!known) months.push(month);
    month.rows.push(rowOf(account, live));
  }
  return months;
}

/** @param {Account} account @param {string} live @returns {Row} */
function rowOf(account, live) {
  const row = rows.get(account) ?? drawn(account, live);
  rows.set(account, row);
  return row;
}

/** @param {Account} account @param {string} live */
const drawn = ({ id, company, at, east, flags, end, minutes, verdicts }, live) => ({
  id,
  company,
  day: writeDay(at, east),
  marks: flags.filter(({ takenBack }) => !takenBack).map(({ kind }) => kind),
  end,
  minutes,
  verdicts,
  live: id === live,
});
