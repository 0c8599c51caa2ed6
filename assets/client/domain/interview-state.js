// What happened in one interview: its records, folded in the order of their stamps.
//
// Nothing is decided here: what can happen to a tap, what it then means and what is due are looked up in the tables that
// Python made (taps.py, and interview_state.py, which folds the same way). The fold keeps counts, so that a verdict after
// each record costs no second pass.

import { flagOf } from "./flags.js";
import { isRecent } from "../base/elapsed.js";
import { answerOf, byTime, choiceOf } from "./records.js";
import {
  CHOICES, COUNTS, ENDS_CHOICE, EVENTS, FACTS, FOLLOWED_UP, INDEX, LIMITS, MARKED, MOVES, POSITIONS, REPLIES, ROWS,
  SORTS, START, TAKEN_BACK,
} from "../tables/live.js";

/** @typedef {import("./records.js").Stored} Stored */
/** @typedef {import("../tables/live.js").StateId} StateId */
/**
 * @typedef {object} Tap a tap, and what became of it
 * @property {string} id
 * @property {string} flag
 * @property {string} kind the flag's own; see kindOf
 * @property {boolean} hard marked beforehand as a hard no; see isHardNo
 * @property {number} at its place in POSITIONS
 * @property {string} mark
 * @property {{id: string, move: string}[]} moves what stands of what happened to it, by record
 * @property {number} heads people in the room, when counted
 * @property {string} last when it last changed
 */
/** @typedef {{record: Stored, minute: number}} Entry */
/** @typedef {{tap: Tap, move: string, hlc: string}} Moved */
/**
 * @typedef {object} InterviewState
 * @property {Map<string, Tap>} taps
 * @property {Map<string, Moved>} moved what each record did to a tap, for whoever takes it back
 * @property {Record<string, number>} counts taps that speak for each fact
 * @property {{id: string, choice: string}[]} choices
 * @property {Stored | null} end
 * @property {number} from
 * @property {number} to the last thing that happened while it was live, by the clock of its beginning
 * @property {number} clock what the clock read then
 * @property {number} set by how much it had been set since the beginning
 * @property {string} last the newest stamp
 * @property {string[]} verdicts one after the other
 * @property {Entry[]} log what the log tells, oldest first
 * @property {string} moment the break point waited for
 */

const MINUTE_MS = 60_000;
const LIVE_MS = LIMITS.liveHours * 60 * MINUTE_MS;
const TRIMMED_MS = LIMITS.clockTrimMinutes * MINUTE_MS;

/** @param {Stored[]} records all of one interview, in any order @returns {InterviewState} */
export function fold(records) {
  const state = initial();
  for (const record of [...records].sort(byTime)) apply(state, record);
  return state;
}

/** @returns {InterviewState} in which nothing has happened yet */
export const initial = () => ({
  taps: new Map(), moved: new Map(), counts: {}, choices: [], end: null, from: -1, to: -1, clock: -1, set: 0, last: "",
  verdicts: [], log: [], moment: "",
});

/** Let one more record count, the next in time. @param {InterviewState} state @param {Stored} record */
export function apply(state, record) {
  state.last = record.hlc;
  const name = record.k === "step" ? String(record.step) : record.k;
  const event = EVENTS[name];
  if (!event) return;
  letTimePass(state, record, event);
  const tap = event.tap && state.taps.get(String(record[event.tap]));
  if (tap || !event.tap) {
    REDUCERS[name]?.(state, record, /** @type {Tap} */ (tap));
    if (event.logged) state.log.push({ record, minute: minutesBetween(state.from, state.to) });
  }
  const { verdict } = rowOf(state);
  if (!event.begins && verdict !== state.verdicts.at(-1)) state.verdicts.push(verdict);
}

// What is put right after its end, or days later, never stretches an interview, and a clock that is set never shortens it.
// But what can only be done while it is live shows that it was, whatever the clock said.
/** @param {InterviewState} state @param {Stored} record @param {import("../tables/live.js").Event} event */
function letTimePass(state, { at }, event) {
  if (state.from < 0) state.from = state.to = state.clock = at;
  const isClose = isRecent(state.clock, at, LIVE_MS);
  if (state.end || !(isClose || event.live)) return;
  if (!isClose || at < state.clock - TRIMMED_MS) state.set += at - state.clock;
  state.clock = at;
  state.to = Math.max(state.to, at - state.set);
}

/** @type {Record<string, (state: InterviewState, record: Stored, tap: Tap) => void>} */
const REDUCERS = {
  tap(state, record) {
    const { id, flag = "", hard = false, hlc } = record;
    const mark = MARKED[Number(Boolean(hard))];
    /** @type {Tap} */
    const tap = { id, flag, kind: flagOf(flag)?.kind ?? "", hard, at: START, mark, moves: [], heads: 0, last: hlc };
    state.taps.set(id, tap);
    move(state, record, tap, "tap");
  },

  outcome: (state, record, tap) => move(state, record, tap, answerOf(record)),
  ask: (state, record, tap) => move(state, record, tap, "ask"),
  withdraw: (state, record, tap) => move(state, record, tap, "withdraw"),
  added: (state, record, tap) => move(state, record, tap, REPLIES[POSITIONS[tap.at].due ?? ""][Number(record.added)]),
  heads(_, { count = 0 }, tap) {
    tap.heads = count;
  },

  pause(state, record) {
    for (const tap of state.taps.values()) move(state, record, tap, tap.id === record.of && !record.skipped ? "paused" : "passed");
  },

  undo(state, { of = "" }) {
    state.choices = state.choices.filter(({ id }) => id !== of);
    if (state.end?.id === of) state.end = null;
    const moved = state.moved.get(of);
    if (moved) takeBack(state, of, moved);
  },

  choose: (state, record) => void state.choices.push({ id: record.id, choice: choiceOf(record) }),

  wait(state, { moment }) {
    state.moment = String(moment);
  },

  end(state, record) {
    state.end = record;
  },

  reopen(state) {
    state.end = null;
  },
};

/** @param {InterviewState} state @param {Stored} record @param {Tap} tap @param {string | null} name of the move, if it is one */
function move(state, { id, hlc }, tap, name) {
  if (name === null) return;
  const { stands, undone } = MOVES[name];
  if (stands) tap.moves.push({ id, move: name });
  if (stands || undone) state.moved.set(id, { tap, move: name, hlc });
  turn(state, tap, [name], stands ? hlc : "");
}

/** @param {InterviewState} state @param {string} id of a record @param {Moved} moved what it did */
function takeBack(state, id, { tap, move, hlc }) {
  const { stands, undone } = MOVES[move];
  if (stands) {
    tap.moves = tap.moves.filter((each) => each.id !== id);
    turn(state, tap, tap.moves.map((each) => each.move), hlc, true);
  }
  if (undone) turn(state, tap, [undone], "");
}

/**
 * Let a tap go through some moves, which count as one.
 * @param {InterviewState} state @param {Tap} tap @param {string[]} moves
 * @param {string} hlc when it changed; empty when that is no change of what it speaks for
 * @param {boolean} [anew] from the start
 */
function turn(state, tap, moves, hlc, anew = false) {
  const before = factsOf(tap);
  if (anew) Object.assign(tap, { at: START, mark: MARKED[Number(Boolean(tap.hard))] });
  for (const each of moves) {
    tap.at = MOVES[each].to[tap.at];
    tap.mark = MOVES[each].mark ?? tap.mark;
  }
  const after = factsOf(tap);
  for (const fact of before) state.counts[fact] -= 1;
  for (const fact of after) state.counts[fact] = (state.counts[fact] ?? 0) + 1;
  if (!hlc) return;
  tap.last = hlc;
  if ([...before, ...after].some((fact) => ENDS_CHOICE.includes(fact))) state.choices = [];
}

/** @param {Tap} tap @returns {import("../tables/live.js").Sort} what it is, by its flag and its mark */
export const sortOf = (tap) => SORTS[tap.kind][tap.mark];

/** @param {Tap} tap @returns {string | undefined} what it speaks for, if it counts */
function factOf(tap) {
  const facts = COUNTS[sortOf(tap).line];
  return (facts[stateOf(tap)] ?? facts[""]) || undefined;
}

/** @param {Tap} tap @returns {string[]} what it speaks for, and what is due after it */
const factsOf = (tap) => [factOf(tap), POSITIONS[tap.at].due].flatMap((fact) => fact ?? []);

/** @param {Tap} tap @returns {boolean} whether nothing has become of it yet */
export const isOpen = (tap) => POSITIONS[tap.at].open === true;

/** @param {Tap} tap @returns {StateId} */
export const stateOf = (tap) => POSITIONS[tap.at].state;

/** @param {Tap} tap @returns {boolean} */
export const isTakenBack = (tap) => TAKEN_BACK.includes(stateOf(tap));

/** @param {Tap} tap @returns {boolean} whether it is to be followed up: they will check, or the candidate asks later */
export const isFollowedUp = (tap) => FOLLOWED_UP.includes(stateOf(tap));

/** @param {Tap} tap @returns {string} the kind it counts as: who asks first takes back nothing and settles nothing */
export const kindOf = (tap) => sortOf(tap).kind;

/** @param {Tap} tap @returns {boolean} a hard no that is asked about anyway is one no more */
export const isHardNo = (tap) => sortOf(tap).hard === true;

/** @param {Tap} tap @returns {boolean} whether it is shown as pressed: it counts, or has no answer yet */
export const holds = (tap) => isOpen(tap) || factOf(tap) !== undefined;

/** @param {Tap} tap @returns {StateId[]} what asking has brought, oldest first */
export const answersOf = (tap) => tap.moves.flatMap(({ move }) => MOVES[move].answer ?? []);

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
const standing = (tap) => `${stateOf(tap)} ${sortOf(tap).script}`;

/** @param {InterviewState} state @param {string} fact @returns {Tap[]} newest first */
export const speakingFor = (state, fact) => tapsOf(state).filter((tap) => factsOf(tap).includes(fact));

/** @param {InterviewState} state @returns {Tap[]} newest change first; of those that changed as one, the newest tap */
export const tapsOf = (state) =>
  [...state.taps.values()].reverse().sort((a, b) => (a.last < b.last ? 1 : Number(a.last > b.last) * -1));

/**
 * @param {InterviewState} state
 * @param {{smallField?: boolean, choice?: string}} [about] `choice` in place of the candidate's own
 */
export function rowOf(state, { smallField = false, choice = state.choices.at(-1)?.choice ?? "" } = {}) {
  /** @type {Record<string, number>} */
  const held = { ...state.counts, small_field: Number(smallField) };
  const bits = FACTS.reduce((sum, fact, bit) => sum + (held[fact] > 0 ? 1 << bit : 0), 0);
  return ROWS[INDEX[bits * CHOICES.length + CHOICES.indexOf(/** @type {any} */ (choice))]];
}

/** @param {InterviewState} state @param {number} now @returns {boolean} */
export const isLive = (state, now) => state.from >= 0 && !state.end && isRecent(state.clock, now, LIVE_MS);

/** @param {InterviewState} state live @param {number} now @returns {number} `now` by the clock of its beginning */
export const nowIn = (state, now) => Math.max(state.to, now - state.set);

/** @param {number} from @param {number} to @returns {number} */
export const minutesBetween = (from, to) => Math.max(0, Math.floor((to - from) / MINUTE_MS));
