// The flags of the live screen, in their places: a row for each kind, so that position tells the kind as well. What is hidden
// moves nothing into another row, and a hard no is marked in its place. Pure but for what the candidate wrote (flags.js).

import { flagOf, isOffered } from "./flags.js";
import { GRID, GRID_COLUMNS, OWN, PINNED } from "../tables/live.js";

/** @typedef {{flag: string, kind: string, label: string, hard: boolean, starts: boolean}} Cell one `starts` a row after one with a gap */
/** @typedef {import("./settings.js").Settings} Settings */

const KINDS = [...new Set(GRID.map((flag) => kindOf(flag)))];
const USUAL = Array.from({ length: GRID.length / GRID_COLUMNS }, (_, row) => GRID.slice(row * GRID_COLUMNS, (row + 1) * GRID_COLUMNS));

/** @param {Settings} settings @returns {Cell[]} */
export function gridOf(settings) {
  const { hardNos, discreet } = settings;
  const rows = USUAL.map((usual) => rowOf(usual, settings));
  for (const flag of hardNos) if (isLimitable(flag) && isOffered(flag)) makeRoom(rows, flag, hardNos);
  return rows.flatMap((row, place) =>
    row.map((flag, column) => {
      const { kind = "", [discreet ? "discreet" : "label"]: label = "" } = flagOf(flag) ?? {};
      return { flag, kind, label, hard: hardNos.includes(flag), starts: column === 0 && hasGap(rows[place - 1]) };
    }),
  );
}

// What the candidate put first pushes out what is used least.
/** @param {readonly string[]} usual @param {Settings} settings @returns {string[]} */
function rowOf(usual, { order, hidden, hardNos }) {
  const kinds = usual.map(kindOf);
  const wanted = [...new Set([...order.filter((flag) => kinds.includes(kindOf(flag))), ...usual])].filter(isOffered);
  const pinned = usual.filter((flag) => PINNED.includes(flag));
  const free = wanted.filter((flag) => !pinned.includes(flag) && (!hidden.includes(flag) || hardNos.includes(flag)));
  const shown = [...pinned, ...free.slice(0, usual.length - pinned.length)];
  return byKind(wanted.filter((flag) => shown.includes(flag)));
}

/**
 * Give a hard no a place in the row of its kind; where that is full of them, in the one that can spare it best.
 * @param {string[][]} rows @param {string} flag @param {string[]} hardNos
 */
function makeRoom(rows, flag, hardNos) {
  if (rows.some((row) => row.includes(flag))) return;
  const canGo = (/** @type {string} */ each) => isLimitable(each) && ![...hardNos, ...PINNED].includes(each);
  const room = (/** @type {number} */ place) => GRID_COLUMNS - rows[place].length || rows[place].filter(canGo).length / GRID_COLUMNS;
  const others = USUAL.flatMap((usual, place) => (usual.some(isLimitable) ? [place] : [])).sort((a, b) => room(b) - room(a) || b - a);
  const place = [USUAL.findIndex((usual) => usual.map(kindOf).includes(kindOf(flag))), ...others].find(room) ?? -1;
  const row = rows[place];
  if (!row) return;
  if (hasGap(row)) rows[place] = byKind([...row, flag]);
  else row.splice(row.findLastIndex(canGo), 1, flag);
}

/** @param {string[]} row */
const byKind = (row) => row.sort((a, b) => KINDS.indexOf(kindOf(a)) - KINDS.indexOf(kindOf(b)));

/** @param {string[] | undefined} row */
const hasGap = (row) => row !== undefined && row.length < GRID_COLUMNS;

/** @param {string} flag @returns {string} */
function kindOf(flag) {
  return flagOf(flag)?.kind ?? "";
}

/** @param {string} flag */
const isLimitable = (flag) => OWN.limitable.includes(kindOf(flag));
