// One past interview as everybody reads it who looks back on many: all that can be told of it, in plain values. Pure.

import { aboutOf, folded } from "./details.js";
import { monthOf } from "../base/dates.js";
import { noteOf } from "./detail.js";
import { impressionOf, regretsOf } from "./impression.js";
import { choiceOf, eastOf } from "./records.js";
import { answersOf, fold, isHardNo, isTakenBack, kindOf, minutesBetween, stateOf } from "./interview-state.js";

/** @typedef {import("./records.js").Stored} Stored */
/** @typedef {import("./interview-state.js").InterviewState} InterviewState */
/** @typedef {import("./impression.js").Person} Person */
/**
 * @typedef {object} FlagSummary one tap, in the order of the taps
 * @property {string} id of its record
 * @property {string} flag
 * @property {string} kind the flag's own
 * @property {string} countedAs the kind that it counts as: an alarm that was asked about first is unclear
 * @property {boolean} hard a hard no, not asked about
 * @property {number} minute since the interview began
 * @property {string} state what became of it, a StateId; empty when nothing did
 * @property {string[]} states all it has gone through, oldest first
 * @property {boolean} takenBack undone or withdrawn: it counts no more
 * @property {number} heads people in the room; 0 when not counted
 */
/** @typedef {{minute: number, seconds: number, planned: number, skipped: boolean}} PauseSummary */
/**
 * @typedef {object} Summary
 * @property {string} id the interview's
 * @property {string} hlc the stamp of its beginning: the order of interviews
 * @property {number} at when it began, wall time in ms
 * @property {number | undefined} east minutes east of Greenwich that its clock was at the beginning, if that is known
 * @property {number} to the last thing that happened while it was live, ms
 * @property {number} minutes
 * @property {string} month "2026-11" where it was
 * @property {string} company
 * @property {string} companyKey the same for every way of writing it; empty for none
 * @property {string} role
 * @property {string} name
 * @property {string} kind on_site, video or phone; empty when not said
 * @property {number} planned minutes; 0 when not said
 * @property {string} skill what was practised, in words
 * @property {boolean} smallField
 * @property {string} end how it ended, an EndingId; empty when it was never closed
 * @property {string[]} verdicts one after the other; the last is `verdict`
 * @property {string} verdict where it came to; empty when nothing was tapped
 * @property {FlagSummary[]} flags
 * @property {PauseSummary[]} pauses
 * @property {string[]} choices of the candidate over the rules, oldest first
 * @property {string} moment the break point waited for
 * @property {{company: string, manager: string}} rated
 * @property {string[]} seen
 * @property {Person[]} people
 * @property {Record<string, string>} regrets by when: at_once, later; empty when not answered
 * @property {boolean} debriefed whether anything was said of it afterwards
 * @property {string} note
 */

/** @param {Stored} start its first record @param {Stored[]} records all of it, in any order @returns {Summary} */
export function summaryOf(start, records) {
  const state = fold(records);
  const { company, role, name, kind, minutes: planned, skill, smallField } = aboutOf(records, start.id);
  const { rated, seen, people } = impressionOf(records, start.id);
  const regrets = regretsOf(records);
  return {
    id: start.id,
    hlc: start.hlc,
    at: start.at,
    east: eastOf(start),
    to: state.to,
    minutes: minutesBetween(state.from, state.to),
    month: monthOf(start.at, eastOf(start)),
    companyKey: folded(company),
    company, role, name, kind, planned, skill, smallField,
    end: state.end?.how ?? "",
    verdicts: state.verdicts,
    verdict: state.verdicts.at(-1) ?? "",
    flags: flagsOf(state),
    ...stepsOf(state),
    moment: state.moment,
    rated, seen, people, regrets,
    debriefed: records.some(({ k }) => k === "debrief" || k === "person" || k === "regret"),
    note: noteOf(records, start.id),
  };
}

/** @param {InterviewState} state @returns {FlagSummary[]} */
function flagsOf(state) {
  const minutes = new Map(state.log.map(({ record, minute }) => [record.id, minute]));
  return [...state.taps.values()].map((tap) => ({
    id: tap.id,
    flag: tap.flag,
    kind: tap.kind,
    countedAs: kindOf(tap),
    hard: isHardNo(tap),
    minute: minutes.get(tap.id) ?? 0,
    state: stateOf(tap),
    states: answersOf(tap),
    takenBack: isTakenBack(tap),
    heads: tap.heads,
  }));
}

/** @param {InterviewState} state @returns {{pauses: PauseSummary[], choices: string[]}} */
function stepsOf(state) {
  /** @type {PauseSummary[]} */
  const pauses = [];
  /** @type {string[]} */
  const choices = [];
  for (const { record, minute } of state.log) {
    const { step, seconds = 0, planned = 0, skipped = false } = record;
    if (step === "pause") pauses.push({ minute, seconds, planned, skipped });
    if (step === "choose") choices.push(choiceOf(record));
  }
  return { pauses, choices };
}
