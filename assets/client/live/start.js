// The interviews: what happened in this one and in past ones, as the screens read it, and the actions that add to it.
//
// Memory first: what is shown is what is in memory (memory.js), which is what the disk has (transactions.js, queries.js) and what
// it could not take yet (write-queue.js). The other files beside it: commands.js writes, interview-state.js folds one interview's
// records, live-view.js and detail.js look up what to show for them, view-model.js holds it. This one starts it all.

import { tap } from "./actions.js";
import { arrive, lookHere, readPast } from "./navigation.js";
import { whenIdle } from "../base/idle.js";
import { watchFields } from "../base/fields.js";
import * as writeQueue from "../store/write-queue.js";
import * as recent from "./recent.js";
import * as prerendered from "./prerendered.js";
import * as memory from "../store/memory.js";
import { state as live } from "../store/live-interview.js";
import * as commands from "../store/commands.js";
import * as router from "./router.js";
import { codeOf } from "../base/storage-errors.js";
import { whenLate } from "../store/database.js";
import { listen } from "../store/tab-channel.js";
import { publish, state as shown } from "./view-model.js";

export {
  again, askFirst, choose, countHeads, describe, leaveAsIs, note, practise, recordPause, regret,
  reply, resolve, setSmallField, setting, shareReason, stay, takeBack, tap, undo, waitFor, withdraw,
} from "./actions.js";
export { end, leaveUnfinished, reopen } from "./ending.js";
export { arrive, go, hideLine, select, toggleLine } from "./navigation.js";

/** The router changes the address without a word: whoever begins to read is on the page that it names. */
export const state = {
  ...shown,
  /** @param {() => void} read */
  subscribe(read) {
    prerendered.handOver();
    arrive();
    return shown.subscribe(read);
  },
};

/** Begin to live: once, when the page is loaded. @returns {Promise<void>} when memory has what the disk has */
export async function start() {
  writeQueue.state.subscribe(publish);
  listen(commands.hear);
  whenLate(catchUp);
  writeQueue.whenBehind(catchUp);
  router.watch(lookHere);
  watchFields();
  addEventListener("pageshow", ({ persisted }) => persisted && wake());
  document.addEventListener("visibilitychange", wake);
  await catchUp();
  live.set({ ready: true });
  state.set({ ready: true });
  prerendered.show();
  takeOverEarlyTaps();
}

let following = false;

// What it has at first is shown once, and not piece by piece.
function followMemory() {
  if (!following) memory.subscribe(publish);
  following = true;
}

/** Read what is new, then write what could not be written. */
function catchUp() {
  return commands.act(async () => {
    await commands.load().then(writeQueue.clear, (error) => writeQueue.blame(codeOf(error)));
    await lookHere();
    followMemory();
    void writeQueue.flush();
    if (!recent.isRead()) whenIdle(readPast);
  });
}

// Other tabs may have written while this one slept, and a phone may have closed its connection.
function wake() {
  if (document.visibilityState !== "visible") return;
  publish();
  void catchUp();
}

// Taps made before the page was alive come first, and all later ones by the same way (early-taps.js).
function takeOverEarlyTaps() {
  const early = /** @type {any} */ (globalThis).earlyTaps;
  if (!Array.isArray(early)) return;
  early.push = (...taps) => {
    for (const { flag, at, steady } of taps) void tap(flag, at, steady);
    return 0;
  };
  early.push(...early.splice(0));
  void commands.act(async () => {
    for (const flag of document.querySelectorAll("[data-noted]")) flag.removeAttribute("data-noted");
  });
}

