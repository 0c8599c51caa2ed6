// The flags that the candidate wrote, as they are kept: one revision that holds them all.
//
// One that is taken away stays in it as gone: it is offered no more, and old interviews keep its words.

import { heads } from "./records.js";
import { KINDS, OWN } from "../tables/live.js";

/** @typedef {{id: string, label: string, discreet: string, kind: string, line: string, gone: boolean}} OwnFlag */

export const OWN_FLAGS = "flags";
const OWN_ID = new RegExp(OWN.id);

/**
 * Two devices may each have written some: all are kept, and gone is gone.
 * @param {import("./records.js").Stored[]} records the settings @returns {OwnFlag[]} oldest first
 */
export function ownFlags(records) {
  /** @type {Map<string, OwnFlag>} */
  const all = new Map();
  for (const { body } of heads(records, "set", OWN_FLAGS).reverse()) {
    for (const flag of listed(body?.flags)) all.set(flag.id, { ...flag, gone: flag.gone || all.get(flag.id)?.gone === true });
  }
  return [...all.values()];
}

/** @param {unknown} flags @returns {OwnFlag[]} */
function listed(flags) {
  const known = Array.isArray(flags) ? flags.filter(isOwnFlag) : [];
  return known.map(({ id, label, discreet, kind, line, gone }) => ({ id, label, discreet, kind, line, gone: gone === true }));
}

/** @param {any} flag */
const isOwnFlag = (flag) =>
  typeof flag === "object" && flag !== null && KINDS.includes(flag.kind) && OWN_ID.test(flag.id)
  && [flag.id, flag.label, flag.discreet, flag.line].every((text) => typeof text === "string");
