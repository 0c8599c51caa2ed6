// What a candidate can do: each action writes records, and the view follows.

import { NO_REASON } from "../domain/details.js";
import * as asking from "./again.js";
import * as memory from "../store/memory.js";
import { isOffered } from "../domain/flags.js";
import { noteOf } from "../domain/detail.js";
import { withPlan } from "./ending.js";
import { enact, perform, stepIn } from "./perform.js";
import { choosing, heads, saying } from "../domain/records.js";
import { isRepeat } from "../base/repeats.js";
import * as commands from "../store/commands.js";
import * as router from "./router.js";
import { ABOUT, isSetting, settingsOf } from "../domain/settings.js";
import { labelOf } from "../domain/live-view.js";
import { alike, holds } from "../domain/interview-state.js";
import { CHOICES, FOLLOWED_UP, MOMENTS, REASONS, STATES, WORDS } from "../tables/live.js";
import { live } from "../store/live-interview.js";
import { situation } from "./situation.js";
import * as stillIn from "./still-in.js";
import { offer, offeredNow, publish } from "./view-model.js";

/** @typedef {import("./perform.js").Label} Label */

const HOUR_MS = 3_600_000;
const { revise } = commands;
const nothing = Promise.resolve();

/**
 * Tap a flag: note that it happened, or ask what is meant when it is noted already.
 * @param {string} flag @param {number} [at] wall time @param {number} [steady] the same by the page's own clock
 */
export function tap(flag, at, steady) {
  if (!isOffered(flag) || isRepeat(flag, steady)) return nothing;
  return enact(() => {
    if (!heldTaps(flag).length) return tapIn(flag, at);
    asking.ask(flag);
    return null;
  }, flagLabel(flag));
}

/** What is asked about happened once more: note that. */
export function again() {
  const flag = asking.askedAbout();
  return flag ? perform(() => tapIn(flag), flagLabel(flag)) : nothing;
}

/** What is asked about is to count no more. It stays in the log. */
export function takeBack() {
  const flag = asking.askedAbout();
  if (!flag) return nothing;
  return perform(() => {
    const held = heldTaps(flag);
    return held.length ? held.reduce((draft, { id }) => stepIn(draft, { step: "withdraw", of: id }), commands.draftLive(Date.now())) : null;
  }, flagLabel(flag));
}

/** What is asked about is to stay as it is. */
export function leaveAsIs() {
  asking.drop();
  publish();
}

/** It is still the same interview, after an hour without a tap. */
export function stay() {
  const now = live();
  if (now) stillIn.answer(now);
  publish();
}

/** @param {string} flag @param {number} [at] */
function tapIn(flag, at) {
  // Wherever it was tapped, what to say is shown at once.
  router.show("live");
  const draft = commands.draftLive(believed(at));
  commands.add(draft, "tap", believed(at), { flag, hard: isHard(flag) });
  return draft;
}

/** Take back what was done last, while that is offered, or any record by its id. @param {string} [id] */
export function undo(id) {
  const ids = id ? [id] : (offeredNow()?.ids ?? []);
  const iv = memory.find(ids[0])?.iv;
  if (!iv) return nothing;
  offer(null);
  return perform(() => {
    const draft = commands.draft(iv);
    const isEnd = (/** @type {string} */ of) => memory.find(of)?.step === "end";
    for (const of of ids) stepIn(draft, { step: isEnd(of) ? "reopen" : "undo", of });
    return ids.some(isEnd) ? withPlan(draft, "") : draft;
  });
}

/** Take a tap back: it was a misunderstanding. It stays in the log. @param {string} tapId */
export function withdraw(tapId) {
  const { iv = "", flag = "" } = memory.find(tapId) ?? {};
  if (!flag) return nothing;
  return perform(() => stepIn(commands.draft(iv), { step: "withdraw", of: tapId }), flagLabel(flag));
}

/** Say what asking has brought. @param {string} to a state @param {string} [tapId] the flag that is asked about */
export function resolve(to, tapId) {
  const asked = tapId ?? situation().asking?.tap ?? "";
  const { iv = "", flag = "" } = memory.find(asked) ?? {};
  if (!flag || !isOneOf(STATES, to)) return nothing;
  return perform(() => {
    const answered = tapId ? [asked] : alikeIn(iv, asked);
    const draft = answered.reduce((draft, id) => revise(draft, "outcome", id, saying(to)), commands.draft(iv));
    // When it is to be followed up, the candidate says later (M28, N01).
    return isOneOf(FOLLOWED_UP, to) ? revise(draft, "follow", asked, { due: "", done: false }) : draft;
  }, flagLabel(flag));
}

/** Ask about it before it counts: an alarm that may be a misunderstanding, or a hard no (M22). @param {string} tapId */
export function askFirst(tapId) {
  const { iv = "", flag = "" } = memory.find(tapId) ?? {};
  if (!flag) return nothing;
  return perform(() => {
    return alikeIn(iv, tapId).reduce((draft, of) => stepIn(draft, { step: "ask", of }), commands.draft(iv));
  }, flagLabel(flag));
}

/** Say whether they added something in the pause (M45). @param {boolean} added */
export function reply(added) {
  const { loop, subject } = situation();
  const tapId = loop === "reply" ? subject : "";
  const { iv = "", flag = "" } = memory.find(tapId) ?? {};
  if (!flag) return nothing;
  return perform(() => {
    const taps = added ? alikeIn(iv, tapId) : [tapId];
    return taps.reduce((draft, of) => stepIn(draft, { step: "added", of, added }), commands.draft(iv));
  }, flagLabel(flag));
}

/** Count the people in the room; nobody has to (M08). @param {string} tapId @param {string} typed */
export function countHeads(tapId, typed) {
  const { iv = "" } = memory.find(tapId) ?? {};
  const count = Number(typed);
  if (!iv || !Number.isSafeInteger(count) || count < 1) return nothing;
  return perform(() => stepIn(commands.draft(iv), { step: "heads", of: tapId, count }));
}

/** Choose a way forward over the rules. @param {string} choice */
export function choose(choice) {
  if (!isOneOf(CHOICES, choice)) return nothing;
  const label = (/** @type {boolean} */ discreet) => WORDS[choice]?.[discreet ? "discreet" : "label"] ?? "";
  return perform(() => stepIn(commands.draftLive(Date.now()), choosing(choice)), label);
}

/** Wait for a natural break. @param {string} moment */
export function waitFor(moment) {
  if (!(moment in MOMENTS)) return nothing;
  return perform(() => stepIn(commands.draftLive(Date.now()), { step: "wait", moment }));
}

/**
 * Note a pause; one made outside an interview is nobody's business.
 * @param {{seconds: number, planned: number, skipped: boolean}} pause
 */
export function recordPause({ seconds, planned, skipped }) {
  if (!Number.isFinite(seconds)) return nothing;
  return perform(() => {
    const now = live();
    const of = situation().subject;
    return now && stepIn(commands.draft(now.id), { step: "pause", of, seconds, planned, skipped });
  });
}

/** @param {string} key @param {unknown} value */
export function setting(key, value) {
  if (!isSetting(key, value)) return nothing;
  return keep(() => ({ [ABOUT]: { ...settingsOf(memory.recordsOf("")), [key]: value } }));
}

/**
 * Keep what belongs to no interview: the settings, the plan, one's own flags, the drill.
 * @param {() => Record<string, Record<string, unknown>> | null} compose what to keep, by what it is about
 */
export function keep(compose) {
  return perform(() => {
    const bodies = compose();
    return bodies && Object.entries(bodies).reduce((draft, [about, body]) => revise(draft, "set", about, body), commands.draft(""));
  });
}

/**
 * Say whom an interview is with.
 * @param {string} interview the live one when empty
 * @param {Record<string, unknown>} about
 */
export function describe(interview, about) {
  return perform(() => {
    const draft = interview ? commands.draft(interview) : commands.draftLive(Date.now());
    const before = heads(memory.recordsOf(draft.iv), "ivmeta", draft.iv)[0]?.body ?? {};
    const isNews = Object.entries(about).some(([key, value]) => (before[key] ?? "") !== value);
    return isNews ? revise(draft, "ivmeta", draft.iv, { ...before, ...about }) : null;
  });
}

/** Put one reason into the words, or none (M26). @param {string} reason empty for none */
export function shareReason(reason) {
  return reason === "" || reason in REASONS ? describe("", { reason: reason || NO_REASON }) : nothing;
}

/** Choose the one thing to practise now (M10). @param {string} skill an id of SKILLS, or the candidate's own words */
export const practise = (skill) => (skill.trim() ? describe("", { skill: skill.trim() }) : nothing);

/** Say whether people here know each other, or somebody recommended the candidate (M24). @param {boolean} smallField */
export const setSmallField = (smallField) => describe("", { smallField });

/** @param {string} interview @param {string} text */
export function note(interview, text) {
  return perform(() => {
    const isNews = noteOf(memory.recordsOf(interview), interview) !== text;
    return isNews ? revise(commands.draft(interview), "note", interview, { text }) : null;
  });
}

/**
 * Revise what is said about one thing in an interview.
 * @param {string} interview @param {string} k @param {string} e what it is about
 * @param {(before: Record<string, any>) => Record<string, unknown>} say
 */
export function amend(interview, k, e, say) {
  return perform(() => {
    if (!memory.start(interview)) return null;
    return revise(commands.draft(interview), k, e, say(heads(memory.recordsOf(interview), k, e)[0]?.body ?? {}));
  });
}

/** Say nothing about it any more: what was said is erased. @param {string} interview @param {string} k @param {string} e */
export function unsay(interview, k, e) {
  return perform(() => {
    const said = memory.recordsOf(interview).filter((each) => each.k === k && each.e === e);
    return said.length ? { ...commands.draft(interview), erases: said.map(({ id }) => id) } : null;
  });
}

/** Say whether one regrets it, at once or later; empty when one would rather not (M48). @param {string} interview @param {string} when @param {string} answer */
export const regret = (interview, when, answer) => amend(interview, "regret", when, () => ({ answer }));

/** @param {string} interview @param {string} tapId */
const alikeIn = (interview, tapId) => alike(memory.stateOf(interview), tapId);

/** @param {readonly string[]} list @param {string} value */
const isOneOf = (list, value) => list.includes(value);

/** @param {string} flag */
function heldTaps(flag) {
  const taps = live()?.state.taps.values() ?? [];
  return [...taps].filter((tap) => tap.flag === flag && holds(tap));
}

/** @param {string} flag @returns {Label} */
const flagLabel = (flag) => (discreet) => labelOf(flag, discreet);

/** @param {string} flag */
const isHard = (flag) => settingsOf(memory.recordsOf("")).hardNos.includes(flag);

/** When it was tapped, as far as that makes sense. @param {number} [at] */
function believed(at = Date.now()) {
  const now = Date.now();
  return at <= now && at > now - HOUR_MS ? at : now;
}
