// What takes several modules at once: the pause with what it is recorded as, a field with the interview it describes.

import * as live from "./start.js";
import * as pause from "./pause.js";
import { state } from "./view-model.js";

const settings = () => state.get("settings");

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
