// What a flag of one's own must be, before it is kept. Pure; each fault is a code that the page has words for.

import { folded } from "./details.js";
import { fill } from "./slots.js";
import { FLAGS, LIMITS, OWN } from "../tables/live.js";
import { OWN_LINES } from "../tables/prepare.js";

const NOTHING = { name: "", company: "", role: "", topic: "", reason: "" };
const WORD = /[\p{L}\p{N}’'-]+/gu;

/** What to say, for a start, by kind; a good sign needs no words. @param {string} kind @returns {string} */
export const suggested = (kind) => fill(OWN_LINES[kind] ?? "", NOTHING);

export const blankFlag = { label: "", discreet: "", kind: OWN.kind, line: suggested(OWN.kind), hard: true };

/** @param {{hard: boolean, kind: string}} draft @returns {boolean} whether it is to be a hard no, and can be one */
export const isLimit = ({ hard, kind }) => hard && OWN.limitable.includes(kind);

/** @typedef {{field: string, code: string}} Fault */

/**
 * @param {typeof blankFlag} draft @param {import("./own-flags.js").OwnFlag[]} own @param {number} hardCount
 * @returns {Fault} with empty words when all is well
 */
export function faultOf({ label, discreet, kind, line, hard }, own, hardCount) {
  const present = own.filter(({ gone }) => !gone);
  const taken = [...Object.values(FLAGS), ...present].some((flag) => folded(flag.label) === folded(label));
  /** @type {[boolean, string, string][]} */
  const faults = [
    [label.trim() === "", "label", "label-empty"],
    [length(label) > LIMITS.labelCharacters, "label", "label-long"],
    [taken, "label", "label-taken"],
    [length(discreet) > LIMITS.labelCharacters, "discreet", "discreet-long"],
    [kind !== "green" && line.trim() === "", "line", "line-empty"],
    [(line.match(WORD) ?? []).length > LIMITS.spokenWords, "line", "line-long"],
    [present.length >= LIMITS.ownFlags, "label", "too-many"],
    [isLimit({ hard, kind }) && hardCount >= LIMITS.hardNos, "hard", "hard-full"],
  ];
  const [, field, code] = faults.find(([isFault]) => isFault) ?? [false, "", ""];
  return { field, code };
}

/** As people count: a letter with its accents, or an emoji, is one. @param {string} text */
function length(text) {
  const trimmed = text.trim().normalize("NFC");
  return "Segmenter" in Intl ? [...new Intl.Segmenter().segment(trimmed)].length : [...trimmed].length;
}
