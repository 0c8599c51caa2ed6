// The screen with every flag. What is typed to find one is kept nowhere, and gone with the screen.

import { flagsFor } from "../domain/flag-search.js";
import { derived } from "../base/observable.js";
import { state as view } from "./view-model.js";

let typed = "";

export const state = derived({ groups: flagsFor("", [], false) }, [view], () => {
  if (view.get("screen") !== "more") typed = "";
  return found();
});

const found = () => ({ groups: flagsFor(typed, view.get("own"), view.get("settings").discreet) });

/** @param {string} text */
export function seek(text) {
  typed = text;
  state.set(found());
  // What is found stands at the top, and a keyboard covers the rest.
  scrollTo(0, 0);
}
