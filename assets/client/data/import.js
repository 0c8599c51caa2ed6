// Bringing a copy back: the file is read and checked to its end before anything changes, then told, then merged at a word.

import { allRows, everyId } from "../store/all-queries.js";
import { ArchiveError, checked, decoded, MOST_BYTES, opened } from "../domain/backup.js";
import { breath } from "../base/idle.js";
import { written } from "../base/dates.js";
import { merge } from "../store/merge.js";
import { observable } from "../base/observable.js";
import { startsFirst } from "../domain/records.js";
import { codeOf } from "../base/storage-errors.js";
import { tell } from "../store/tab-channel.js";

/** @typedef {import("../store/merge.js").Copy} Copy */
/** @typedef {import("../store/merge.js").Watch} Watch */
/** @typedef {import("../domain/records.js").Stored} Stored */

const AT_ONCE = 500;
const MARK = "broughtBack";
const writeLongDate = written({ day: "numeric", month: "long", year: "numeric" });

const NOTHING = { made: "", interviews: 0, fresh: 0, records: 0, erased: 0 };

export const state = observable({
  /** Nothing, or: reading, found, writing, done, stopped, fault. */
  step: "",
  /** How much is done, 0 to 100. */
  share: 0,
  /** What is wrong with the file (backup.js) or the device (storage-errors.js), and where. */
  fault: "",
  line: 0,
  record: 0,
  /** What the file holds, and how much of it is not here. */
  found: NOTHING,
  /** Counts the files, so that the same one can be chosen again. */
  edition: 0,
});

let stopping = new AbortController();
/** @type {Copy | null} */
let copy = null;

/** @param {FileList | File[]} files the one that was chosen */
export async function open([file]) {
  if (!file) return;
  await step("reading", async (watch) => {
    copy = await readCopy(file, watch);
    state.set({ step: "found", found: await compare(copy) });
  });
}

/** Merge what was found. */
export const bringIn = () =>
  step("writing", async (watch) => {
    if (!copy) return;
    const { puts, erases } = await merge(copy, watch);
    const news = startsFirst(puts);
    // A share of them at a time, as a hundred thousand at once would hold up every other tab.
    for (let from = 0; from < news.length; from += AT_ONCE) tell({ puts: news.slice(from, from + AT_ONCE), erases: [] });
    tell({ puts: [], erases });
    // The page begins anew with what is there now, and tells that it worked.
    history.replaceState({ ...history.state, [MARK]: true }, "");
    location.reload();
  });

/** Stop, or leave the file alone. */
export function leave() {
  stopping.abort();
  copy = null;
  state.set({ step: state.get("step") === "found" ? "" : "stopped", edition: state.get("edition") + 1 });
}

/** @param {string} name @param {(watch: Watch) => Promise<void>} work */
async function step(name, work) {
  stopping = new AbortController();
  const { signal } = stopping;
  state.set({ step: name, share: 0, fault: "", line: 0, record: 0 });
  try {
    await work({ signal, tell: (share) => state.set({ share: Math.round(100 * share) }) });
  } catch (error) {
    if (!signal.aborted) state.set({ step: "fault", edition: state.get("edition") + 1, ...faultOf(error) });
  }
}

/** @param {unknown} error */
function faultOf(error) {
  if (error instanceof ArchiveError) return { fault: error.code, line: error.line, record: error.record };
  return { fault: codeOf(error) };
}

/** @param {File} file @param {Watch} watch @returns {Promise<Copy & {made: string}>} */
export async function readCopy(file, { signal, tell }) {
  if (file.size > MOST_BYTES) throw new ArchiveError("too-large");
  const read = opened(decoded(await file.arrayBuffer()));
  const seen = new Set(read.gone);
  /** @type {Stored[]} */
  const records = [];
  for (let from = 0; from < read.items.length; from += AT_ONCE) {
    signal.throwIfAborted();
    records.push(...checked(read, from, from + AT_ONCE, seen));
    tell(Math.min(1, (from + AT_ONCE) / read.items.length));
    await breath();
  }
  return { made: read.made, pad: read.pad, gone: read.gone, records };
}

/** @param {Copy & {made?: string}} copy */
async function compare({ made = "", records, gone }) {
  const here = new Set(await everyId());
  const starts = records.filter(({ k }) => k === "iv");
  const day = new Date(made);
  return {
    made: Number.isNaN(day.getTime()) ? "" : writeLongDate(day),
    interviews: starts.length,
    fresh: starts.filter(({ id }) => !here.has(id)).length,
    records: records.filter(({ id }) => !here.has(id)).length,
    erased: gone.some((id) => here.has(id)) ? await countLive(new Set(gone)) : 0,
  };
}

/** @param {Set<string>} gone @returns {Promise<number>} how many of them are not erased here */
async function countLive(gone) {
  let live = 0;
  for await (const some of allRows()) {
    live += some.filter((/** @type {any} */ { id, k }) => gone.has(id) && k !== "gone").length;
  }
  return live;
}

/** Once, when the page is loaded: it may have been, because a copy was brought back. */
export function start() {
  if (!history.state?.[MARK]) return;
  history.replaceState({ ...history.state, [MARK]: undefined }, "");
  state.set({ step: "done" });
}
