// What every page starts: who tells whom. start.js knows the interview, the pause keeps time, the cover hides, update looks
// for new versions; none of them knows the others.

import * as cover from "../cover/cover.js";
import * as focus from "../base/focus.js";
import { guard } from "../base/error-guard.js";
import * as live from "../live/start.js";
import * as pause from "../live/pause.js";
import * as repeats from "../base/repeats.js";
import { state } from "../live/view-model.js";
import * as update from "../app/update.js";
import { watchBack } from "../base/back.js";
import { watchSleep } from "../base/uptime.js";
import { keepWording } from "../live/wording.js";

const QUIET_MS = 1000;

const isLive = () => state.get("started");

/** Once, as the page is loaded. */
export function start() {
  watchBack();
  watchSleep();
  void live.start();
  guard();
  repeats.watch();
  focus.watch();
  document.addEventListener("keydown", leave, { capture: true });
  pause.watch(live.recordPause);
  cover.watch({ isLive, idleSeconds: () => state.get("settings").coverSeconds, subscribe: state.subscribe }, noteLifted);
  cover.state.subscribe(() => cover.state.get("covered") && live.hideLine());
  state.subscribe(obey);
  obey();
}

function obey() {
  const { ready, settings } = state.snapshot();
  // Only now is it known whether an interview is live. It watches once, however often it is told to.
  if (ready) {
    update.watch({ isLive });
    keepWording(settings.discreet);
    keepInStep();
  }
  pause.lengthen(settings.pauseSeconds);
  pause.setTicks(settings.ticks);
  cover.setShortcuts(settings.shortcuts);
}

// Whoever has lifted the cover once needs no line on it that tells how, and that it is one.
function noteLifted() {
  if (state.get("settings").coverHint) live.setting("coverHint", false);
}

/** Escape leaves a screen as Back does; but not from under the pause or the cover. @param {KeyboardEvent} event */
function leave({ key, isComposing, target }) {
  if (key !== "Escape" || isComposing || pause.state.get("phase") !== "idle" || cover.state.get("covered")) return;
  if (state.get("pressedAgain")) return live.leaveAsIs();
  // What is typed goes first.
  if (target instanceof HTMLInputElement && target.value) return;
  if (state.get("screen") !== "live") live.go("");
}

let asked = false;

// Sync can wait, and most have none: nothing of it is loaded before the page is idle, or while an interview is live.
function keepInStep() {
  if (asked || isLive()) return;
  asked = true;
  setTimeout(() => {
    if (isLive()) asked = false;
    else void sync().catch(() => {});
  }, QUIET_MS);
}

const sync = async () => (await import("../sync/engine.js")).start();
