// Controls that are held (hold.js), each known by a name of its own in `data-hold`: a page may have several.

import { onHold } from "./hold.js";
import { observable } from "./observable.js";

export const state = observable({
  /** The name of the control that is held down. */
  holding: "",
  /** The name of the one that was pressed by assisting technology, and waits for the second press. */
  armed: "",
});

/** @param {string} name @param {() => void} act */
export function onDeliberate(name, act) {
  onHold(`[data-hold="${name}"]`, {
    held: act,
    changed: ({ holding, armed }) => state.set({ holding: holding ? name : "", armed: armed ? name : "" }),
  });
}
