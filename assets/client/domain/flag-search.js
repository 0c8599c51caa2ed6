// Every flag there is, kind by kind, and those among them that somebody looks for. Pure.

import { plainWords } from "./plain.js";
import { FLAGS, KINDS } from "../tables/live.js";
import { LONGER } from "../tables/more.js";

/** @typedef {{flag: string, kind: string, label: string, discreet: string, longer: string}} Row */
/** @typedef {{kind: string, flags: {flag: string, kind: string, label: string, longer: string}[]}} Group */

/** Stands for the flags that the candidate wrote, whatever their kinds. */
const OWN_GROUP = "own";

const GIVEN = Object.entries(FLAGS).map(([flag, { kind, label, discreet }]) => ({ flag, kind, label, discreet, longer: LONGER[flag] }));
const BY_KIND = KINDS.map((kind) => ({ kind, flags: GIVEN.filter((row) => row.kind === kind) }));

/**
 * @param {string} typed words, or their beginnings: each must be in what a flag is called, in whatever way
 * @param {import("./own-flags.js").OwnFlag[]} own @param {boolean} discreet whether flags go by their neutral words alone
 * @returns {Group[]} without empty ones
 */
export function flagsFor(typed, own, discreet) {
  const terms = plainWords(typed);
  const written = own.map(({ id, kind, label, discreet, line }) => ({ flag: id, kind, label, discreet, longer: line }));
  return [{ kind: OWN_GROUP, flags: written }, ...BY_KIND]
    .map(({ kind, flags }) => ({ kind, flags: flags.filter((row) => has(row, terms)).map((row) => shown(row, discreet)) }))
    .filter(({ flags }) => flags.length > 0);
}

/** @param {Row} row @param {string[]} terms */
function has({ label, discreet, longer }, terms) {
  const words = terms.length ? plainWords(`${label} ${discreet} ${longer}`) : [];
  return terms.every((term) => words.some((word) => word.startsWith(term)));
}

/** @param {Row} row @param {boolean} isDiscreet */
const shown = ({ flag, kind, label, discreet, longer }, isDiscreet) =>
  isDiscreet ? { flag, kind, label: discreet, longer: "" } : { flag, kind, label, longer };
