// Moving through the list: with the keyboard, and on a wide screen with the interview beside it.
//
// In the page: a.interview[data-interview] are the rows, [data-more] stands where the list goes on, [data-beside] is the
// place beside it, [data-search] the field for words.

import * as list from "./list.js";
import { observable, whileRead } from "../base/observable.js";
import { select } from "../live/navigation.js";
import { state as view } from "../live/view-model.js";

const WIDE = "(min-width: 1000px)";
/** How far before its end the list goes on, in heights of the window. */
const AHEAD = 2;

/** Whoever begins to read has come to the list. */
export const state = whileRead(
  observable({
    /** Whether there is room for list and interview side by side. */
    wide: false,
    /** Whether the list of keys is shown. */
    keys: false,
  }),
  arrive,
);

/** Where the list was left, and for which interview. */
let left = { top: 0, interview: "" };

function arrive() {
  const { top, interview } = left;
  const [stop, leave] = [listen(), list.arrive(interview !== "")];
  left = { top: 0, interview: "" };
  if (interview && !state.get("wide")) {
    requestAnimationFrame(() => {
      rowOf(interview)?.focus({ preventScroll: true });
      scrollTo(0, top);
    });
  }
  return () => {
    stop();
    leave();
  };
}

/** @returns {() => void} stop listening */
function listen() {
  const listening = new AbortController();
  const { signal } = listening;
  const room = matchMedia(WIDE);
  let shown = "";
  // The newest interview is read until one is chosen.
  const showBeside = () => {
    const beside = list.state.get("beside");
    if (!state.get("wide") || beside === shown) return;
    shown = beside;
    void select(beside);
  };
  const measure = () => {
    state.set({ wide: room.matches });
    showBeside();
  };
  room.addEventListener("change", measure, { signal });
  signal.addEventListener("abort", list.state.subscribe(showBeside));
  measure();
  addEventListener("click", open, { capture: true, signal });
  addEventListener("keydown", (event) => list.isHere() && press(event), { signal });
  addEventListener("scroll", goOn, { capture: true, passive: true, signal });
  return () => listening.abort();
}

/** Show the list of keys, or hide it. */
export function toggleKeys() {
  state.set({ keys: !state.get("keys") });
}

// Before the router sees it: on a wide screen the list stays, and the interview comes beside it.
/** @param {MouseEvent} event */
function open(event) {
  const row = event.target instanceof Element && event.target.closest("a.interview");
  if (!(row instanceof HTMLElement) || !list.isHere()) return;
  const interview = row.dataset.interview ?? "";
  left = { top: scrollY, interview };
  if (!state.get("wide") || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  event.stopPropagation();
  void list.open(interview);
  // Enter makes a click without a pointer: whoever uses the keyboard goes on reading there.
  if (event.detail === 0) requestAnimationFrame(() => find("[data-beside]")?.focus());
}

let looked = false;

function goOn() {
  if (looked || !list.isHere()) return;
  looked = true;
  requestAnimationFrame(() => {
    looked = false;
    const end = find("[data-more]")?.getBoundingClientRect().top ?? Infinity;
    if (end < innerHeight * AHEAD) list.more();
  });
}

/** What each key does, where nothing is typed. @type {Record<string, () => void>} */
const KEYS = {
  j: () => move(1),
  k: () => move(-1),
  "/": () => find("[data-search]")?.focus(),
  "?": toggleKeys,
};
/** @type {Record<string, number>} */
const ARROWS = { ArrowDown: 1, ArrowUp: -1 };

/** @param {KeyboardEvent} event */
function press(event) {
  const { key, target } = event;
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isCovered()) return;
  const place = target instanceof Element ? target : document.body;
  const searching = place.matches("[data-search]");
  const act = key === "Escape" ? () => leave(searching) : actionOf(key, place, searching);
  if (!act) return;
  event.preventDefault();
  act();
}

/** @param {string} key @param {Element} place @param {boolean} searching @returns {(() => void) | undefined} */
function actionOf(key, place, searching) {
  const typing = place.matches("input, textarea, select");
  if (Object.hasOwn(ARROWS, key)) {
    const inList = place.closest("a.interview") !== null || (place === document.body && state.get("wide"));
    return inList || (searching && ARROWS[key] > 0) ? () => move(ARROWS[key]) : undefined;
  }
  return !typing && view.get("settings").shortcuts && Object.hasOwn(KEYS, key) ? KEYS[key] : undefined;
}

/** @param {boolean} searching */
function leave(searching) {
  if (state.get("keys")) return toggleKeys();
  if (searching && list.state.get("query")) return list.type("");
  (rowOf(list.state.get("open")) ?? find("a.interview"))?.focus();
}

/** @param {number} step */
function move(step) {
  const from = document.activeElement?.closest("a.interview");
  const at = from instanceof HTMLElement ? from.dataset.interview : list.state.get("open");
  const ids = list.reveal("");
  const place = ids.indexOf(at ?? "");
  const next = ids[place < 0 ? 0 : Math.max(0, Math.min(ids.length - 1, place + step))];
  if (!next) return;
  list.reveal(next);
  if (state.get("wide")) void list.open(next);
  requestAnimationFrame(() => rowOf(next)?.focus());
}

/** @param {string} interview */
const rowOf = (interview) => find(`a.interview[data-interview="${CSS.escape(interview)}"]`);

/** @param {string} selector */
const find = (selector) => /** @type {HTMLElement | null} */ (document.querySelector(selector));

const isCovered = () => document.documentElement.hasAttribute("data-covered");
