// The flags of the live screen, in their places: hard nos first, then kind by kind, as many of each as there are rows for.
// Pure but for what the candidate wrote (flags.js).

import { flagOf, isOffered } from "./flags.js";
import { GRID, PINNED } from "../tables/live.js";

/** @typedef {{flag: string, kind: string, label: string, hard: boolean}} Cell */
/** @typedef {import("./settings.js").Settings} Settings */

const KINDS = [...new Set(GRID.map((flag) => flagOf(flag)?.kind))];

/** @param {Settings} settings @returns {Cell[]} */
export function gridOf(settings) {
  const { hardNos, discreet } = settings;
  const flags = new Set([...hardNos.filter(isOffered), ...KINDS.flatMap((kind) => likes(kind, settings))]);
  return [...flags].slice(0, GRID.length).map((flag) => {
    const { kind = "", [discreet ? "discreet" : "label"]: label = "" } = flagOf(flag) ?? {};
    return { flag, kind, label, hard: hardNos.includes(flag) };
  });
}

// Flags of one kind keep to the places that the kind has: what the candidate put first pushes out what is used least.
/** @param {string | undefined} kind @param {Settings} settings */
function likes(kind, { order, hidden, hardNos }) {
  const usual = GRID.filter((flag) => isOfKind(flag, kind));
  const pinned = usual.filter((flag) => PINNED.includes(flag));
  const wanted = [...new Set([...order.filter((flag) => isOfKind(flag, kind)), ...usual])];
  const free = wanted.filter((flag) => isOffered(flag) && ![...hidden, ...hardNos, ...pinned].includes(flag));
  const shown = [...pinned, ...free.slice(0, usual.length - pinned.length)];
  return wanted.filter((flag) => shown.includes(flag));
}

/** @param {string} flag @param {string | undefined} kind */
const isOfKind = (flag, kind) => flagOf(flag)?.kind === kind;
