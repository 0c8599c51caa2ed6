// What the live screen shows for one interview: its records and the tables, nothing else. Pure; it looks up, never
// decides.

import { flagOf } from "./catalogue.js";
import { heads } from "./records.js";
import { fill, isSaid } from "./spoken.js";
import { factOf, holds, isTakenBack, rowOf, stateOf, tell } from "./story.js";
import { CHOICES, ENDINGS, LINES, REASONS, TOLD, WORDS } from "./tables.js";

/** @typedef {import("./records.js").Stored} Stored */
/** @typedef {import("./story.js").Happening} Happening */
/** @typedef {import("./story.js").Story} Story */
/** @typedef {{company: string, role: string, name: string, reason: string, smallField: boolean}} About */

const OPEN = ["open_unclear", "open_negotiable"];

/**
 * @param {Stored[]} records all of one interview
 * @param {string} interview its id
 * @param {boolean} discreet whether flags go by their neutral words
 */
export function situation(records, interview, discreet) {
  const story = tell(records);
  const about = aboutOf(records, interview);
  story.smallField = about.smallField;
  const row = rowOf(story);
  return {
    pressed: pressedOf(story),
    verdict: /** @type {string} */ (row.verdict),
    computed: /** @type {string} */ (rowOf(story, CHOICES[0]).verdict),
    chosen: row.chosen,
    causes: [...new Set(speakingFor(story, row.cause).map((tap) => labelOf(tap.flag, discreet)))],
    asking: askingOf(story, row.cause, discreet),
    options: /** @type {string[]} */ ([...row.options]),
    pauseFirst: row.pauseFirst,
    breakPoint: story.moment,
    reason: about.reason,
    named: { name: about.name, company: about.company, role: about.role },
    ...saidOf(story, row, about),
    log: logOf(story, discreet).reverse(),
  };
}

/** @param {Story} story @returns {Record<string, boolean>} */
function pressedOf(story) {
  return Object.fromEntries([...story.taps.values()].filter(holds).map((tap) => [tap.flag, true]));
}

/** @param {Story} story @param {string} cause @returns {Happening[]} newest first */
function speakingFor(story, cause) {
  const taps = [...story.taps.values()].filter((tap) => cause !== "" && factOf(tap) === cause);
  return taps.sort(newestFirst);
}

/** @param {Happening} a @param {Happening} b */
const newestFirst = (a, b) => (a.last < b.last ? 1 : -1);

/** @param {Story} story @param {string} cause @param {boolean} discreet */
function askingOf(story, cause, discreet) {
  const open = OPEN.includes(cause) ? [cause] : OPEN;
  const [tap] = open.flatMap((fact) => speakingFor(story, fact));
  return tap ? { tap: tap.id, flag: tap.flag, kind: tap.kind, label: labelOf(tap.flag, discreet) } : null;
}

/** @param {Story} story @param {{verdict: string, cause: string}} row @param {About} about */
function saidOf(story, row, about) {
  const tap = tapToSpeakOf(story, row.cause);
  const slots = { ...about, topic: "", reason: (tap && flagOf(tap.flag)?.reason) ?? "" };
  const line = lineOf(row.verdict, tap);
  // What is raised names itself; an exit gives a reason only when the candidate wants to share one (M26).
  const shared = row.cause === "open_negotiable" ? slots : { ...slots, reason: about.reason };
  const { short, long, call, unsafe } = WORDS[row.verdict];
  const words = Object.entries({ short, long, call, unsafe }).map(([part, id]) => [part, fill(id, shared)]);
  return { line: fill(line, slots), spoken: isSaid(line), words: Object.fromEntries(words) };
}

/** @param {Story} story @param {string} cause @returns {Happening | undefined} */
function tapToSpeakOf(story, cause) {
  if (cause) return speakingFor(story, cause)[0];
  return [...story.taps.values()].filter((tap) => !isTakenBack(tap)).sort(newestFirst)[0];
}

/** @param {string} verdict @param {Happening} [tap] @returns {string} a script's id */
function lineOf(verdict, tap) {
  const kind = tap && (tap.hard && !["alarm", "green"].includes(tap.kind) ? "hard" : tap.kind);
  const line = tap && LINES[`${verdict}|${kind}|${stateOf(tap)}`];
  const named = line === "flag" ? flagOf(tap?.flag ?? "")?.line : line;
  return named || LINES[`${verdict}||`];
}

/** @param {Story} story @param {boolean} discreet oldest first */
export function logOf(story, discreet) {
  return story.lines.map(({ record, minute }) => {
    const tap = story.taps.get(record.id);
    return { id: record.id, minute, ...(tap ? tapLine(tap, discreet) : stepLine(record, discreet)) };
  });
}

/** @param {Happening} tap @param {boolean} discreet */
function tapLine(tap, discreet) {
  const { flag, kind } = tap;
  const state = stateOf(tap);
  const told = TOLD[state] ?? "";
  return { what: "tap", flag, kind, label: labelOf(flag, discreet), state, told, undone: isTakenBack(tap), seconds: 0 };
}

/** @param {Stored} step @param {boolean} discreet */
function stepLine(step, discreet) {
  const { step: what = "", choice = "", how = "", moment = "", skipped = false, seconds = 0 } = step;
  const words = WORDS[choice];
  const label = words ? words[discreet ? "discreet" : "label"] : (ENDINGS[how]?.told ?? "");
  const state = choice || how || moment || (skipped ? "skipped" : "");
  return { what, flag: "", kind: "", label, state, told: TOLD[state] ?? "", undone: false, seconds };
}

/** @param {string} flag @param {boolean} discreet @returns {string} */
export const labelOf = (flag, discreet) => flagOf(flag)?.[discreet ? "discreet" : "label"] ?? "";

/** @param {Stored[]} records @param {string} interview @returns {About} */
export function aboutOf(records, interview) {
  const body = heads(records, "ivmeta", interview)[0]?.body ?? {};
  const [company, role, name, reason] = ["company", "role", "name", "reason"].map((key) => textOf(body[key]));
  return { company, role, name, reason: reason in REASONS ? reason : "", smallField: body.smallField === true };
}

/** @param {unknown} value @returns {string} */
const textOf = (value) => (typeof value === "string" ? value : "");
