// What a record is: written once, then only ever erased as a whole.
//
// The database may hold anything: rows of a newer version, of another program, or damaged ones. `isRecord` lets through
// what the rest of the app can rely on without looking again; whatever else there is is counted and left where it
// is.

import { isFlagId } from "./flags.js";
import { isStamp } from "./hlc.js";
import { CHOICES, MOMENTS, OLDER, STATES } from "../tables/live.js";

/**
 * @typedef {object} Stored
 * @property {string} id 16 random bytes, base64url
 * @property {string} k the kind: iv, tap, step, outcome, follow, ivmeta, note, debrief, person, regret or set
 * @property {string} iv the interview it belongs to; empty for settings
 * @property {number} at wall time, only ever shown; order comes from hlc
 * @property {string} hlc
 * @property {string} dev
 * @property {number} v
 * @property {string} [flag] of a tap
 * @property {boolean} [hard] of a tap: marked beforehand as a hard no
 * @property {string} [step] undo, withdraw, ask, added, heads, choose, wait, pause, end or reopen
 * @property {string} [of] the record that a step takes back, or the tap that it is about
 * @property {boolean} [added] of added: whether they added something in the pause
 * @property {number} [count] of heads: the people in the room
 * @property {string} [choice] of choose; see choiceOf
 * @property {string} [moment] of wait: the break point
 * @property {string} [how] of end
 * @property {number} [seconds] of pause: counted
 * @property {number} [planned] of pause
 * @property {boolean} [skipped] of pause
 * @property {string} [e] what a revision is about
 * @property {string[]} [prev] the revisions it replaces
 * @property {Record<string, any>} [body] what it says; see answerOf. Of what happened in an interview, where: see eastOf
 */

const VERSION = 1;
const LATEST_MS = 8.64e15;

/** @type {Record<string, (row: any) => boolean>} */
const SHAPES = {
  iv: (row) => row.iv === row.id,
  tap: (row) => isFlagId(row.flag),
  step: (row) => Object.hasOwn(STEPS, row.step) && STEPS[row.step](row),
  outcome: (row) => isRevision(row) && STATES.includes(row.body.state),
  follow: (row) => isRevision(row) && isText(row.body.due) && typeof row.body.done === "boolean",
  ivmeta: isRevision,
  note: (row) => isRevision(row) && isText(row.body.text),
  debrief: isRevision,
  person: isRevision,
  regret: isRevision,
  set: (row) => isRevision(row),
};

/** @type {Record<string, (row: any) => boolean>} */
const STEPS = {
  undo: (row) => isText(row.of),
  withdraw: (row) => isText(row.of),
  ask: (row) => isText(row.of),
  added: (row) => isText(row.of) && typeof row.added === "boolean",
  heads: (row) => isText(row.of) && Number.isSafeInteger(row.count) && row.count > 0,
  choose: (row) => CHOICES.includes(row.choice),
  wait: (row) => row.moment in MOMENTS,
  pause: (row) => Number.isFinite(row.seconds),
  end: (row) => isText(row.how),
  reopen: () => true,
};

/** @param {any} row @returns {row is Stored} */
export function isRecord(row) {
  return (
    typeof row === "object" && row !== null && isText(row.id) && row.id !== "" && isText(row.iv) && isText(row.dev)
    && typeof row.at === "number" && row.at >= 0 && row.at <= LATEST_MS && isStamp(row.hlc) && Object.hasOwn(SHAPES, row.k) && SHAPES[row.k](row)
  );
}

/** @param {any} row */
function isRevision(row) {
  const { e, prev, body } = row;
  return isText(e) && Array.isArray(prev) && prev.every(isText) && typeof body === "object" && body !== null;
}

/** @param {unknown} value */
const isText = (value) => typeof value === "string";

/** The farthest that any clock has been from Greenwich, and more. */
const EAST_MOST = 18 * 60;

// In the body, since the versions before this one refuse a copy with a field that they don't know, but read no body of these.
/** @param {Stored} record @returns {number | undefined} how many minutes east of Greenwich the clock was; older records don't say */
export function eastOf({ body }) {
  const east = body?.east;
  return Number.isInteger(east) && Math.abs(east) <= EAST_MOST ? east : undefined;
}

/** @param {Stored[]} records of one interview @returns {number | undefined} where it began, as far as any of them says */
export function eastIn(records) {
  const first = [...records].sort(byTime).find((record) => eastOf(record) !== undefined);
  return first && eastOf(first);
}

/** @param {Stored} outcome @returns {string} what asking has brought */
export const answerOf = ({ body }) => exactly(STATES, body, body?.state);

/** @param {Stored} step @returns {string} what was chosen */
export const choiceOf = ({ body, choice = "" }) => exactly(CHOICES, body, choice);

/** @param {readonly string[]} known @param {Stored["body"]} body @param {string} held @returns {string} */
const exactly = (known, body, held) => (known.includes(body?.exact) ? body?.exact : held);

// What version 0.1.0 does not know stands beside the nearest that it does (older.py).
/** @param {string} answer @returns {Record<string, string>} the body of an outcome that says so */
export const saying = (answer) => (answer in OLDER ? { state: OLDER[answer], exact: answer } : { state: answer });

/** @param {string} choice @returns {Partial<Stored>} the step that chooses it */
export const choosing = (choice) => ({ step: "choose", ...(choice in OLDER ? { choice: OLDER[choice], body: { exact: choice } } : { choice }) });

/** @param {Partial<Stored> & {id: string, k: string, iv: string, at: number, hlc: string, dev: string}} what @returns {Stored} */
export const record = (what) => ({ v: VERSION, ...what });

/** @param {Stored} a @param {Stored} b @returns {number} */
export const byTime = (a, b) => (a.hlc === b.hlc ? compare(a.id, b.id) : compare(a.hlc, b.hlc));

/**
 * In the order in which another tab needs them: of what has no beginning there it takes nothing over (commands.js).
 * @param {Stored[]} records @returns {Stored[]}
 */
export const startsFirst = (records) => [...records].sort((a, b) => Number(b.k === "iv") - Number(a.k === "iv"));

/** @param {string} a @param {string} b */
const compare = (a, b) => (a < b ? -1 : Number(a > b));

/**
 * The revisions of one thing that no other replaces, newest first: more than one when two devices wrote at once.
 * @param {Stored[]} records @param {string} kind @param {string} about @returns {Stored[]}
 */
export function heads(records, kind, about) {
  const revisions = records.filter((each) => each.k === kind && each.e === about);
  const replaced = new Set(revisions.flatMap((each) => each.prev ?? []));
  return revisions.filter((each) => !replaced.has(each.id)).sort((a, b) => byTime(b, a));
}
