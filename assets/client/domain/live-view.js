// What the live screen shows for one interview: its records and the tables, nothing else. Pure; it looks up, never
// decides.

import { aboutOf } from "./details.js";
import { flagOf } from "./flags.js";
import { saidOf, sharedReason } from "./scripts.js";
import { holds, isHardNo, isTakenBack, kindOf, rowOf, speakingFor, stateOf, tapsOf, tell } from "./interview-state.js";
import { CALLS, CHOICES, ENDINGS, TOLD, WORDS } from "../tables/live.js";

/** @typedef {import("./records.js").Stored} Stored */
/** @typedef {import("./interview-state.js").Happening} Happening */
/** @typedef {import("./interview-state.js").Story} Story */
/** @typedef {import("../tables/live.js").Row} Row */

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
    ...loopOf(story, row),
    askable: askableOf(story, row.cause),
    crowd: crowdOf(story),
    options: /** @type {string[]} */ ([...row.options]),
    reordered: row.reordered,
    breakPoint: story.moment,
    reason: sharedReason(story, row, about),
    onCall: CALLS.includes(about.kind),
    skill: about.skill,
    smallField: about.smallField,
    named: { name: about.name, company: about.company, role: about.role },
    ...saidOf(story, row, about),
    log: logOf(story, discreet).reverse(),
  };
}

/** @param {Story} story @returns {Record<string, boolean>} */
function pressedOf(story) {
  return Object.fromEntries([...story.taps.values()].filter(holds).map((tap) => [tap.flag, true]));
}

/** @param {Story} story @param {string} cause @param {boolean} discreet */
function askingOf(story, cause, discreet) {
  const open = OPEN.includes(cause) ? [cause] : OPEN;
  const [tap] = open.flatMap((fact) => speakingFor(story, fact));
  return tap ? { tap: tap.id, flag: tap.flag, kind: kindOf(tap), label: labelOf(tap.flag, discreet) } : null;
}

/**
 * Where the candidate stands between a flag and the decision, from the records alone: who comes back after the phone has
 * closed the app finds the same.
 * @param {Story} story @param {Row} row @returns {{loop: string, subject: string}} ask, pause, reply or none; and the tap
 */
function loopOf(story, row) {
  if (row.pauseFirst) return { loop: "pause", subject: newestOf(story, story.due) };
  if (row.replyFirst) return { loop: "reply", subject: newestOf(story, story.replies) };
  const [asked] = OPEN.includes(row.cause) ? speakingFor(story, row.cause) : [];
  return { loop: asked ? "ask" : "", subject: asked?.id ?? "" };
}

/** @param {Story} story @param {Set<string>} ids */
const newestOf = (story, ids) =>
  tapsOf(story).find(({ id }) => ids.has(id))?.id ?? "";

/** The tap behind the verdict, if it may be asked about before it counts. @param {Story} story @param {string} cause */
function askableOf(story, cause) {
  const [tap] = speakingFor(story, cause);
  const counts = tap && stateOf(tap) === "" && (isHardNo(tap) || kindOf(tap) === "alarm");
  return counts && flagOf(tap.flag)?.ask ? tap.id : "";
}

/** The people in the room, where that may be counted (M08). @param {Story} story */
function crowdOf(story) {
  const [tap] = [...story.taps.values()].filter((each) => holds(each) && flagOf(each.flag)?.countsHeads);
  return tap ? { tap: tap.id, count: tap.heads } : null;
}

/** @param {Story} story @param {boolean} discreet oldest first */
export function logOf(story, discreet) {
  return story.lines.map(({ record, minute }) => {
    const tap = story.taps.get(record.id);
    return { id: record.id, minute, ...(tap ? tapLine(tap, discreet) : stepLine(story, record, discreet)) };
  });
}

/** @param {Happening} tap @param {boolean} discreet */
function tapLine(tap, discreet) {
  const { flag, heads } = tap;
  const [state, kind, label] = [stateOf(tap), kindOf(tap), labelOf(flag, discreet)];
  const told = TOLD[state] ?? "";
  return { what: "tap", flag, kind, label, state, told, undone: isTakenBack(tap), seconds: 0, heads };
}

/** @param {Story} story @param {Stored} step @param {boolean} discreet */
function stepLine(story, step, discreet) {
  const { step: what = "", choice = "", how = "", moment = "", skipped = false, added = false, seconds = 0 } = step;
  const words = WORDS[choice];
  const about = labelOf(story.taps.get(step.of ?? "")?.flag ?? "", discreet);
  const label = words ? words[discreet ? "discreet" : "label"] : (ENDINGS[how]?.told ?? about);
  const state = choice || how || moment || (skipped ? "skipped" : "") || (added ? "added" : "");
  return { what, flag: "", kind: "", label, state, told: TOLD[state] ?? "", undone: false, seconds, heads: 0 };
}

/** @param {string} flag @param {boolean} discreet @returns {string} */
export const labelOf = (flag, discreet) => flagOf(flag)?.[discreet ? "discreet" : "label"] ?? "";
