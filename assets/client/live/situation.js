// Where the live interview stands, by memory: what a tap on the screen answers.

import * as memory from "../store/memory.js";
import { aboutOf } from "../domain/details.js";
import { initial } from "../domain/interview-state.js";
import { live } from "../store/live-interview.js";
import { liveView } from "../domain/live-view.js";

export function situation() {
  const { id, state } = live() ?? { id: "", state: initial() };
  return liveView(state, aboutOf(memory.recordsOf(id), id), false);
}
