// Past interviews as one's own page shows it, and as others are offered or recalled. Pure.

import { aboutOf } from "./details.js";
import { writeDate, writeTime } from "../base/dates.js";
import { byTime, eastOf, heads } from "./records.js";
import { logOf } from "./live-view.js";
import { fold, isTakenBack, minutesBetween } from "./interview-state.js";

/** @typedef {import("./records.js").Stored} Stored */
/** @typedef {import("./interview-state.js").InterviewState} InterviewState */

/** The kinds of record that are made by looking back. */
const AFTERWARDS = ["debrief", "person", "regret"];

/**
 * What is offered and recalled of an interview; lists and counts go by its summary (summary.js).
 * @param {Stored} start its first record
 * @param {Stored[]} records all of it
 */
export function summary(start, records) {
  const state = fold(records);
  const held = [...state.taps.values()].filter((tap) => !isTakenBack(tap));
  return {
    id: start.id,
    company: aboutOf(records, start.id).company,
    at: start.at,
    east: eastOf(start),
    flags: held.map(({ flag, kind }) => ({ flag, kind })),
    end: endOf(state),
    over: state.clock,
    debriefed: records.some(({ k }) => AFTERWARDS.includes(k)),
    lookedBack: records.some(({ k, e }) => k === "regret" && e === "later"),
  };
}

/** @param {Stored} start @param {Stored[]} records @param {string} live @param {boolean} discreet */
export function opened(start, records, live, discreet) {
  const state = fold(records);
  const { company, role, name } = aboutOf(records, start.id);
  const east = eastOf(start);
  return {
    id: start.id,
    company,
    role,
    name,
    note: noteOf(records, start.id),
    day: writeDate(start.at, east),
    from: writeTime(state.from, east),
    to: writeTime(state.to, east),
    minutes: minutesBetween(state.from, state.to),
    end: endOf(state),
    live: start.id === live,
    log: logOf(state, discreet),
  };
}

/**
 * Notes written on two devices at once are both kept; the next save replaces both.
 * @param {Stored[]} records
 * @param {string} interview
 */
export const noteOf = (records, interview) =>
  heads(records, "note", interview).map((note) => note.body?.text).join("\n\n");

/** @param {InterviewState} state */
const endOf = (state) => state.end?.how ?? "";

/** @param {Stored} a @param {Stored} b */
export const newestFirst = (a, b) => byTime(b, a);
