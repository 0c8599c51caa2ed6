// Getting changes onto the disk: tries again, keeps what could not be written while the page lives, and says so.

import { observable } from "../base/observable.js";
import { codeOf } from "../base/storage-errors.js";
import { send } from "./transactions.js";
import { connect, connection, connections } from "./database.js";
import { tell } from "./tab-channel.js";

/** @typedef {import("../domain/records.js").Stored} Stored */
/** @typedef {import("./transactions.js").Change} Change */

// Phones drop connections in the background; the next ones open at once, or a little later.
const WAITS_MS = [0, 50, 200, 500, 1000];

/** `fault` is a code of storage-errors.js, empty when all is well; `unsaved` counts what only memory holds. */
export const state = observable({ fault: "", unsaved: 0 });

/** @type {readonly Change[]} what could not be written, oldest first; replaced as a whole, as a flush under way has its own */
let left = [];
let flushing = false;
let asked = false;
let known = 0;
/** @type {() => void} */
let behind = () => {};

/** Call `react` when the database may hold, or lack, what this tab does not know of. @param {() => void} react */
export function whenBehind(react) {
  behind = react;
}

/**
 * Keep a change. Resolves as soon as the view may show it, which is at its commit, or when it turns out that there is
 * none for now. Rejects, with nothing written, when another tab has begun an interview that the change knows nothing
 * of.
 * @param {Change} change @returns {Promise<void>}
 */
export async function keep(change) {
  const db = connection();
  // Words to say can't wait for a connection. Behind what is still unwritten, never past it: an interview's first record
  // reaches the disk first.
  if (!db || left.length > 0) return line(change);
  await new Promise((show, supersede) => {
    let shown = false;
    const committed = () => {
      shown = true;
      show(undefined);
    };
    send(db, change, committed).then(() => saved([change]), (error) => {
      if (codeOf(error) === "superseded" && !shown) return supersede(error);
      left = [change, ...left];
      committed();
      void flush();
    });
  });
}

/** @param {Change} change */
function line(change) {
  left = [...left, change];
  if (state.get("fault")) state.set({ unsaved: left.length });
  void flush();
}

/** @param {readonly Change[]} changes */
function saved(changes) {
  left = left.filter((change) => !changes.includes(change));
  for (const change of changes) tell(change);
  if (left.length === 0) state.set({ fault: "", unsaved: 0 });
  else void flush();
  askToStay();
  if (known && known !== connections()) behind();
  known = connections();
}

// Asked once something is worth keeping; WebKitGTK does not know the question.
function askToStay() {
  if (asked) return;
  asked = true;
  globalThis.navigator?.storage?.persist?.().catch(() => {});
}

/** The storage answers again. */
export const clear = () => state.set(left.length ? {} : { fault: "", unsaved: 0 });

/** Say what is wrong. @param {string} code */
export function blame(code) {
  state.set({ fault: code === "superseded" ? "storage-failed" : code, unsaved: left.length });
}

/** Write all that is left, in one change. @returns {Promise<void>} */
export async function flush() {
  if (left.length === 0 || flushing) return;
  flushing = true;
  const tried = left;
  const code = await sendPatiently(together(tried));
  flushing = false;
  if (code === "superseded") behind();
  else if (code) blame(code);
  else saved(tried);
}

/** @param {Change} change @returns {Promise<string>} what went wrong at last; empty for nothing */
async function sendPatiently(change) {
  let code = "";
  for (const wait of WAITS_MS) {
    if (wait) await new Promise((resume) => setTimeout(resume, wait));
    code = await connect().then((db) => send(db, change, () => {})).then(() => "", codeOf);
    if (code !== "storage-failed") break;
  }
  return code;
}

/** Give up what is left: it is to be erased with all the rest. */
export function drop() {
  left = [];
  state.set({ fault: "", unsaved: 0 });
}

/** @param {readonly Change[]} changes @returns {Change} */
function together(changes) {
  const beginning = changes.filter((change) => change.after !== undefined);
  const rest = changes.filter((change) => !beginning.includes(change));
  const clock = changes.reduce((latest, change) => (change.clock > latest ? change.clock : latest), "");
  return {
    puts: [...beginning, ...rest].flatMap((change) => change.puts),
    erases: changes.flatMap((change) => change.erases),
    after: beginning[0]?.after,
    clock,
    again: true,
  };
}

/** @returns {string} the interview that was begun in memory alone; empty for none */
export const unsavedStart = () => left.find((change) => change.after !== undefined)?.puts[0].iv ?? "";

/** Let the interview that was begun in memory alone be the next after those. @param {string} stamp */
export function queueAfter(stamp) {
  left = left.map((change) => (change.after === undefined ? change : { ...change, after: stamp }));
}

/**
 * Let what was tapped in memory join an interview that is live in the database: two tabs, one interview.
 * @param {string} from @param {string} to @returns {Stored[]} the records as they are now
 */
export function join(from, to) {
  left = left.map((change) => (change.puts.some(({ iv }) => iv === from) ? moved(change, from, to) : change));
  return left.flatMap(({ puts }) => puts).filter(({ iv }) => iv === to);
}

/** @param {Change} change @param {string} from @param {string} to @returns {Change} */
function moved({ puts, erases, clock }, from, to) {
  const kept = puts.filter(({ id }) => id !== from);
  return { puts: kept.map((record) => (record.iv === from ? { ...record, iv: to } : record)), erases, clock };
}
