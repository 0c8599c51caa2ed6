// What the live screen shows for one interview: its records and the tables, nothing else. Pure; it looks up, never
// decides.

import { flagOf } from "./flags.js";
import { scriptsOf, sharedReason } from "./scripts.js";
import { holds, isHardNo, isOpen, isTakenBack, kindOf, rowOf, sortOf, speakingFor, stateOf } from "./interview-state.js";
import { choiceOf } from "./records.js";
import { ASKING, CALLS, CHOICES, ENDINGS, HARD_NO, TOLD, TOLD_OF, WORDS } from "../tables/live.js";

/** @typedef {import("./records.js").Stored} Stored */
/** @typedef {import("./interview-state.js").Tap} Tap */
/** @typedef {import("./interview-state.js").InterviewState} InterviewState */
/** @typedef {import("../tables/live.js").Row} Row */

/**
 * @param {InterviewState} state @param {import("./details.js").About} about the interview
 * @param {boolean} discreet whether flags go by their neutral words
 */
export function liveView(state, about, discreet) {
  const row = rowOf(state, about);
  return {
    pressed: pressedOf(state),
    verdict: /** @type {string} */ (row.verdict),
    computed: /** @type {string} */ (rowOf(state, { smallField: about.smallField, choice: CHOICES[0] }).verdict),
    chosen: row.chosen === true,
    causes: [...new Set(speakingFor(state, row.cause).map((tap) => causeOf(tap, discreet)))],
    asking: askingOf(state, row, discreet),
    ...loopOf(state, row),
    askable: askableOf(state, row.cause),
    crowd: crowdOf(state),
    options: /** @type {string[]} */ ([...row.options]),
    reordered: row.reordered === true,
    breakPoint: state.moment,
    reason: sharedReason(state, row, about),
    onCall: CALLS.includes(about.kind),
    place: about.kind,
    skill: about.skill,
    smallField: about.smallField,
    named: { name: about.name, company: about.company, role: about.role },
    ...scriptsOf(state, row, about),
  };
}

/** @param {InterviewState} state @returns {Record<string, boolean>} */
function pressedOf(state) {
  return Object.fromEntries([...state.taps.values()].filter(holds).map((tap) => [tap.flag, true]));
}

/** @param {InterviewState} state @param {Row} row @param {boolean} discreet */
function askingOf(state, row, discreet) {
  const [tap] = ASKING[row.cause].flatMap((fact) => speakingFor(state, fact));
  return tap ? { tap: tap.id, flag: tap.flag, kind: kindOf(tap), label: labelOf(tap.flag, discreet) } : null;
}

/**
 * Where the candidate stands between a flag and the decision, from the records alone: who comes back after the phone has
 * closed the app finds the same.
 * @param {InterviewState} state @param {Row} row @returns {{loop: string, subject: string}} ask, pause, reply or none; and the tap
 */
const loopOf = (state, { loop, subject }) => ({ loop, subject: speakingFor(state, subject)[0]?.id ?? "" });

/** @param {Tap} tap @param {boolean} discreet */
const causeOf = (tap, discreet) => labelOf(tap.flag, discreet) + (isHardNo(tap) ? HARD_NO[discreet ? "discreet" : "label"] : "");

/**
 * The tap behind the verdict, if it may be asked about before it counts: never beside an alarm that may not (N03).
 * @param {InterviewState} state @param {string} cause
 */
export function askableOf(state, cause) {
  const taps = speakingFor(state, cause);
  return (cause === "alarm" ? taps : taps.slice(0, 1)).every(isAskable) ? (taps[0]?.id ?? "") : "";
}

/** @param {Tap} tap */
const isAskable = (tap) => isOpen(tap) && sortOf(tap).askable && flagOf(tap.flag)?.ask;

/** The people in the room, where that may be counted (M08). @param {InterviewState} state */
function crowdOf(state) {
  const [tap] = [...state.taps.values()].filter((each) => holds(each) && flagOf(each.flag)?.countsHeads);
  return tap ? { tap: tap.id, count: tap.heads } : null;
}

/** @param {InterviewState} state @param {boolean} discreet oldest first */
export function logOf(state, discreet) {
  return state.log.map(({ record, minute }) => {
    const tap = state.taps.get(record.id);
    return { id: record.id, minute, ...(tap ? tapLine(tap, discreet) : stepLine(state, record, discreet)) };
  });
}

/** @param {Tap} tap @param {boolean} discreet */
function tapLine(tap, discreet) {
  const { flag, heads } = tap;
  const [state, kind, label] = [stateOf(tap), kindOf(tap), labelOf(flag, discreet)];
  const told = toldOf(state, flag, discreet);
  return { what: "tap", flag, kind, label, state, told, undone: isTakenBack(tap), seconds: 0, heads };
}

/** @param {InterviewState} state @param {Stored} step @param {boolean} discreet */
function stepLine(state, step, discreet) {
  const { step: what = "", how = "", moment = "", skipped = false, added = false, seconds = 0 } = step;
  const choice = choiceOf(step);
  const words = WORDS[choice];
  const about = labelOf(state.taps.get(step.of ?? "")?.flag ?? "", discreet);
  const label = words ? words[discreet ? "discreet" : "label"] : (endingOf(how, discreet) || about);
  const became = choice || how || moment || (skipped ? "skipped" : "") || (added ? "added" : "");
  return { what, flag: "", kind: "", label, state: became, told: skipped ? "" : toldOf(became, "", discreet), undone: false, seconds, heads: 0 };
}

/** How the log tells what became of a flag. @param {string} state @param {string} flag @param {boolean} discreet @returns {string} */
export const toldOf = (state, flag, discreet) => (TOLD_OF[flag]?.[state] ?? TOLD[state])?.[discreet ? "discreet" : "label"] ?? "";

/** How the log tells an ending. @param {string} how @param {boolean} discreet @returns {string} */
export const endingOf = (how, discreet) => ENDINGS[how]?.[discreet ? "discreet" : "told"] ?? "";

/** @param {string} flag @param {boolean} discreet @returns {string} */
export const labelOf = (flag, discreet) => flagOf(flag)?.[discreet ? "discreet" : "label"] ?? "";
