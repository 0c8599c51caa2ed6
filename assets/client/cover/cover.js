// The cover: a notepad over everything, up in the moment it is wanted, and down only by a deliberate press.
//
// It lies in the page from the first frame on and shows by one attribute on <html>, set here and not by a rendering,
// so that it is up within the same task. What lies behind it is inert meanwhile. In the page:
//   [data-cover]         the notepad, with a heading and a <textarea>
//   [data-uncover]       the control on it that is to be held
//   [data-behind-cover]  all the rest, beside the notepad

import { onAway } from "./inactivity.js";
import { writeDayOfMonth } from "../base/dates.js";
import { whenIdle } from "../base/idle.js";
import { rememberFocus } from "../base/focus.js";
import { onHold } from "../base/hold.js";
import { observable } from "../base/observable.js";
import { flush, keepCovered, load, pad, wasCovered, write } from "../store/notepad.js";
import { onTripleShift } from "./triple-shift.js";

export { write };

const TITLE = "Notes";

export const state = observable({ covered: false, holding: false, armed: false, hinted: false, page: "", text: "", fault: "" });

let shortcuts = true;
/** @type {(() => void) | undefined} */
let restoreFocus;
/** @type {MutationObserver | undefined} */
let drawing;
let titleBelow = "";

/** @param {boolean} on the candidate's setting for shortcuts of a single key */
export function setShortcuts(on) {
  shortcuts = on;
}

/**
 * Begin to answer: once, when the page is alive.
 *
 * @param {import("./inactivity.js").Watched} watched
 * @param {() => void} [lifted] called when somebody has found the way back
 * @returns {() => void} stop
 */
export function watch(watched, lifted = () => {}) {
  const listening = new AbortController();
  const options = { capture: true, signal: listening.signal };
  addEventListener("keydown", keepEscape, options);
  document.addEventListener("input", typed, options);
  document.addEventListener("click", asked, options);
  document.addEventListener("visibilitychange", () => void (document.hidden ? flush() : load().then(flush)), options);
  addEventListener("pagehide", () => void flush(), options);
  const held = () => {
    uncover();
    lifted();
  };
  const stops = [
    () => listening.abort(),
    pad.subscribe(showPad),
    onTripleShift(() => shortcuts && raise("textarea")),
    onHold("[data-uncover]", { held, changed: pressed }),
    onAway(watched, cover),
  ];
  takeOver();
  whenIdle(showDay);
  return () => stops.forEach((stop) => void stop());
}

// Whoever asked for the cover before we were here, or left it up, has it already, and may have begun to type (early-cover.js).
function takeOver() {
  const area = document.querySelector("[data-cover] textarea");
  if (area instanceof HTMLTextAreaElement && area.value) write(area.value);
  else void load();
  if (root().hasAttribute("data-covered")) cover();
  else void wasCovered().then((up) => up && cover());
}

export function cover() {
  // Not into the text: on a phone that would open the keyboard.
  raise("h1, h2");
}

export function uncover() {
  if (!state.get("covered")) return;
  drawing?.disconnect();
  root().removeAttribute("data-covered");
  void keepCovered(false);
  document.title = titleBelow;
  shut(false);
  state.set({ covered: false });
  restoreFocus?.();
  void flush();
}

/** @param {string} focus what on the notepad gets the focus */
function raise(focus) {
  if (state.get("covered")) return;
  restoreFocus = rememberFocus();
  root().setAttribute("data-covered", "");
  void keepCovered(true);
  titleBelow = document.title;
  document.title = TITLE;
  shut(true);
  fill();
  focusOn(focus);
  // The router may draw another page under it, with a notepad of its own.
  drawing ??= new MutationObserver(() => {
    shut(true);
    fill();
  });
  drawing.observe(document.body, { childList: true, subtree: true });
  state.set({ covered: true, hinted: false });
  setTimeout(showDay);
  void load();
}

function root() {
  return document.documentElement;
}

/** @param {boolean} inert */
function shut(inert) {
  for (const rest of document.querySelectorAll("[data-behind-cover]")) rest.toggleAttribute("inert", inert);
}

/** @param {string} selector */
function focusOn(selector) {
  const notepad = document.querySelector("[data-cover]");
  const wanted = notepad?.querySelector(selector) ?? notepad;
  if (!(wanted instanceof HTMLElement)) return;
  if (wanted.tabIndex < 0) wanted.tabIndex = -1;
  wanted.focus({ preventScroll: true });
}

function showPad() {
  state.set({ text: pad.get("text"), fault: pad.get("fault") });
  fill();
}

/** The text may have been read before the notepad was drawn, or the notepad drawn anew since. */
function fill() {
  const text = pad.get("text");
  for (const area of document.querySelectorAll("[data-cover] textarea")) {
    if (area instanceof HTMLTextAreaElement && area.value !== text) area.value = text;
  }
}

/** @param {Event} event */
function typed(event) {
  const area = event.target;
  if (area instanceof HTMLTextAreaElement && area.closest("[data-cover]")) write(area.value);
}

// Who lets go of the title too soon may have forgotten how long to hold it.
/** @param {{holding: boolean, armed: boolean}} now */
function pressed(now) {
  state.set({ ...now, hinted: state.get("hinted") || (state.get("holding") && !now.holding) });
}

/** What early-cover.js has put up already, by the attribute. @param {Event} event */
function asked({ target }) {
  if (target instanceof Element && target.closest("[data-put-up]")) cover();
}

/** Under the cover Escape would close what lies below it. @param {KeyboardEvent} event */
function keepEscape(event) {
  if (event.key === "Escape" && state.get("covered")) event.stopImmediatePropagation();
}

// Never in the task that puts the cover up: a browser's first date takes it a tenth of a second on a slow phone.
function showDay() {
  state.set({ page: writeDayOfMonth(Date.now()) });
}
