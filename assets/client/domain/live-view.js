// What the live screen shows for one interview: its records and the tables, nothing else. Pure; it looks up, never
// decides.

import { flagOf } from "./flags.js";
import { scriptsOf, sharedReason } from "./scripts.js";
import { holds, isHardNo, isTakenBack, kindOf, rowOf, speakingFor, stateOf, tapsOf } from "./interview-state.js";
import { CALLS, CHOICES, ENDINGS, TOLD, WORDS } from "../tables/live.js";

/** @typedef {import("./records.js").Stored} Stored */
/** @typedef {import("./interview-state.js").Tap} Tap */
/** @typedef {import("./interview-state.js").InterviewState} InterviewState */
/** @typedef {import("../tables/live.js").Row} Row */

const OPEN = ["open_unclear", "open_negotiable"];

/**
 * @param {InterviewState} state @param {import("./details.js").About} about the interview
 * @param {boolean} discreet whether flags go by their neutral words
 */
export function liveView(state, about, discreet) {
  state.smallField = about.smallField;
  const row = rowOf(state);
  return {
    pressed: pressedOf(state),
    verdict: /** @type {string} */ (row.verdict),
    computed: /** @type {string} */ (rowOf(state, CHOICES[0]).verdict),
    chosen: row.chosen,
    causes: [...new Set(speakingFor(state, row.cause).map((tap) => labelOf(tap.flag, discreet)))],
    asking: askingOf(state, row.cause, discreet),
    ...loopOf(state, row),
    askable: askableOf(state, row.cause),
    crowd: crowdOf(state),
    options: /** @type {string[]} */ ([...row.options]),
    reordered: row.reordered,
    breakPoint: state.moment,
    reason: sharedReason(state, row, about),
    onCall: CALLS.includes(about.kind),
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

/** @param {InterviewState} state @param {string} cause @param {boolean} discreet */
function askingOf(state, cause, discreet) {
  const open = OPEN.includes(cause) ? [cause] : OPEN;
  const [tap] = open.flatMap((fact) => speakingFor(state, fact));
  return tap ? { tap: tap.id, flag: tap.flag, kind: kindOf(tap), label: labelOf(tap.flag, discreet) } : null;
}

/**
 * Where the candidate stands between a flag and the decision, from the records alone: who comes back after the phone has
 * closed the app finds the same.
 * @param {InterviewState} state @param {Row} row @returns {{loop: string, subject: string}} ask, pause, reply or none; and the tap
 */
function loopOf(state, row) {
  if (row.pauseFirst) return { loop: "pause", subject: newestOf(state, state.due) };
  if (row.replyFirst) return { loop: "reply", subject: newestOf(state, state.replies) };
  const [asked] = OPEN.includes(row.cause) ? speakingFor(state, row.cause) : [];
  return { loop: asked ? "ask" : "", subject: asked?.id ?? "" };
}

/** @param {InterviewState} state @param {Set<string>} ids */
const newestOf = (state, ids) =>
  tapsOf(state).find(({ id }) => ids.has(id))?.id ?? "";

/** The tap behind the verdict, if it may be asked about before it counts. @param {InterviewState} state @param {string} cause */
function askableOf(state, cause) {
  const [tap] = speakingFor(state, cause);
  const counts = tap && stateOf(tap) === "" && (isHardNo(tap) || kindOf(tap) === "alarm");
  return counts && flagOf(tap.flag)?.ask ? tap.id : "";
}

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
  const told = TOLD[state] ?? "";
  return { what: "tap", flag, kind, label, state, told, undone: isTakenBack(tap), seconds: 0, heads };
}

/** @param {InterviewState} state @param {Stored} step @param {boolean} discreet */
function stepLine(state, step, discreet) {
  const { step: what = "", choice = "", how = "", moment = "", skipped = false, added = false, seconds = 0 } = step;
  const words = WORDS[choice];
  const about = labelOf(state.taps.get(step.of ?? "")?.flag ?? "", discreet);
  const label = words ? words[discreet ? "discreet" : "label"] : (ENDINGS[how]?.told ?? about);
  const became = choice || how || moment || (skipped ? "skipped" : "") || (added ? "added" : "");
  return { what, flag: "", kind: "", label, state: became, told: TOLD[became] ?? "", undone: false, seconds, heads: 0 };
}

/** @param {string} flag @param {boolean} discreet @returns {string} */
export const labelOf = (flag, discreet) => flagOf(flag)?.[discreet ? "discreet" : "label"] ?? "";
