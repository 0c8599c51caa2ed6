// The plan: what was prepared for the next interview, and takes effect with its first tap. Pure.

import { heads } from "./records.js";
import { LIMITS, NOT_HELD, PLACES } from "../tables/live.js";

/** @typedef {import("./records.js").Stored} Stored */
/** @typedef {typeof BLANK} Plan */

export const PLAN = "plan";

export const BLANK = {
  company: "",
  role: "",
  name: "",
  /** on_site, video or phone; empty when not said */
  kind: "",
  /** planned length; 0 when not said */
  minutes: 0,
  /** planned end by the clock, HH:MM; empty when not said */
  until: "",
  smallField: false,
  /** one thing to practise (M10) */
  skill: "",
  /** the interview that has taken it over; a plan serves once */
  used: "",
};

const CLOCK = /^([01]\d|2[0-3]):[0-5]\d$/;

/** @type {Record<string, (value: any) => boolean>} */
const BELIEVED = {
  company: isText,
  role: isText,
  name: isText,
  kind: (value) => value === "" || value in PLACES,
  minutes: (value) => Number.isInteger(value) && value >= 0 && value <= LIMITS.planMinutes[LIMITS.planMinutes.length - 1],
  until: (value) => value === "" || CLOCK.test(value),
  smallField: (value) => typeof value === "boolean",
  skill: isText,
  used: isText,
};

/** @param {unknown} value */
function isText(value) {
  return typeof value === "string";
}

/** @param {string} key @param {unknown} value @returns {boolean} */
export const isPlanned = (key, value) => Object.hasOwn(BELIEVED, key) && BELIEVED[key](value);

/** @param {Stored[]} records the settings @returns {Plan} the one that waits; a blank one when none does */
export function planOf(records) {
  const body = heads(records, "set", PLAN)[0]?.body ?? {};
  const known = Object.entries(body).filter(([key, value]) => isPlanned(key, value));
  const plan = { ...BLANK, ...Object.fromEntries(known) };
  return plan.used ? BLANK : plan;
}

/** @param {Plan} plan @returns {boolean} */
export const isBlank = (plan) => Object.values(plan).every((value) => !value);

/**
 * What becomes of the plan when an interview is said to have ended otherwise: after one that was not held it waits again,
 * and it was used after all if that was a mistake.
 * @param {Stored[]} records the settings
 * @param {{id: string, how: string, about: Record<string, unknown>}} interview how it had ended before, and what is known of it
 * @param {string} how it ended; empty when it goes on
 * @returns {Record<string, unknown> | null} the plan to keep; null when nothing becomes of it
 */
export function planAfter(records, { id, how: before, about }, how) {
  const body = heads(records, "set", PLAN)[0]?.body ?? {};
  if (NOT_HELD.includes(how)) return body.used === id ? { ...body, used: "" } : null;
  const plan = planOf(records);
  return NOT_HELD.includes(before) && !isBlank(plan) && isOf(plan, about) ? { ...plan, used: id } : null;
}

/** @param {Plan} plan @param {Record<string, unknown>} about what is known of an interview @returns {boolean} whether it took over this plan */
const isOf = (plan, about) => Object.entries(aboutFrom(plan)).every(([key, value]) => (about[key] ?? /** @type {any} */ (BLANK)[key]) === value);

/** What an interview takes over. @param {Plan} plan @returns {Partial<Plan>} */
export const aboutFrom = ({ used, ...about }) => about;
