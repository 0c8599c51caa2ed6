// Where the candidate is: the screens of the live page by their hash, and the interview that the entry page shows.
//
// The flags have no hash. Every other screen is one step of browser history above them, so that the phone's back button
// leads to the flags from wherever one is. An interview's id stays in the fragment, which no server ever sees.

import { stepBack } from "../base/back.js";
import { CARD, DEBRIEF, ENTRY, SCREENS } from "../tables/routes.js";

const MARK = "screen";
const OF_ONE = [ENTRY, DEBRIEF, CARD];

/** Stepping back takes the browser a moment; what is shown need not wait for it. */
let stepping = false;

/** @returns {string} live, or one of the screens above */
export function screenHere() {
  if (stepping) return "live";
  const hash = location.hash.slice(1);
  return SCREENS.includes(hash) ? hash : "live";
}

/** @param {string[]} addresses @returns {boolean} whether this is the page at one of them */
export const isAt = (...addresses) => addresses.includes(location.pathname.replace(/\/$/, ""));

/** @returns {string | undefined} the interview that the address names, if this is the page of one */
export const interviewHere = () => (isAt(...OF_ONE) ? decoded(location.hash.slice(1)) : undefined);

/** @param {string} text */
function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return "";
  }
}

/** @param {string} screen */
export function show(screen) {
  if (screen === screenHere()) return;
  if (!SCREENS.includes(screen)) return toFlags();
  if (screenHere() !== "live") {
    history.replaceState(history.state, "", `#${screen}`);
    // No new entry, so the browser would stay where the last screen had been scrolled to.
    return scrollTo(0, 0);
  }
  location.hash = screen;
  history.replaceState({ ...history.state, [MARK]: true }, "");
}

function toFlags() {
  if (screenHere() === "live") return;
  if (history.state?.[MARK]) {
    stepping = true;
    return stepBack();
  }
  history.replaceState(history.state, "", location.pathname + location.search);
}

let seen = "";

/** @returns {boolean} whether the address is another one than when this was last asked */
export function hasMoved() {
  const before = seen;
  seen = location.href;
  return before !== seen;
}

/** @param {() => void} look called when the address has changed @returns {void} */
export function watch(look) {
  addEventListener("popstate", () => {
    stepping = false;
    look();
  });
}
