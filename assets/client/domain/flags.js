// Every flag there is: those that Python compiled in, and those that the candidate wrote (own-flags.js). Whoever wants
// to know what a flag is asks here.

import { FLAGS, OWN } from "../tables/live.js";

/** @typedef {import("./own-flags.js").OwnFlag} OwnFlag */
/** @typedef {import("../tables/live.js").Flag} Flag */

const OWN_ID = new RegExp(OWN.id);

/** @type {Map<string, OwnFlag>} what the candidate wrote, by id, with what was taken away */
let own = new Map();

/** @param {OwnFlag[]} flags */
export function learn(flags) {
  own = new Map(flags.map((flag) => [flag.id, flag]));
}

/** @param {string} id @returns {Flag | undefined} */
export const flagOf = (id) => FLAGS[id] ?? (isOwnId(id) ? asFlag(id) : undefined);

// One that another device wrote may be tapped in a record that has come here before its words.
/** @param {string} id @returns {Flag} */
function asFlag(id) {
  const { label, discreet, kind, line } = own.get(id) ?? { ...OWN, kind: "", line: "" };
  const said = line && id;
  // Its own words end the matter where it is a mismatch; elsewhere they ask.
  const ask = kind !== "mismatch" && kind in OWN.ask && said ? said : OWN.ask[kind] ?? "";
  return /** @type {Flag} */ ({ kind, label, discreet, line: said, ask, reason: "", countsHeads: false });
}

/** What a flag of one's own says, as it stands. @param {string} id @returns {string} empty when that is no such flag */
export const ownLine = (id) => own.get(id)?.line ?? "";

/** @param {unknown} id @returns {id is string} whether it may name a flag */
export const isFlagId = (id) => typeof id === "string" && (id in FLAGS || isOwnId(id));

/** @param {string} id @returns {boolean} whether it can be tapped now */
export const isOffered = (id) => id in FLAGS || own.get(id)?.gone === false;

/** @param {string} id */
const isOwnId = (id) => OWN_ID.test(id);
