// What is known about an interview: whom it is with, where, until when, and what the words may use of it. Pure.

import { heads } from "./records.js";
import { REASONS, SKILLS } from "../tables/live.js";

/** @typedef {ReturnType<typeof aboutOf>} About */

/** What stands for a reason when the candidate has said no to sharing one. */
export const NO_REASON = "none";

const TEXTS = ["company", "role", "name", "reason", "kind", "until", "skill"];

/** @param {import("./records.js").Stored[]} records @param {string} interview */
export function aboutOf(records, interview) {
  const body = heads(records, "ivmeta", interview)[0]?.body ?? {};
  const [company, role, name, reason, kind, until, skill] = TEXTS.map((key) => textOf(body[key]));
  return {
    company,
    role,
    name,
    reason: reason in REASONS || reason === NO_REASON ? reason : "",
    kind,
    until,
    minutes: Number.isFinite(body.minutes) ? Number(body.minutes) : 0,
    skill: SKILLS[skill] ?? skill,
    smallField: body.smallField === true,
  };
}

/** @param {string} company @returns {string} what two ways of writing the same name have in common */
export const folded = (company) => company.normalize("NFC").toLowerCase().replace(/\s+/gu, "").normalize("NFC");

/** @param {unknown} value @returns {string} */
const textOf = (value) => (typeof value === "string" ? value : "");
