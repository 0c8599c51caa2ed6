// Joins the modules: who tells whom. start.js knows the interview, the pause keeps time, the cover hides, update
// looks for new versions; none of them knows the others.

import * as cover from "../cover/cover.js";
import { guard } from "../base/error-guard.js";
import * as live from "./start.js";
import * as pause from "./pause.js";
import * as repeats from "../base/repeats.js";
import { state } from "./view-model.js";
import * as update from "../app/update.js";

const QUIET_MS = 1000;

const settings = () => state.get("settings");
const isLive = () => state.get("started");

if (typeof document !== "undefined") begin();

function begin() {
  guard();
  repeats.watch();
  document.addEventListener("keydown", leaveChoice);
  pause.onFinish(live.recordPause);
  cover.watch({ isLive, idleSeconds: () => settings().coverSeconds, subscribe: state.subscribe });
  state.subscribe(obey);
  obey();
}

function obey() {
  // Only now is it known whether an interview is live. It watches once, however often it is told to.
  if (state.get("ready")) update.watch({ isLive }), keepInStep();
  pause.setTicks(settings().ticks);
  cover.setShortcuts(settings().shortcuts);
}

/** @param {KeyboardEvent} event */
function leaveChoice({ key, isComposing }) {
  if (key === "Escape" && !isComposing && state.get("pressedAgain")) live.leaveAsIs();
}

let asked = false;

// Sync can wait, and most have none: nothing of it is loaded before the page is idle, or while an interview is live.
function keepInStep() {
  if (asked || isLive()) return;
  asked = true;
  setTimeout(() => (isLive() ? (asked = false) : void import("../sync/engine.js").catch(() => {})), QUIET_MS);
}

export function startPause() {
  pause.start(settings().pauseSeconds);
}

/** The conscious skip of a pause that is due (M46): recorded as what it is. */
export function skipPause() {
  live.recordPause({ seconds: 0, planned: settings().pauseSeconds, skipped: true });
}

/** @param {string} key @param {string} value */
export function setNumber(key, value) {
  live.setting(key, Number(value));
}

/** @param {string} key @param {string} value */
export function describeLive(key, value) {
  describeEntry(state.get("live"), key, value);
}

/** @param {string} interview @param {string} key @param {string} value */
export function describeEntry(interview, key, value) {
  live.describe(interview, { [key]: value });
}
