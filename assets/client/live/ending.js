// How an interview ends; and that this can be put right for as long as it is there: told otherwise, or gone on with.

import { PLAN, planAfter } from "../domain/plan.js";
import { heads } from "../domain/records.js";
import * as commands from "../store/commands.js";
import { live } from "../store/live-interview.js";
import * as memory from "../store/memory.js";
import { ENDINGS } from "../tables/live.js";
import { perform, stepIn } from "./perform.js";
import * as router from "./router.js";
import { publish } from "./view-model.js";

/** @typedef {import("../store/commands.js").Draft} Draft */

/** Say how an interview ended. @param {string} how @param {string} [interview] the live one when not given */
export async function end(how, interview) {
  if (!(how in ENDINGS)) return;
  await perform(() => ended(interview ?? live()?.id ?? "", how), (discreet) => ENDINGS[how][discreet ? "discreet" : "label"]);
  if (interview) return;
  router.show("over");
  publish();
}

/** The next one begins: how the one before has ended can be said later. */
export const leaveUnfinished = () => perform(() => ended(live()?.id ?? "", ""), () => "");

/** @param {string} interview @param {string} how empty when nobody says @returns {Draft | null} */
function ended(interview, how) {
  return memory.start(interview) ? withPlan(stepIn(commands.draft(interview), { step: "end", how }), how) : null;
}

/** Go on after all. @param {string} interview */
export function reopen(interview) {
  return perform(() => (memory.start(interview) ? withPlan(stepIn(commands.draft(interview), { step: "reopen" }), "") : null));
}

/** Keep with a change what becomes of the plan. @param {Draft} draft @param {string} how its interview ended; empty when it goes on @returns {Draft} */
export function withPlan(draft, how) {
  const about = heads(memory.recordsOf(draft.iv), "ivmeta", draft.iv)[0]?.body ?? {};
  const before = memory.stateOf(draft.iv).end?.how ?? "";
  const plan = planAfter(memory.recordsOf(""), { id: draft.iv, how: before, about }, how);
  return plan ? commands.revise(draft, "set", PLAN, plan) : draft;
}
