// What there is to say in one situation: the line of the card, and the words of the verdict. Pure.

import { NO_REASON } from "./details.js";
import { flagOf, ownLine } from "./flags.js";
import { fill, isSaid } from "./slots.js";
import { isHardNo, isTakenBack, kindOf, speakingFor, stateOf, tapsOf } from "./interview-state.js";
import { BEFORE_WORDS, CALLS, LIMITS, LINES, OPENLY_REFUSED, WORDS } from "../tables/live.js";

/** @typedef {import("./interview-state.js").Tap} Tap */
/** @typedef {import("./interview-state.js").InterviewState} InterviewState */
/** @typedef {import("./details.js").About} About */
/** @typedef {import("../tables/live.js").Row} Row */

/** What a hard no changes: a mismatch has words of its own to end with. */
const ASKED = ["unclear", "negotiable"];

/** @param {InterviewState} state @param {Row} row @param {About} about */
export function scriptsOf(state, row, about) {
  const tap = tapToSpeakOf(state, row.cause);
  const topic = row.verdict === "practice" ? about.skill : "";
  const { name, company, role } = about;
  // Whoever shares no reason names none in a single line of an exit (M26).
  const isKept = row.verdict === "wrap_up" && about.reason === NO_REASON;
  const slots = sayable({ name, company, role, topic, reason: (!isKept && tap && flagOf(tap.flag)?.reason) || "" });
  const own = lineOf(row.verdict, tap);
  const line = row.pauseFirst ? BEFORE_WORDS.pause : row.replyFirst ? BEFORE_WORDS.reply : own;
  return { line: fill(line, slots), spoken: isSaid(line), words: wordsOf(state, row, about, own, slots) };
}

/** @param {InterviewState} state @param {Row} row @param {About} about @param {string} own the verdict's line @param {import("./slots.js").Slots} slots */
function wordsOf(state, row, about, own, slots) {
  // What is raised names itself; an exit gives a reason only when the candidate wants to share one (M26).
  const shared = row.cause === "open_negotiable" ? slots : { ...slots, reason: sharedReason(state, row, about) };
  const { short, long, call, unsafe } = WORDS[row.verdict];
  // What the candidate wrote to say beats what was written for everybody.
  const first = ownLine(own) ? own : CALLS.includes(about.kind) && call ? call : short;
  const words = Object.entries({ short: first, long, call, unsafe }).map(([part, id]) => [part, fill(id, shared)]);
  return { own: fill(own, slots), ...Object.fromEntries(words) };
}

// Whoever said no shares none; what they have openly refused is the reason, unless another one was chosen (M29).
/** @param {InterviewState} state @param {Row} row @param {About} about @returns {string} */
export function sharedReason(state, row, about) {
  if (about.reason === NO_REASON) return "";
  const refused = speakingFor(state, row.cause).find((tap) => OPENLY_REFUSED.includes(stateOf(tap)));
  return about.reason || (refused && flagOf(refused.flag)?.reason) || "";
}

/** What is too long to be said in one breath is left out. @param {import("./slots.js").Slots} slots */
export function sayable(slots) {
  const short = Object.entries(slots).map(([slot, value]) => [slot, value.length > LIMITS.slotCharacters ? "" : value]);
  return /** @type {import("./slots.js").Slots} */ (Object.fromEntries(short));
}

/** @param {InterviewState} state @param {string} cause @returns {Tap | undefined} */
function tapToSpeakOf(state, cause) {
  if (cause) return speakingFor(state, cause)[0];
  return tapsOf(state).find((tap) => !isTakenBack(tap));
}

/** @param {string} verdict @param {Tap} [tap] @returns {string} a script's id */
function lineOf(verdict, tap) {
  if (!tap) return LINES[`${verdict}||`];
  const kind = kindOf(tap);
  const isLimit = isHardNo(tap) && ASKED.includes(kind);
  const line = LINES[`${verdict}|${isLimit ? "hard" : kind}|${stateOf(tap)}`];
  const named = line === "flag" ? flagOf(tap.flag)?.[tap.asks.size ? "ask" : "line"] : line;
  return named || LINES[`${verdict}||`];
}
