// What the live screens read, made anew from memory whenever something has changed.

import { aboutOf } from "../domain/details.js";
import { overOf } from "../domain/over.js";
import { afterwards } from "../domain/reminders.js";
import * as memory from "../store/memory.js";
import { askedAbout } from "./again.js";
import { state as kept } from "../store/write-queue.js";
import { gridOf } from "../domain/grid.js";
import { observable } from "../base/observable.js";
import { ownFlags } from "../domain/own-flags.js";
import * as recent from "./recent.js";
import { planOf } from "../domain/plan.js";
import { lookUp, remembered } from "./company-lookup.js";
import { look } from "../store/live-interview.js";
import { screenHere } from "./router.js";
import { isAsked } from "./still-in.js";
import * as line from "./line.js";
import { callLink, DEFAULTS, settingsOf } from "../domain/settings.js";
import { labelOf, liveView } from "../domain/live-view.js";
import { initial, minutesBetween } from "../domain/interview-state.js";
import { LIMITS } from "../tables/live.js";
import { minutesLeft } from "../domain/time-left.js";

/** @typedef {import("../domain/interview-state.js").InterviewState} InterviewState */
/**
 * @typedef {{ids: string[], iv: string, label: (discreet: boolean) => string}} Offer something that can be taken back
 */

const MINUTE_MS = 60_000;
const UNDO_MS = LIMITS.undoSeconds * 1000;

export const state = observable({
  ready: false,
  started: false,
  /** The live interview, for whoever describes it; empty when there is none. */
  live: "",
  minutes: -1,
  /** Minutes until its planned end; -1 when there is none. */
  left: -1,
  grid: gridOf(DEFAULTS),
  callLink: "",
  /** Whether what is to be said takes one more tap. */
  lineHidden: false,
  ...liveView(initial(), aboutOf([], ""), false),
  /** The pressed flag that was tapped once more. */
  pressedAgain: /** @type {{flag: string, label: string} | null} */ (null),
  undoable: /** @type {{id: string, label: string} | null} */ (null),
  ...kept.initial,
  /** Rows that this version can't read; they are left alone. */
  skipped: 0,
  screen: "live",
  /** The interview that is just over, on the screen that says so. */
  over: /** @type {import("../domain/over.js").Over} */ (null),
  /** Whether to ask, after a long while, if this is still the same interview. */
  stillIn: false,
  settings: DEFAULTS,
  /** The last time with the company of now, or of the plan. */
  last: /** @type {ReturnType<typeof remembered>} */ (null),
  /** Flags that the candidate wrote. */
  own: /** @type {ReturnType<typeof ownFlags>} */ ([]),
  /** What the first screen offers of the time after an interview. */
  after: /** @type {ReturnType<typeof afterwards>} */ (null),
  /** The opened interview, if it could go on after all. */
  reopens: "",
  entry: /** @type {ReturnType<typeof import("../domain/detail.js").opened> | null} */ (null),
});

/** @type {Offer | null} */
let offered = null;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let withdrawal;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let nextMinute;

export function publish() {
  const now = Date.now();
  const own = ownFlags(memory.recordsOf(""));
  const live = look();
  const interview = live?.id ?? "";
  const settings = settingsOf(memory.recordsOf(""));
  const about = aboutOf(live ? memory.recordsOf(interview) : [], interview);
  state.set({
    started: live !== null,
    live: interview,
    minutes: live ? minutesBetween(live.state.from, live.now) : -1,
    left: live ? minutesLeft(live.state.from, about, live.now) : -1,
    grid: gridOf(settings),
    callLink: callLink(settings),
    lineHidden: settings.discreet && !settings.lineStays && !line.isShown(),
    ...liveView(live?.state ?? initial(), about, settings.discreet),
    pressedAgain: live && askedAbout() ? { flag: askedAbout(), label: labelOf(askedAbout(), settings.discreet) } : null,
    undoable: offered && { id: offered.ids[0], label: offered.label(settings.discreet) },
    ...storage(),
    ...screenWith(live !== null, now),
    stillIn: live !== null && isAsked(live),
    settings,
    own: own.filter(({ gone }) => !gone),
    last: lastTime(interview, settings.discreet),
    reopens: live ? "" : recent.reopenable(now),
    entry: recent.entry(interview, settings.discreet),
    after: live ? null : afterwards(recent.list(), now),
  });
  awaitMinute(live);
}

// It is over until the next one begins, or nobody can mean it any more.
/** @param {boolean} isLive @param {number} now */
function screenWith(isLive, now) {
  const screen = screenHere();
  if (screen !== "over") return { screen, over: null };
  const [newest] = isLive ? [] : memory.starts();
  const over = newest ? overOf(memory.stateOf(newest.id), memory.recordsOf(newest.id), now) : null;
  return { screen: over ? screen : "live", over };
}

// Of the company that one talks to, or that one is about to talk to (M21).
/** @param {string} live @param {boolean} discreet */
function lastTime(live, discreet) {
  const { company } = live ? aboutOf(memory.recordsOf(live), live) : planOf(memory.recordsOf(""));
  return remembered(lookUp(company, live, publish), discreet);
}

const storage = () => ({ fault: kept.get("fault"), unsaved: kept.get("unsaved"), skipped: memory.skipped() });

// No clock runs while nothing is live or nobody looks.
/** @param {{state: InterviewState, now: number} | null} live */
function awaitMinute(live) {
  clearTimeout(nextMinute);
  if (!live || document.visibilityState !== "visible") return;
  nextMinute = setTimeout(publish, MINUTE_MS - ((live.now - live.state.from) % MINUTE_MS));
}

/** Offer for a few seconds to take something back; null ends the offer. @param {Offer | null} offer */
export function offer(offer) {
  clearTimeout(withdrawal);
  offered = offer;
  if (offer) withdrawal = setTimeout(withdraw, UNDO_MS);
}

const offerNothing = () => offer(null);

function withdraw() {
  offerNothing();
  publish();
}

/** @returns {Offer | null} */
export const offeredNow = () => offered;
