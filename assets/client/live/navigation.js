// Where a candidate goes: another screen of the live page, or an interview to look at. Nothing is written here.

import * as asking from "./again.js";
import { blame } from "../store/write-queue.js";
import * as line from "./line.js";
import { codeOf } from "../base/storage-errors.js";
import * as recent from "./recent.js";
import * as router from "./router.js";
import { publish } from "./view-model.js";

const nothing = Promise.resolve();

/** Show another screen of the live page. @param {string} screen of SCREENS; any other means the flags, or what to say */
export function go(screen) {
  asking.drop();
  line.hide();
  router.show(screen);
  publish();
}

/** Show the words to say for once, or hide them again. */
export function toggleLine() {
  line.toggle();
  publish();
}

/** Hide the words to say. */
export function hideLine() {
  if (!line.isShown()) return;
  line.hide();
  publish();
}

/** Read the newest of the recent. */
export const readPast = () => recent.readOnce().catch((error) => blame(codeOf(error)));

/** Open one interview. @param {string} interview */
export const select = (interview) => recent.open(interview, publish).catch((error) => blame(codeOf(error)));

/** Show what the address says, if it says something new. */
export const arrive = () => (router.hasMoved() ? lookHere() : nothing);

/** Show what the address says. @returns {Promise<void>} */
export async function lookHere() {
  line.hide();
  publish();
  const interview = router.interviewHere();
  if (interview !== undefined) await select(interview);
}
