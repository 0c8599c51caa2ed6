// Keeping a copy of everything outside the app: a file that can be brought back, or a table for a spreadsheet.

import * as summaries from "../history/summaries.js";
import { allRows, countRows } from "../store/all-queries.js";
import { beginning, ending, faultOf, lines } from "../domain/backup.js";
import * as memory from "../store/memory.js";
import { breath } from "../base/idle.js";
import { written } from "../base/dates.js";
import { handOver } from "../base/download.js";
import { observable } from "../base/observable.js";
import { read as readPad } from "../store/notepad.js";
import { MARK, row } from "../domain/csv.js";
import { labelOf, toldOf } from "../domain/live-view.js";
import { codeOf } from "../base/storage-errors.js";
import { COLUMNS, HARD, KIND_NAMES } from "../tables/data.js";
import { ENDINGS } from "../tables/live.js";
import { state as view } from "../live/view-model.js";

/** @typedef {import("../domain/records.js").Stored} Stored */
/** @typedef {import("../domain/summary.js").Summary} Summary */
/** @typedef {import("../store/merge.js").Watch} Watch */

const AT_ONCE = 500;
const writeSortedDay = written({ dateStyle: "short" }, "sv-SE");
const writeSortedTime = written({ timeStyle: "short" }, "sv-SE");

export const state = observable({
  /** What is being made: file, table or nothing. */
  making: "",
  /** How much is done, 0 to 100. */
  share: 0,
  /** What came of it: file, table, stopped, failed or nothing yet. */
  told: "",
  /** Rows that were left out, since this version can't read them. */
  left: 0,
});

let stopping = new AbortController();

/** Make the file that can be brought back. */
export const keepFile = () =>
  make("file", async (watch) => {
    const made = new Date();
    handOver(nameOf(made, "json"), "application/json", await archive(watch, made));
  });

/** Make the table. */
export const keepTable = () =>
  make("table", async (watch) => {
    handOver(nameOf(new Date(), "csv"), "text/csv", [MARK, row([...COLUMNS]), ...(await table(watch))]);
  });

/** Stop what is being made. */
export const stop = () => stopping.abort();

/** @param {string} what @param {(watch: Watch) => Promise<void>} work */
async function make(what, work) {
  if (state.get("making")) return;
  stopping = new AbortController();
  const { signal } = stopping;
  state.set({ making: what, share: 0, told: "", left: 0 });
  try {
    await work({ signal, tell: (share) => state.set({ share: Math.round(100 * share) }) });
    state.set({ told: what });
  } catch {
    state.set({ told: signal.aborted ? "stopped" : "failed" });
  }
  state.set({ making: "" });
}

/** @param {Watch} watch @param {Date} made @returns {Promise<string[]>} the file, in pieces */
export async function archive(watch, made) {
  const pieces = [];
  const gone = [];
  let left = 0;
  for await (const some of rows(watch)) {
    watch.signal.throwIfAborted();
    const readable = some.filter((each) => faultOf(each) === "");
    const erased = some.filter((each) => isGone(each));
    left += some.length - readable.length - erased.length;
    gone.push(...erased.map(({ id }) => id));
    if (readable.length) pieces.push(lines(/** @type {Stored[]} */ (readable), pieces.length === 0));
  }
  state.set({ left });
  return [beginning({ made: made.toISOString(), pad: (await readPad()) ?? "", gone }), ...pieces, ending()];
}

/** What the disk has, then what only memory has. @param {Watch} watch */
async function* rows({ tell }) {
  const seen = new Set();
  const all = await countRows().catch(nothingKept);
  for await (const piece of all ? allRows() : []) {
    for (let from = 0; from < piece.length; from += AT_ONCE) {
      const some = piece.slice(from, from + AT_ONCE);
      for (const row of some) seen.add(/** @type {any} */ (row).id);
      yield some;
      tell(Math.min(1, seen.size / all));
      await breath();
    }
  }
  yield [...memory.interviews()].flatMap(memory.recordsOf).filter(({ id }) => !seen.has(id));
}

// Where a browser keeps nothing, all there is is in memory. Any other fault would make the copy less than whole.
/** @param {unknown} error */
function nothingKept(error) {
  if (codeOf(error) === "storage-denied") return 0;
  throw error;
}

/** @param {any} row @returns {row is {id: string}} */
const isGone = (row) => row?.k === "gone" && typeof row.id === "string";

/** @param {Watch} watch @returns {Promise<string[]>} oldest interview first, in pieces */
async function table({ signal, tell }) {
  await Promise.race([summaries.open(), aborted(signal)]);
  const { discreet } = view.get("settings");
  const all = [...summaries.all()].reverse();
  const pieces = [];
  for (let from = 0; from < all.length; from += AT_ONCE) {
    signal.throwIfAborted();
    pieces.push(all.slice(from, from + AT_ONCE).map((summary) => rowsOf(summary, discreet)).join(""));
    tell(Math.min(1, (from + AT_ONCE) / all.length));
    await breath();
  }
  return pieces;
}

/** @param {AbortSignal} signal @returns {Promise<never>} rejects when somebody stops it */
const aborted = (signal) =>
  new Promise((_, reject) => signal.addEventListener("abort", () => reject(signal.reason), { once: true }));

/** @param {Summary} summary @param {boolean} discreet */
function rowsOf({ at, east, company, role, end, flags }, discreet) {
  const interview = [writeSortedDay(at, east), writeSortedTime(at, east), company, role, ENDINGS[end]?.told ?? ""];
  const rows = flags.map((each) => [
    ...interview, each.minute, labelOf(each.flag, discreet), KIND_NAMES[each.kind] ?? "", toldOf(each.state, each.flag, discreet),
    each.hard ? HARD : "",
  ]);
  return rows.map(row).join("");
}

/** A name that says when and not what. @param {Date} made @param {string} ending */
const nameOf = (made, ending) => `notes-${writeSortedDay(made)}.${ending}`;
