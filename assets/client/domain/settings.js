// The settings: what they are at first, and what of a stored one can be believed.

import { isFlagId } from "./flags.js";
import { heads } from "./records.js";
import { LIMITS, TEL } from "../tables/live.js";

/** @typedef {typeof DEFAULTS} Settings */

export const ABOUT = "settings";

export const DEFAULTS = {
  discreet: false,
  /** Whether discreet wording leaves the words to say in view. */
  lineStays: false,
  pauseSeconds: LIMITS.pauseSeconds[0],
  coverSeconds: LIMITS.coverSeconds[2],
  /** Whether the cover says how to get back. */
  coverHint: true,
  ticks: false,
  shortcuts: true,
  /** Flags that are not on the first screen, unless pinned; all are under More. */
  hidden: /** @type {string[]} */ ([]),
  /** Flags that come first among their like, in this order. */
  order: /** @type {string[]} */ ([]),
  hardNos: /** @type {string[]} */ ([]),
  /** whom to call when it is not safe; as it was typed */
  tel: "",
};

const NUMBER = new RegExp(`^${TEL}$`);

/** @type {Record<string, (value: any) => boolean>} */
const BELIEVED = {
  discreet: isSwitch,
  lineStays: isSwitch,
  pauseSeconds: (value) => LIMITS.pauseSeconds.includes(value),
  coverSeconds: (value) => LIMITS.coverSeconds.includes(value),
  coverHint: isSwitch,
  ticks: isSwitch,
  shortcuts: isSwitch,
  hidden: areFlags,
  order: areFlags,
  hardNos: (value) => areFlags(value) && value.length <= LIMITS.hardNos,
  tel: (value) => value === "" || (typeof value === "string" && NUMBER.test(value) && /\d{3}/.test(digitsOf(value))),
};

/** @param {string} tel */
const digitsOf = (tel) => tel.replace(/[^\d+]/g, "");

/** @param {Settings} settings @returns {string} the link that calls; empty when no number is set */
export const callLink = ({ tel }) => (tel ? `tel:${digitsOf(tel)}` : "");

/** @param {unknown} value */
function isSwitch(value) {
  return typeof value === "boolean";
}

/** @param {any} value */
function areFlags(value) {
  return Array.isArray(value) && value.every(isFlagId) && new Set(value).size === value.length;
}

/** @param {import("./records.js").Stored[]} records @returns {Settings} */
export function settingsOf(records) {
  const body = heads(records, "set", ABOUT)[0]?.body ?? {};
  const known = Object.entries(body).filter(([key, value]) => isSetting(key, value));
  return { ...DEFAULTS, ...Object.fromEntries(known) };
}

/** @param {string} key @param {unknown} value @returns {boolean} */
export const isSetting = (key, value) => Object.hasOwn(BELIEVED, key) && BELIEVED[key](value);
