// The timeline of the opened interview, in step with its records.

import { resolve } from "../live/actions.js";
import * as memory from "../store/memory.js";
import { openedNow } from "../live/recent.js";
import { derived } from "../base/observable.js";
import { timelineOf } from "../domain/timeline.js";
import { state as view } from "../live/view-model.js";

export const state = derived({ lines: /** @type {import("../domain/timeline.js").Line[]} */ ([]) }, [view, memory], () => {
  const id = openedNow();
  return { lines: timelineOf(memory.recordsOf(id), id, view.get("settings").discreet) };
});

/** Put right what asking has brought. @param {string} tap @param {string} state */
export const correct = (tap, state) => resolve(state, tap);
