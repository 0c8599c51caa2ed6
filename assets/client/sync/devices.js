// The page about other devices: switching sync on, joining, changing the words, leaving; one step at a time.
//
// The words are in memory only while they are on the screen; crypto.js makes keys of them, and outbox.js keeps both.

import { now as syncNow } from "./engine.js";
import { onDeliberate } from "../base/held-controls.js";
import * as lateOnes from "./orphans.js";
import { onLeaving } from "../base/leaving.js";
import { beginWith, changeWords, join as joinVault, leave as leaveVault, switchOn } from "./membership.js";
import { derived, observable } from "../base/observable.js";
import * as memory from "../store/memory.js";
import { hide as hideWords } from "./phrase-reveal.js";
import { state as standing } from "./status.js";
import { codeOf, StoreError } from "../base/storage-errors.js";
import { SyncError } from "./api.js";
import { entropyOf, newEntropy, wordsOf, WordsError } from "./recovery-phrase.js";

export { syncNow };

/** @typedef {Uint8Array<ArrayBuffer>} Entropy */

export const state = observable({
  /** words: shown for writing down; check: some are asked back; join: typed in. */
  step: /** @type {"" | "words" | "check" | "join"} */ (""),
  words: /** @type {string[]} */ ([]),
  /** The places of the words that are asked back, counted from one. */
  asked: /** @type {number[]} */ ([]),
  /** What went wrong: a code of recovery-phrase.js, api.js, the server or the storage, or one of ours. */
  fault: "",
  /** Which word, or how many. */
  at: 0,
  /** What did not come about by it. */
  undone: /** @type {"" | "join" | "change" | "leave"} */ (""),
  busy: false,
  late: /** @type {{id: string, day: string, entries: number}[]} */ ([]),
});

const ASKED = 3;
const CALM = /** @type {const} */ ({ fault: "", at: 0, undone: "" });

/** @type {Entropy | null} what the words on the screen stand for */
let entropy = null;
/** @type {Record<number, string>} */
let answers = {};
let typed = "";
let code = "";
/** Whether the words that were made are to replace others. */
let replacing = false;
let stopWatching = () => {};

const late = derived({ count: 0 }, [standing], () => ({ count: standing.get("late") }));

/** Once, when the page is loaded. */
export function start() {
  onDeliberate("renew", () => standing.get("on") && void makeWords());
  late.subscribe(look);
  memory.subscribe(look);
  void look();
}

async function look() {
  state.set({ late: standing.get("late") ? await lateOnes.list().catch(() => []) : [] });
}

/** Make twelve new words: to switch sync on, or to change those there are. */
export const makeWords = () =>
  attempt(async () => {
    entropy = newEntropy();
    replacing = standing.get("on");
    state.set({ step: "words", words: await wordsOf(entropy) });
    // Who comes back to the page later need not be who left it. Another app may be where the words are written down.
    stopWatching = onLeaving("vault", ({ hidden }) => hidden || cancel());
  });

/** Ask some of them back. */
export function askBack() {
  const places = new Set([...crypto.getRandomValues(new Uint8Array(64))].map((byte) => (byte % state.get("words").length) + 1));
  answers = {};
  state.set({ step: "check", asked: [...places].slice(0, ASKED).sort((a, b) => a - b), ...CALM });
}

/** Look at them once more. */
export const showAgain = () => state.set({ step: "words", ...CALM });

/** @param {number} place @param {string} word */
export function answer(place, word) {
  answers[place] = word.trim().toLowerCase();
}

/** Go on if the words that were asked for are right. */
export function prove() {
  const words = state.get("words");
  const wrong = state.get("asked").find((place) => answers[place] !== words[place - 1]);
  if (wrong) return state.set({ ...CALM, fault: "check-wrong", at: wrong });
  const made = entropy;
  if (!made) return;
  return replacing ? attempt(() => changeWords(made), cancel, "change") : attempt(() => switchOn(made), cancel, "join");
}

/** Type the words of another device. */
export function askWords() {
  cancel();
  state.set({ step: "join" });
}

/** @param {string} text */
export function typeWords(text) {
  typed = text;
}

/** Join with the words that were typed. */
export const join = () => attempt(async () => joinVault(await entropyOf(typed)), cancel, "join");

/** @param {string} text */
export function typeCode(text) {
  code = text.trim();
}

/** Give the server the code that it has asked for. */
export function giveCode() {
  const given = async () => {
    await beginWith(code);
    await syncNow();
  };
  return attempt(given, () => {
    code = "";
  });
}

/** Forget all that is not done. */
export function cancel() {
  entropy = null;
  answers = {};
  typed = "";
  stopWatching();
  state.set({ step: "", words: [], asked: [], ...CALM });
}

/** Sync no longer. @param {boolean} withCopy whether the server's copy goes, too */
export const leave = (withCopy) => attempt(() => leaveVault(withCopy), forget, "leave");

function forget() {
  cancel();
  hideWords();
}

/** Keep what was written to an erased interview. @param {string} interview */
export const keepLate = (interview) => decide(() => lateOnes.keep(interview));

/** Erase it, too. @param {string} interview */
export const eraseLate = (interview) => decide(() => lateOnes.erase(interview));

/** @param {() => Promise<void>} job */
const decide = (job) =>
  attempt(async () => {
    await job();
    state.set({ late: await lateOnes.list() });
  });

/** @param {() => Promise<unknown>} job @param {() => void} [done] @param {"" | "join" | "change" | "leave"} [undone] */
async function attempt(job, done, undone = "") {
  if (state.get("busy")) return;
  state.set({ busy: true, ...CALM });
  try {
    await job();
    done?.();
  } catch (error) {
    state.set({ ...faultOf(error), undone: error instanceof WordsError ? "" : undone });
  } finally {
    state.set({ busy: false });
  }
}

/** @param {unknown} error */
function faultOf(error) {
  if (error instanceof WordsError) return { fault: error.code, at: error.at };
  return { fault: error instanceof SyncError || error instanceof StoreError ? error.code : codeOf(error) };
}
