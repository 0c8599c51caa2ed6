// What there is to say in one situation: the line of the card, and the words of the verdict. Pure.

import { flagOf } from "./flags.js";
import { fill, isSaid } from "./slots.js";
import { isTakenBack, sortOf, speakingFor, stateOf, tapsOf } from "./interview-state.js";
import {
  BEFORE_WORDS, CALLS, INSTEAD, LIMIT_TOPICS, LIMITS, LINE_REASONS, LINES, ON_A_CALL, OPENLY_REFUSED, REASONS, SHARED_REASONS,
  TOPICS, WORDS, WORDS_REASONS,
} from "../tables/live.js";

/** @typedef {import("./interview-state.js").Tap} Tap */
/** @typedef {import("./interview-state.js").InterviewState} InterviewState */
/** @typedef {import("./details.js").About} About */
/** @typedef {import("../tables/live.js").Row} Row */

/** @param {InterviewState} state @param {Row} row @param {About} about */
export function scriptsOf(state, row, about) {
  const { line, own, parts, topic, reasons } = selected(state, row, about);
  const { name, company, role } = about;
  const slots = sayable({ name, company, role, topic, reason: reasons.line });
  const words = Object.entries(parts).map(([part, id]) => [part, fill(id, { ...slots, reason: reasons.words })]);
  return { line: fill(line, slots), spoken: isSaid(line), words: { own: fill(own, slots), ...Object.fromEntries(words) } };
}

/**
 * Which scripts are said, and which reasons they name, by the tables of selection.py.
 * @param {InterviewState} state @param {Row} row @param {About} about
 */
export function selected(state, row, about) {
  const tap = tapToSpeakOf(state, row.cause);
  const said = lineOf(row.verdict, tap);
  const call = ON_A_CALL[said] ?? said;
  const own = CALLS.includes(about.kind) ? call : said;
  const { long, unsafe } = WORDS[row.verdict];
  const [named, sharing] = [reasonsNamed(state, row, about, tap), sharingOf(about)];
  named.line = named[LINE_REASONS[row.verdict][sharing]];
  return {
    line: BEFORE_WORDS[row.loop] ?? own,
    own,
    parts: { long, call, unsafe },
    topic: topicOf(own, tap, about),
    reasons: { line: named.line, words: named[WORDS_REASONS[row.cause][sharing]] },
  };
}

/** What the topic of a script is. @param {string} script @param {Tap | undefined} tap @param {About} about @returns {string} */
function topicOf(script, tap, about) {
  const topics = { "": "", skill: about.skill, limit: LIMIT_TOPICS[tap?.flag ?? ""] ?? "" };
  return topics[TOPICS[script] ?? ""];
}

/** @param {InterviewState} state @param {Row} row @param {About} about @returns {string} the reason that an exit gives */
export const sharedReason = (state, row, about) => reasonsNamed(state, row, about)[SHARED_REASONS[sharingOf(about)]];

/** @param {About} about */
const sharingOf = ({ reason }) => (reason in REASONS ? "given" : reason);

/** The reasons there are, by whose they are. @param {InterviewState} state @param {Row} row @param {About} about @param {Tap} [tap] @returns {Record<string, string>} */
function reasonsNamed(state, row, about, tap) {
  const refused = speakingFor(state, row.cause).find((each) => OPENLY_REFUSED.includes(stateOf(each)));
  const [ofTap, ofRefused] = [tap, refused].map((each) => (each && flagOf(each.flag)?.reason) ?? "");
  return { "": "", given: about.reason, tap: ofTap, refused: ofRefused };
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
  const lines = LINES[verdict];
  const short = lines[""][""];
  if (!tap) return short;
  const { line: kind, script } = sortOf(tap);
  const byState = lines[kind] ?? lines[""];
  const line = byState[stateOf(tap)] ?? byState[""];
  const said = (line === "flag" ? flagOf(tap.flag)?.[script] : line) || short;
  return INSTEAD[tap.flag]?.[said] ?? said;
}
