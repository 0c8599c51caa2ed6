// What happened in one interview: its records, folded in the order of their stamps.
//
// Nothing is decided here. Each tap is reduced to the fact it speaks for, and the facts are looked up in the tables
// that Python made (tables.d.ts). The fold keeps counts, so that a verdict after each record costs no second pass.

import { flagOf } from "./flags.js";
import { isRecent } from "../base/elapsed.js";
import { byTime } from "./records.js";
import { ASKED_AS, CHOICES, COUNTS, FACTS, INDEX, LIMITS, PAUSE_AFTER, ROWS } from "../tables/live.js";

/** @typedef {import("./records.js").Stored} Stored */
/** @typedef {import("../tables/live.js").StateId} StateId */
/**
 * @typedef {object} Happening a tap, and what became of it
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
/** @typedef {{record: Stored, minute: number}} Line */
/**
 * @typedef {object} Story
 * @property {Map<string, Happening>} taps
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
 * @property {Line[]} lines
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

/** @param {Stored[]} records all of one interview, in any order @returns {Story} */
export function tell(records) {
  const story = untold();
  for (const record of [...records].sort(byTime)) go(story, record);
  return story;
}

/** Let a story go on by one record, the next in time. @param {Story} story @param {Stored} record */
export function go(story, record) {
  story.last = record.hlc;
  const chapter = CHAPTERS[record.k === "step" ? String(record.step) : record.k];
  if (chapter) add(story, record, chapter);
}

/** @returns {Story} in which nothing has happened yet */
export function untold() {
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
    lines: [],
    reversals: new Map(),
    moment: "",
    smallField: false,
  };
}

/** @param {Story} story @param {Stored} record @param {(story: Story, record: Stored) => void} chapter */
function add(story, record, chapter) {
  if (story.from < 0) story.from = story.to = story.clock = record.at;
  if (!story.end) goOn(story, record);
  chapter(story, record);
  if (record.k === "iv") return;
  const { verdict } = rowOf(story);
  if (verdict !== story.verdicts.at(-1)) story.verdicts.push(verdict);
}

// What is put right after its end, or days later, never stretches an interview, and a clock that is set never shortens it.
// But what can only be done while it is live shows that it was, whatever the clock said.
/** @param {Story} story @param {Stored} record */
function goOn(story, { k, step = k, at }) {
  const isClose = isRecent(story.clock, at, LIVE_MS);
  if (!isClose && !LIVE_ONLY.includes(step)) return;
  if (!isClose || at < story.clock - TRIMMED_MS) story.set += at - story.clock;
  story.clock = at;
  story.to = Math.max(story.to, at - story.set);
}

/** @type {Record<string, (story: Story, record: Stored) => void>} */
const CHAPTERS = {
  iv() {},

  tap(story, record) {
    const { id, flag = "", hard = false } = record;
    const kind = flagOf(flag)?.kind ?? "";
    /** @type {Happening} */
    const tap = {
      id, flag, kind, hard, last: record.hlc, answers: [], undone: true, withdrawals: new Set(), asks: new Set(), heads: 0,
    };
    story.taps.set(id, tap);
    reversibly(story, record, [tap], () => (tap.undone = false), () => (tap.undone = true));
    note(story, record);
  },

  outcome(story, record) {
    const tap = story.taps.get(String(record.e));
    if (tap) answer(story, record, tap, record.body?.state);
  },

  ask(story, record) {
    const tap = story.taps.get(String(record.of));
    if (!tap) return;
    reversibly(story, record, [tap], () => tap.asks.add(record.id), () => tap.asks.delete(record.id));
    note(story, record);
  },

  added(story, record) {
    const tap = story.taps.get(String(record.of));
    if (!tap) return;
    const isAwaited = story.replies.delete(tap.id);
    if (record.added) answer(story, record, tap, "added");
    if (isAwaited) restoreReply(story, record.id, tap.id);
    note(story, record);
  },

  heads(story, record) {
    const tap = story.taps.get(String(record.of));
    if (tap) tap.heads = record.count ?? 0;
  },

  withdraw(story, record) {
    const tap = story.taps.get(String(record.of));
    if (!tap) return;
    const { withdrawals } = tap;
    reversibly(story, record, [tap], () => withdrawals.add(record.id), () => withdrawals.delete(record.id));
  },

  undo(story, record) {
    story.reversals.get(String(record.of))?.();
  },

  choose(story, record) {
    const { id, choice = "" } = record;
    story.choices.push({ id, choice });
    story.reversals.set(id, () => (story.choices = story.choices.filter((each) => each.id !== id)));
    note(story, record);
  },

  wait(story, record) {
    story.moment = String(record.moment);
    note(story, record);
  },

  // One pause serves all that it was due after; what it brought is asked of the answer that it was made for.
  pause(story, record) {
    const tap = story.taps.get(String(record.of));
    story.due.clear();
    if (tap && !record.skipped && PAUSE_AFTER.includes(stateOf(tap))) story.replies.add(tap.id);
    note(story, record);
  },

  end(story, record) {
    story.end = record;
    story.reversals.set(record.id, () => story.end?.id === record.id && (story.end = null));
    note(story, record);
  },

  reopen(story, record) {
    story.end = null;
    note(story, record);
  },
};

/** @param {Story} story @param {Stored} record */
function note(story, record) {
  story.lines.push({ record, minute: minutesBetween(story.from, story.to) });
}

/**
 * @param {Story} story @param {Stored} record @param {Happening[]} taps
 * @param {() => void} change @param {() => void} reversal
 */
function reversibly(story, record, taps, change, reversal) {
  alter(story, record.hlc, taps, change);
  story.reversals.set(record.id, () => alter(story, record.hlc, taps, reversal));
}

/** @param {Story} story @param {Stored} record @param {Happening} tap @param {StateId} state */
function answer(story, record, tap, state) {
  const answer = { id: record.id, state };
  const forget = () => (tap.answers = tap.answers.filter((each) => each !== answer));
  reversibly(story, record, [tap], () => tap.answers.push(answer), forget);
}

// What happened again is asked about once: the answer is about the times before that stand as this one does, too.
/** @param {Story} story @param {string} id of a tap @returns {string[]} those taps, this one last */
export function alike(story, id) {
  const taps = [...story.taps.values()];
  const tap = story.taps.get(id);
  if (!tap || isTakenBack(tap)) return [id];
  const before = taps.slice(0, taps.indexOf(tap)).filter((each) => each.flag === tap.flag && standing(each) === standing(tap));
  return [...before.map((each) => each.id), id];
}

/** @param {Happening} tap */
const standing = (tap) => `${stateOf(tap)} ${tap.asks.size}`;

/** @param {Story} story @param {string} id @param {string} tapId */
function restoreReply(story, id, tapId) {
  const takeBack = story.reversals.get(id);
  story.reversals.set(id, () => {
    takeBack?.();
    story.due.delete(tapId);
    story.replies.add(tapId);
  });
}

/** @param {Story} story @param {string} hlc @param {Happening[]} taps @param {() => void} change */
function alter(story, hlc, taps, change) {
  const before = taps.map(factOf);
  change();
  const after = taps.map(factOf);
  for (const fact of before) if (fact) story.counts[fact] -= 1;
  for (const fact of after) if (fact) story.counts[fact] = (story.counts[fact] ?? 0) + 1;
  // A choice is about one situation: what changes that ends it (verdict.py, Facts.choice).
  if ([...before, ...after].some(Boolean)) story.choices = [];
  for (const tap of taps) {
    tap.last = hlc;
    story.due.delete(tap.id);
    story.replies.delete(tap.id);
    if (PAUSE_AFTER.includes(stateOf(tap))) story.due.add(tap.id);
  }
}

/** @param {Happening} tap @returns {StateId} */
export function stateOf(tap) {
  if (tap.undone) return "undone";
  return tap.withdrawals.size ? "withdrawn" : (tap.answers.at(-1)?.state ?? "");
}

/** @param {Happening} tap @returns {boolean} */
export const isTakenBack = (tap) => tap.undone || tap.withdrawals.size > 0;

/** @param {Happening} tap @returns {string} the kind it counts as: who asks first takes back nothing and settles nothing */
export const kindOf = (tap) => (tap.asks.size ? ASKED_AS[tap.kind] : tap.kind);

/** @param {Happening} tap @returns {boolean} a hard no that is asked about anyway is one no more */
export const isHardNo = (tap) => tap.hard && tap.asks.size === 0;

/** @param {Happening} tap @returns {string} the fact it speaks for now; empty when it does not count */
export const factOf = (tap) => COUNTS[`${kindOf(tap)}|${Number(isHardNo(tap))}|${stateOf(tap)}`] ?? "";

/** @param {Happening} tap @returns {boolean} whether it is shown as pressed: it counts, or has no answer yet */
export const holds = (tap) => stateOf(tap) === "" || factOf(tap) !== "";

/** @param {Story} story @param {string} cause @returns {Happening[]} newest first */
export const speakingFor = (story, cause) => tapsOf(story).filter((tap) => cause !== "" && factOf(tap) === cause);

/** @param {Story} story @returns {Happening[]} newest change first; of those that changed as one, the newest tap */
export const tapsOf = (story) =>
  [...story.taps.values()].reverse().sort((a, b) => (a.last < b.last ? 1 : Number(a.last > b.last) * -1));

/** @param {Story} story @param {string} [choice] */
export function rowOf(story, choice = story.choices.at(-1)?.choice ?? "") {
  const { due, replies, smallField } = story;
  const held = { ...story.counts, pause_due: due.size, reply_due: replies.size, small_field: Number(smallField) };
  const bits = FACTS.reduce((sum, fact, bit) => sum + (/** @type {any} */ (held)[fact] > 0 ? 1 << bit : 0), 0);
  return ROWS[INDEX[bits * CHOICES.length + CHOICES.indexOf(/** @type {any} */ (choice))]];
}

/** @param {Story} story @param {number} now @returns {boolean} */
export const isLive = (story, now) => story.from >= 0 && !story.end && isRecent(story.clock, now, LIVE_MS);

/** @param {Story} story live @param {number} now @returns {number} `now` by the clock of its beginning */
export const nowIn = (story, now) => Math.max(story.to, now - story.set);

/** @param {number} from @param {number} to @returns {number} */
export const minutesBetween = (from, to) => Math.max(0, Math.floor((to - from) / MINUTE_MS));
