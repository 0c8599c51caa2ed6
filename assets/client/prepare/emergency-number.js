// The number to call when it is not safe: kept when it can be called, refused in so many words when it can't.

import { setting } from "../live/actions.js";
import { observable } from "../base/observable.js";
import { isSetting } from "../domain/settings.js";

/** What was typed last, as long as it is refused. */
export const state = observable({ refused: "" });

/** @param {string} typed */
export function setTel(typed) {
  const tel = tidied(typed);
  const isNumber = isSetting("tel", tel);
  state.set({ refused: isNumber ? "" : typed });
  if (isNumber) return setting("tel", tel);
}

// Numbers are copied from pages and address books, with marks that nobody sees and signs of other keyboards.
/** @param {string} typed */
const tidied = (typed) =>
  typed
    .normalize("NFKC")
    .replace(/\p{Cf}/gu, "")
    .replace(/[\p{Pd}\u2212]/gu, "-")
    .replace(/\p{Nd}/gu, asciiDigit)
    .replace(/\s/g, " ")
    .trim();

/** Every script has its ten digits in a row, nought first. @param {string} digit */
function asciiDigit(digit) {
  let [value, before] = [0, Number(digit.codePointAt(0)) - 1];
  for (; /\p{Nd}/u.test(String.fromCodePoint(before)); before -= 1) value += 1;
  // Some rows follow upon another.
  return String(value % 10);
}
