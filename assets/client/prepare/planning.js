// Preparing an interview: the plan that waits for the next first tap, and what is remembered of the company in it.

import { keep } from "../live/actions.js";
import * as memory from "../store/memory.js";
import { impressionOf } from "../domain/impression.js";
import { observable, subscribeTo, whileRead } from "../base/observable.js";
import { BLANK, isBlank, isPlanned, PLAN, planOf } from "../domain/plan.js";
import { companies, lastWith, remembered } from "../live/company-lookup.js";
import { state as view } from "../live/view-model.js";

/** @typedef {import("../live/company-lookup.js").Memory & import("../domain/impression.js").Impression} Memory */

const now = observable({
  plan: BLANK,
  /** Whether there is a plan to take over or to clear. */
  waiting: false,
  /** Counts how often the fields must be filled anew: they belong to whoever types, until the plan is cleared. */
  edition: 0,
  /** The end is given by the clock and not as a length. */
  byClock: false,
  /** Names to choose from. */
  companies: /** @type {string[]} */ ([]),
  /** The last time with that company: with what they saw of the candidate, and whom to know again (M19, M20). */
  last: /** @type {Memory | null} */ (null),
});

/** What stands in the company's field, once somebody types there; it may not be kept yet. @type {string | null} */
let typed = null;

export const state = whileRead(now, () => {
  const stop = subscribeTo([view, memory], follow);
  follow();
  return stop;
});

function follow() {
  if (!view.get("ready")) return;
  const plan = planOf(memory.recordsOf(""));
  const isNews = Object.entries(plan).some(([key, value]) => state.get("plan")[/** @type {keyof typeof plan} */ (key)] !== value);
  state.set({ plan, waiting: !isBlank(plan) });
  if (isNews && isElsewhere()) renew();
  void recall(companyNow());
}

// Nobody types here: the plan came from another tab, or out of the database.
const isElsewhere = () => !document.querySelector('[data-screen="prepare"] :is(input, textarea, select):focus');

function renew() {
  typed = null;
  state.set({ edition: state.get("edition") + 1, byClock: state.get("plan").until !== "" });
}

const companyNow = () => typed ?? state.get("plan").company;

/** @param {string} key @param {unknown} value */
export function setPlan(key, value) {
  const said = typeof value === "string" ? value.trim() : value;
  if (isPlanned(key, said) && /** @type {any} */ (state.get("plan"))[key] !== said) return change({ [key]: said });
}

// Shown first: what comes back from memory is then no news, and leaves the fields as they are.
/** @param {Partial<typeof BLANK>} patch */
function change(patch) {
  state.set({ plan: { ...state.get("plan"), ...patch } });
  return keep(() => ({ [PLAN]: { ...planOf(memory.recordsOf("")), ...patch } }));
}

/** Choose one of a few, or take that back. @param {"kind" | "skill"} key @param {string} value */
export const toggle = (key, value) => setPlan(key, state.get("plan")[key] === value ? "" : value);

/** @param {string} choice minutes, or "until" for an end by the clock */
export function setLength(choice) {
  state.set({ byClock: choice === "until" });
  return change({ minutes: Number(choice) || 0, until: "" });
}

/** Start from a blank page again. */
export async function clearPlan() {
  await change(BLANK);
  renew();
}

/** The company's name is being typed, or was chosen. @param {string} company */
export function nameCompany(company) {
  typed = company;
  void recall(company);
}

/** @param {string} company */
async function recall(company) {
  const discreet = view.get("settings").discreet;
  const last = remembered(await lastWith(company, view.get("live")), discreet);
  if (company !== companyNow()) return;
  const impression = last && { ...impressionOf(memory.recordsOf(last.id), last.id), ...last };
  state.set({ last: impression, companies: await companies() });
}
