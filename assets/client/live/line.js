// Whether the words to say have been asked for, where discreet wording hides them: until the next tap on anything else.

let shown = false;

/** @returns {boolean} */
export const isShown = () => shown;

export function toggle() {
  shown = !shown;
}

export function hide() {
  shown = false;
}
