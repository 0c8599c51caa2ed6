// What happened in one interview: its records, folded in the order of their stamps.
//
// Nothing is decided here. Each tap is reduced to the fact it speaks for, and the facts are looked up in the tables
// that Python made (tables/live.js). The fold keeps counts, so that a verdict after each record costs no second pass.

import { flagOf } from "./flags.js";
import { isRecent } from "../base/elapsed.js";
import { byTime } from "./records.js";
import { ASKED_AS, CHOICES, COUNTS, FACTS, INDEX, LIMITS, PAUSE_AFTER, ROWS } from "../tables/live.js";

/** @typedef {import("./records.js").Stored} Stored */
/** @typedef {import("../tables/live.js").StateId} StateId */
/**
 * @typedef {object} Tap a tap, and what became of it
 * @property {string} id
 * @property {string} flag
 * @property {string} kind the flag's own; see kindOf
 * @property {boolean} hard marked beforehand as a hard no; see isHardNo
 * @property {Set<string>} asks steps by which it is asked about before it counts
 * @property {number} heads people in the room, when counted
 * @property {string} last when it last changed
 * @property {{id: string, state: StateId}[]} answers
 * @property {boolean} undone
 * @property {Set<string>} withdrawals
 */
/** @typedef {{record: Stored, minute: number}} Entry */
/**
 * @typedef {object} InterviewState
 * @property {Map<string, Tap>} taps
 * @property {Record<string, number>} counts taps that speak for each fact
 * @property {Set<string>} due taps whose answer has not been followed by a pause
 * @property {Set<string>} replies taps whose answer has, and nobody said yet whether they added something
 * @property {{id: string, choice: string}[]} choices
 * @property {Stored | null} end
 * @property {number} from
 * @property {number} to the last thing that happened while it was live, by the clock of its beginning
 * @property {number} clock what the clock read then
 * @property {number} set by how much it had been set since the beginning
 * @property {string} last the newest stamp
 * @property {string[]} verdicts one after the other
 * @property {Entry[]} log what the log tells, oldest first
 * @property {Map<string, () => void>} reversals how to take back each record
 * @property {string} moment the break point waited for
 * @property {boolean} smallField
 */

const LIVE_MS = LIMITS.liveHours * 3_600_000;
const MINUTE_MS = 60_000;
/** A clock that goes back by more than this has been set, and is not being trimmed. */
const TRIMMED_MS = 5 * MINUTE_MS;
/** What can be done in no interview but a live one. */
const LIVE_ONLY = ["tap", "ask", "added", "choose", "wait", "pause"];

/** @param {Stored[]} records all of one interview, in any order @returns {InterviewState} */
export function fold(records) {
  const state = initial();
  for (const record of [...records].sort(byTime)) apply(state, record);
  return state;
}

/** Reduce one more record, the next in time. @param {InterviewState} state @param {Stored} record */
export function apply(state, record) {
  state.last = record.hlc;
  const reducer = REDUCERS[record.k === "step" ? String(record.step) : record.k];
  if (reducer) reduce(state, record, reducer);
}

/** @returns {InterviewState} in which nothing has happened yet */
export function initial() {
  return {
    taps: new Map(),
    counts: {},
    due: new Set(),
    replies: new Set(),
    choices: [],
    end: null,
    from: -1,
    to: -1,
    clock: -1,
    set: 0,
    last: "",
    verdicts: [],
    log: [],
    reversals: new Map(),
    moment: "",
    smallField: false,
  };
}

/** @param {InterviewState} state @param {Stored} record @param {(state: InterviewState, record: Stored) => void} reducer */
function reduce(state, record, reducer) {
  if (state.from < 0) state.from = state.to = state.clock = record.at;
  if (!state.end) advance(state, record);
  reducer(state, record);
  if (record.k === "iv") return;
  const { verdict } = rowOf(state);
  if (verdict !== state.verdicts.at(-1)) state.verdicts.push(verdict);
}

// What is put right after its end, or days later, never stretches an interview, and a clock that is set never shortens it.
// But what can only be done while it is live shows that it was, whatever the clock said.
/** @param {InterviewState} state @param {Stored} record */
function advance(state, { k, step = k, at }) {
  const isClose = isRecent(state.clock, at, LIVE_MS);
  if (!isClose && !LIVE_ONLY.includes(step)) return;
  if (!isClose || at < state.clock - TRIMMED_MS) state.set += at - state.clock;
  state.clock = at;
  state.to = Math.max(state.to, at - state.set);
}

/** @type {Record<string, (state: InterviewState, record: Stored) => void>} */
const REDUCERS = {
  iv() {},

  tap(state, record) {
    const { id, flag = "", hard = false } = record;
    const kind = flagOf(flag)?.kind ?? "";
    /** @type {Tap} */
    const tap = {
      id, flag, kind, hard, last: record.hlc, answers: [], undone: true, withdrawals: new Set(), asks: new Set(), heads: 0,
    };
    state.taps.set(id, tap);
    reversibly(state, record, [tap], () => (tap.undone = false), () => (tap.undone = true));
    log(state, record);
  },

  outcome(state, record) {
    const tap = state.taps.get(String(record.e));
    if (tap) answer(state, record, tap, record.body?.state);
  },

  ask(state, record) {
    const tap = state.taps.get(String(record.of));
    if (!tap) return;
    reversibly(state, record, [tap], () => tap.asks.add(record.id), () => tap.asks.delete(record.id));
    log(state, record);
  },

  added(state, record) {
    const tap = state.taps.get(String(record.of));
    if (!tap) return;
    const isAwaited = state.replies.delete(tap.id);
    if (record.added) answer(state, record, tap, "added");
    if (isAwaited) restoreReply(state, record.id, tap.id);
    log(state, record);
  },

  heads(state, record) {
    const tap = state.taps.get(String(record.of));
    if (tap) tap.heads = record.count ?? 0;
  },

  withdraw(state, record) {
    const tap = state.taps.get(String(record.of));
    if (!tap) return;
    const { withdrawals } = tap;
    reversibly(state, record, [tap], () => withdrawals.add(record.id), () => withdrawals.delete(record.id));
  },

  undo(state, record) {
    state.reversals.get(String(record.of))?.();
  },

  choose(state, record) {
    const { id, choice = "" } = record;
    state.choices.push({ id, choice });
    state.reversals.set(id, () => (state.choices = state.choices.filter((each) => each.id !== id)));
    log(state, record);
  },

  wait(state, record) {
    state.moment = String(record.moment);
    log(state, record);
  },

  // One pause serves all that it was due after; what it brought is asked of the answer that it was made for.
  pause(state, record) {
    const tap = state.taps.get(String(record.of));
    state.due.clear();
    if (tap && !record.skipped && PAUSE_AFTER.includes(stateOf(tap))) state.replies.add(tap.id);
    log(state, record);
  },

  end(state, record) {
    state.end = record;
    state.reversals.set(record.id, () => { if (state.end?.id === record.id) state.end = null; });
    log(state, record);
  },

  reopen(state, record) {
    state.end = null;
    log(state, record);
  },
};

/** @param {InterviewState} state @param {Stored} record */
function log(state, record) {
  state.log.push({ record, minute: minutesBetween(state.from, state.to) });
}

/**
 * @param {InterviewState} state @param {Stored} record @param {Tap[]} taps
 * @param {() => void} change @param {() => void} reversal
 */
function reversibly(state, record, taps, change, reversal) {
  alter(state, record.hlc, taps, change);
  state.reversals.set(record.id, () => alter(state, record.hlc, taps, reversal));
}

/** @param {InterviewState} state @param {Stored} record @param {Tap} tap @param {StateId} outcome */
function answer(state, record, tap, outcome) {
  const answer = { id: record.id, state: outcome };
  const forget = () => (tap.answers = tap.answers.filter((each) => each !== answer));
  reversibly(state, record, [tap], () => tap.answers.push(answer), forget);
}

// What happened again is asked about once: the answer is about the times before that stand as this one does, too.
/** @param {InterviewState} state @param {string} id of a tap @returns {string[]} those taps, this one last */
export function alike(state, id) {
  const taps = [...state.taps.values()];
  const tap = state.taps.get(id);
  if (!tap || isTakenBack(tap)) return [id];
  const before = taps.slice(0, taps.indexOf(tap)).filter((each) => each.flag === tap.flag && standing(each) === standing(tap));
  return [...before.map((each) => each.id), id];
}

/** @param {Tap} tap */
const standing = (tap) => `${stateOf(tap)} ${tap.asks.size}`;

/** @param {InterviewState} state @param {string} id @param {string} tapId */
function restoreReply(state, id, tapId) {
  const takeBack = state.reversals.get(id);
  state.reversals.set(id, () => {
    takeBack?.();
    state.due.delete(tapId);
    state.replies.add(tapId);
  });
}

/** @param {InterviewState} state @param {string} hlc @param {Tap[]} taps @param {() => void} change */
function alter(state, hlc, taps, change) {
  const before = taps.map(factOf);
  change();
  const after = taps.map(factOf);
  for (const fact of before) if (fact) state.counts[fact] -= 1;
  for (const fact of after) if (fact) state.counts[fact] = (state.counts[fact] ?? 0) + 1;
  // A choice is about one situation: what changes that ends it (verdict.py, Facts.choice).
  if ([...before, ...after].some(Boolean)) state.choices = [];
  for (const tap of taps) {
    tap.last = hlc;
    state.due.delete(tap.id);
    state.replies.delete(tap.id);
    if (PAUSE_AFTER.includes(stateOf(tap))) state.due.add(tap.id);
  }
}

/** @param {Tap} tap @returns {StateId} */
export function stateOf(tap) {
  if (tap.undone) return "undone";
  return tap.withdrawals.size ? "withdrawn" : (tap.answers.at(-1)?.state ?? "");
}

/** @param {Tap} tap @returns {boolean} */
export const isTakenBack = (tap) => tap.undone || tap.withdrawals.size > 0;

/** @param {Tap} tap @returns {string} the kind it counts as: who asks first takes back nothing and settles nothing */
export const kindOf = (tap) => (tap.asks.size ? ASKED_AS[tap.kind] : tap.kind);

/** @param {Tap} tap @returns {boolean} a hard no that is asked about anyway is one no more */
export const isHardNo = (tap) => tap.hard && tap.asks.size === 0;

/** @param {Tap} tap @returns {string} the fact it speaks for now; empty when it does not count */
export const factOf = (tap) => COUNTS[`${kindOf(tap)}|${Number(isHardNo(tap))}|${stateOf(tap)}`] ?? "";

/** @param {Tap} tap @returns {boolean} whether it is shown as pressed: it counts, or has no answer yet */
export const holds = (tap) => stateOf(tap) === "" || factOf(tap) !== "";

/** @param {InterviewState} state @param {string} cause @returns {Tap[]} newest first */
export const speakingFor = (state, cause) => tapsOf(state).filter((tap) => cause !== "" && factOf(tap) === cause);

/** @param {InterviewState} state @returns {Tap[]} newest change first; of those that changed as one, the newest tap */
export const tapsOf = (state) =>
  [...state.taps.values()].reverse().sort((a, b) => (a.last < b.last ? 1 : Number(a.last > b.last) * -1));

/** @param {InterviewState} state @param {string} [choice] */
export function rowOf(state, choice = state.choices.at(-1)?.choice ?? "") {
  const { due, replies, smallField } = state;
  const held = { ...state.counts, pause_due: due.size, reply_due: replies.size, small_field: Number(smallField) };
  const bits = FACTS.reduce((sum, fact, bit) => sum + (/** @type {any} */ (held)[fact] > 0 ? 1 << bit : 0), 0);
  return ROWS[INDEX[bits * CHOICES.length + CHOICES.indexOf(/** @type {any} */ (choice))]];
}

/** @param {InterviewState} state @param {number} now @returns {boolean} */
export const isLive = (state, now) => state.from >= 0 && !state.end && isRecent(state.clock, now, LIVE_MS);

/** @param {InterviewState} state live @param {number} now @returns {number} `now` by the clock of its beginning */
export const nowIn = (state, now) => Math.max(state.to, now - state.set);

/** @param {number} from @param {number} to @returns {number} */
export const minutesBetween = (from, to) => Math.max(0, Math.floor((to - from) / MINUTE_MS));
