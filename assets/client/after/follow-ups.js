// What is to be followed up: what they said they would check (M28), and what the candidate has put off (N01). Each waits
// with a date, until it is ticked off.

import { amend } from "../live/actions.js";
import * as memory from "../store/memory.js";
import { writeDayOfMonth } from "../base/dates.js";
import { derived, whileRead } from "../base/observable.js";
import { isAt } from "../live/router.js";
import { ensure, openedNow } from "../live/recent.js";
import { heads, isRecord } from "../domain/records.js";
import { readKind } from "../store/queries.js";
import { aboutOf } from "../domain/details.js";
import { labelOf, toldOf } from "../domain/live-view.js";
import { fold, isFollowedUp, stateOf } from "../domain/interview-state.js";
import { questionOf } from "../domain/timeline.js";
import { state as view } from "../live/view-model.js";
import { HISTORY } from "../tables/routes.js";

/** @typedef {import("../domain/records.js").Stored} Stored */
/** @typedef {{id: string, interview: string, company: string, flag: string, kind: string, state: string, question: string, due: string, done: boolean}} Waiting */
/** @typedef {Waiting & {label: string, told: string, by: string}} Shown */

const DATE = /^[1-9]\d{3}-\d{2}-\d{2}$/;

const initial = {
  /** Of the opened interview. */
  here: /** @type {Shown[]} */ ([]),
  /** Of all interviews, what is still open: those with a date first. */
  open: /** @type {Shown[]} */ ([]),
};

/** What was ticked off in the list: it stays there until one leaves, for whoever ticked the wrong one. @type {Set<string>} */
const ticked = new Set();

/** @param {Stored[]} records of one interview @param {string} interview @returns {Waiting[]} */
export function waitingFor(records, interview) {
  const [about, state] = [aboutOf(records, interview), fold(records)];
  const waiting = [...state.taps.values()].filter((tap) => isFollowedUp(tap));
  return waiting.map((tap) => {
    const { due, done } = heads(records, "follow", tap.id)[0]?.body ?? {};
    const date = DATE.test(due) ? due : "";
    const asked = { state: stateOf(tap), question: questionOf(tap, about) };
    return { id: tap.id, interview, company: about.company, flag: tap.flag, kind: tap.kind, ...asked, due: date, done: done === true };
  });
}

const waitingIn = memory.perInterview(waitingFor);

const shown = derived(initial, [view, memory], () => {
  const discreet = view.get("settings").discreet;
  const named = (/** @type {Waiting} */ each) => {
    const { flag, state, due } = each;
    return { ...each, label: labelOf(flag, discreet), told: toldOf(state, "", discreet), by: dayOf(due) };
  };
  const all = memory.starts().flatMap(({ id }) => waitingIn(id));
  if (!isAt(HISTORY)) ticked.clear();
  const open = all.filter(({ id, done }) => !done || ticked.has(id)).sort(soonestFirst);
  return { here: waitingIn(openedNow()).map(named), open: open.map(named) };
});

let asked = false;

export const state = whileRead(shown, () => {
  if (!asked) readOlder().catch(() => (asked = false));
  asked = true;
  return () => {};
});

/** @param {string} due @returns {string} as it is read; empty when it is no date */
function dayOf(due) {
  const day = new Date(`${due}T00:00`);
  return Number.isNaN(day.getTime()) ? "" : writeDayOfMonth(day);
}

/** @param {Waiting} a @param {Waiting} b */
const soonestFirst = (a, b) => (a.due || "~").localeCompare(b.due || "~", "en");

// Interviews that are not in memory may have something open, too.
async function readOlder() {
  const rows = (await readKind("follow")).filter(isRecord).filter(({ body }) => body?.done === false);
  await Promise.all([...new Set(rows.map(({ iv }) => iv))].map(ensure));
}

/** Say until when. @param {string} interview @param {string} id @param {string} due a date, or nothing */
export function setDue(interview, id, due) {
  // A year that is being typed begins with noughts.
  if (due && !DATE.test(due)) return;
  return amend(interview, "follow", id, ({ done = false }) => ({ due, done }));
}

/** Tick it off, or back on. @param {string} interview @param {string} id @param {boolean} done */
export function setDone(interview, id, done) {
  ticked.add(id);
  return amend(interview, "follow", id, ({ due = "" }) => ({ due, done }));
}
