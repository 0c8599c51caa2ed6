// One interview as it is read later: what happened when, what that made of the way forward, what was asked. Pure.

import { aboutOf } from "./details.js";
import { flagOf } from "./flags.js";
import { writeTime, written } from "../base/dates.js";
import { answerOf, byTime, eastIn, eastOf } from "./records.js";
import { sayable } from "./scripts.js";
import { labelOf, logOf, toldOf } from "./live-view.js";
import { fill } from "./slots.js";
import { answersOf, apply, fold, initial, sortOf, minutesBetween } from "./interview-state.js";
import { ANSWERS } from "../tables/after.js";
import { WORDS } from "../tables/live.js";

/** @typedef {import("./records.js").Stored} Stored */
/** @typedef {import("./interview-state.js").InterviewState} InterviewState */
/** @typedef {ReturnType<typeof timelineOf>[number]} Line */

const writeShortDay = written({ day: "numeric", month: "short" });
/** Steps that take something back. */
const BACK = ["undo", "withdraw"];
/** Answers that came without asking. */
const UNASKED = ["skipped", "later"];

/** @param {Stored[]} records all of one interview @param {string} interview @param {boolean} discreet */
export function timelineOf(records, interview, discreet) {
  const whole = fold(records);
  const told = new Map(logOf(whole, discreet).map((line) => [line.id, line]));
  const about = aboutOf(records, interview);
  const state = initial();
  const lines = [];
  // What does not say where it was, was where the record before it was.
  const east = { first: eastIn(records), last: eastIn(records) };
  for (const record of [...records].sort(byTime)) {
    east.last = eastOf(record) ?? east.last;
    const before = state.verdicts.length;
    apply(state, record);
    const line = told.get(record.id) ?? outcomeLine(whole, record, discreet) ?? backLine(whole, record, discreet);
    if (!line) continue;
    const tap = whole.taps.get(record.id);
    lines.push({
      ...line,
      // What asking brought has a line of its own, in its own minute.
      told: tap && !line.undone ? "" : line.told,
      minute: minutesBetween(state.from, state.to),
      time: timeOf(record.at, state.from, east),
      verdict: state.verdicts.length > before ? wordOf(String(state.verdicts.at(-1)), discreet) : "",
      question: isAsked(line) ? questionOf(whole.taps.get(String(record.e)), about) : "",
      answer: (tap && answersOf(tap).at(-1)) ?? "",
      answers: tap && !line.undone ? answersTo(tap, discreet) : [],
    });
  }
  return lines;
}

const BLANK = { flag: "", kind: "", state: "", told: "", undone: false, seconds: 0, heads: 0 };

/** @param {InterviewState} whole @param {Stored} record @param {boolean} discreet */
function outcomeLine(whole, record, discreet) {
  const { id, k, e = "" } = record;
  const [tap, state] = [whole.taps.get(e), k === "outcome" ? answerOf(record) : ""];
  if (k !== "outcome" || !tap || !state) return null;
  return { ...BLANK, id, what: "outcome", label: labelOf(tap.flag, discreet), state, told: toldOf(state, tap.flag, discreet) };
}

/** @param {InterviewState} whole @param {Stored} record @param {boolean} discreet */
function backLine(whole, { id, step = "", of = "" }, discreet) {
  if (!BACK.includes(step)) return null;
  return { ...BLANK, id, what: "back", label: labelOf(whole.taps.get(of)?.flag ?? "", discreet) };
}

/** @param {string} verdict @param {boolean} discreet */
const wordOf = (verdict, discreet) => WORDS[verdict]?.[discreet ? "discreet" : "label"] ?? "";

/** The time by the clock, with the day when it is another one. @param {number} at @param {number} from @param {{first: number | undefined, last: number | undefined}} east */
function timeOf(at, from, east) {
  const day = writeShortDay(at, east.last);
  return (day === writeShortDay(from, east.first) ? "" : `${day} `) + writeTime(at, east.last);
}

/** @param {{what: string, state: string}} line */
const isAsked = ({ what, state }) => what === "outcome" && !UNASKED.includes(state);

/** @param {import("./interview-state.js").Tap | undefined} tap @param {import("./details.js").About} about @returns {string} what asks about it */
export function questionOf(tap, { name, company, role }) {
  const flag = tap && flagOf(tap.flag);
  const script = tap && flag?.[sortOf(tap).script];
  return script ? fill(script, sayable({ name, company, role, topic: "", reason: flag.reason })) : "";
}

/** @param {import("./interview-state.js").Tap} tap @param {boolean} discreet @returns {{id: string, told: string}[]} what asking about its flag can bring */
const answersTo = ({ flag, kind }, discreet) => (ANSWERS[kind] ?? []).map((id) => ({ id, told: toldOf(id, flag, discreet) }));
