// Past interviews as the list and the page of one interview show them. Pure.

import { aboutOf } from "./about.js";
import { writeDate, writeTime } from "./dates.js";
import { byTime, heads } from "./records.js";
import { logOf } from "./situation.js";
import { isTakenBack, minutesBetween, tell } from "./story.js";

/** @typedef {import("./records.js").Stored} Stored */
/** @typedef {import("./story.js").Story} Story */

/** The kinds of record that are made by looking back. */
const AFTERWARDS = ["debrief", "person", "regret"];

/**
 * @param {Stored} start an interview's first record
 * @param {Stored[]} records all of it
 * @param {string} live the interview that is live, if any
 */
export function summary(start, records, live) {
  const story = tell(records);
  const held = [...story.taps.values()].filter((tap) => !isTakenBack(tap));
  return {
    id: start.id,
    company: aboutOf(records, start.id).company,
    at: start.at,
    flags: held.map(({ flag, kind }) => ({ flag, kind })),
    verdicts: story.verdicts,
    taps: story.taps.size,
    ...extent(story),
    live: start.id === live,
    ...afterOf(story, records),
  };
}

/** What afterwards.js goes by. @param {Story} story @param {Stored[]} records */
const afterOf = (story, records) => ({
  to: story.to,
  debriefed: records.some(({ k }) => AFTERWARDS.includes(k)),
  lookedBack: records.some(({ k, e }) => k === "regret" && e === "later"),
});

/** @param {Stored} start @param {Stored[]} records @param {string} live @param {boolean} discreet */
export function opened(start, records, live, discreet) {
  const story = tell(records);
  const { company, role, name } = aboutOf(records, start.id);
  return {
    id: start.id,
    company,
    role,
    name,
    note: noteOf(records, start.id),
    day: writeDate(start.at),
    from: writeTime(story.from),
    to: writeTime(story.to),
    ...extent(story),
    live: start.id === live,
    log: logOf(story, discreet),
  };
}

/**
 * Notes written on two devices at once are both kept; the next save replaces both.
 * @param {Stored[]} records
 * @param {string} interview
 */
export const noteOf = (records, interview) =>
  heads(records, "note", interview).map((note) => note.body?.text).join("\n\n");

/** @param {Story} story */
const extent = (story) => ({ minutes: minutesBetween(story.from, story.to), end: story.end?.how ?? "" });

/** @param {Stored} a @param {Stored} b */
export const newestFirst = (a, b) => byTime(b, a);
