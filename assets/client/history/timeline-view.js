// The timeline of the opened interview, in step with its records.

import { resolve } from "../live/actions.js";
import * as memory from "../store/memory.js";
import { openedNow } from "../after/debrief.js";
import { observable } from "../base/observable.js";
import { timelineOf } from "../domain/timeline.js";
import { state as view } from "../live/view-model.js";

export const state = observable({ lines: /** @type {import("../domain/timeline.js").Line[]} */ ([]) });

let of = "";

function look() {
  const { id, settings } = { id: openedNow(), settings: view.get("settings") };
  const now = `${id} ${memory.changesOf(id)} ${settings.discreet} ${view.get("kept")}`;
  if (now === of) return;
  of = now;
  state.set({ lines: timelineOf(memory.recordsOf(id), id, settings.discreet) });
}

/** Put right what asking has brought. @param {string} tap @param {string} state */
export const correct = (tap, state) => resolve(state, tap);

if (typeof document !== "undefined") {
  view.subscribe(look);
  look();
}
