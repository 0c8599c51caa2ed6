// What the candidate chooses about flags beforehand: hard nos (M22), flags of their own, what stands on the first screen.

import { keep } from "./actions.js";
import * as book from "./book.js";
import { flagOf } from "./catalogue.js";
import { observable } from "./observable.js";
import { OWN_FLAGS, ownFlags } from "./own-flags.js";
import { blankFlag, faultOf, suggested } from "./own-flag-form.js";
import { randomId } from "./records.js";
import { ABOUT, settingsOf } from "./settings.js";
import { GRID, LIMITS, PINNED } from "./tables.js";
import { state as ledger } from "./view.js";

/** @typedef {import("./own-flags.js").OwnFlag} OwnFlag */
/** @typedef {typeof blankFlag} Draft */

const ID_BYTES = 6;

export const state = observable({
  hard: /** @type {Record<string, boolean>} */ ({}),
  hardCount: 0,
  /** One more hard no was wanted than there can be. */
  full: false,
  /** All that were ever written, for whoever wants one back. */
  own: /** @type {OwnFlag[]} */ ([]),
  /** The flags of the first screen in their order, with what can be done to each. */
  places: /** @type {ReturnType<typeof placesOf>} */ ([]),
  draft: blankFlag,
  /** What is wrong with the draft: a field, and a code. */
  fault: { field: "", code: "" },
  /** Counts the drafts that were kept: the fields then start anew. */
  edition: 0,
});

/** Taken away while this page is open, so it can still be put back. @type {Set<string>} */
const taken = new Set();

function follow() {
  const settings = settingsOf(book.page(""));
  const hardNos = settings.hardNos.filter(isThere);
  state.set({
    hard: Object.fromEntries(hardNos.map((flag) => [flag, true])),
    hardCount: hardNos.length,
    own: ownFlags(book.page("")).filter(({ id, gone }) => !gone || taken.has(id)),
    places: placesOf(settings),
  });
}

/** @param {string} flag */
const isThere = (flag) => flagOf(flag) !== undefined && !ownFlags(book.page("")).some(({ id, gone }) => gone && id === flag);

/** @param {import("./settings.js").Settings} settings */
function placesOf({ order, hidden }) {
  const ids = ordered(order);
  return ids.map((id, place) => ({
    id,
    kind: flagOf(id)?.kind ?? "",
    label: flagOf(id)?.label ?? "",
    shown: !hidden.includes(id),
    pinned: PINNED.includes(id),
    first: place === 0,
    last: place === ids.length - 1,
  }));
}

/** @param {string[]} order */
const ordered = (order) => [...new Set([...order.filter((id) => GRID.includes(id)), ...GRID])];

/** @param {(settings: import("./settings.js").Settings) => Partial<import("./settings.js").Settings>} change */
const set = (change) => keep(() => {
  const settings = settingsOf(book.page(""));
  return { [ABOUT]: { ...settings, ...change(settings) } };
});

/** Make a flag a hard no, or an ordinary one again. @param {string} flag */
export function toggleHard(flag) {
  const had = state.get("hard")[flag] === true;
  const full = !had && state.get("hardCount") >= LIMITS.hardNos;
  state.set({ full });
  if (full) return;
  return set(({ hardNos }) => ({ hardNos: had ? without(hardNos, flag) : [...hardNos.filter(isThere), flag] }));
}

/** Show a flag on the first screen, or leave it under More. @param {string} flag */
export const toggleShown = (flag) =>
  set(({ hidden }) => ({ hidden: hidden.includes(flag) ? without(hidden, flag) : [...hidden, flag] }));

/** @param {string} flag @param {number} by places, forward or back */
export const move = (flag, by) =>
  set(({ order }) => {
    const rest = ordered(order);
    const from = rest.indexOf(flag);
    const to = Math.min(Math.max(0, from + by), rest.length - 1);
    rest.splice(to, 0, ...rest.splice(from, 1));
    return { order: rest };
  });

/** Put the first screen back as it was made. */
export const resetPlaces = () => set(() => ({ order: [], hidden: [] }));

/** @param {string[]} list @param {string} one */
const without = (list, one) => list.filter((each) => each !== one);

/** What is being written; a change of kind brings another line, unless one was written. @param {string} field @param {any} value */
export function write(field, value) {
  const { draft, fault } = { draft: state.get("draft"), fault: state.get("fault") };
  const untouched = field === "kind" && draft.line === suggested(draft.kind);
  state.set({
    draft: { ...draft, [field]: value, ...(untouched ? { line: suggested(value) } : {}) },
    fault: fault.field === field ? { field: "", code: "" } : fault,
  });
}

/** Keep what was written, or say what is wrong with it. */
export async function addFlag() {
  const draft = state.get("draft");
  const fault = faultOf(draft, ownFlags(book.page("")), state.get("hardCount"));
  state.set({ fault });
  if (fault.code) return focusOn(fault.field);
  const flag = { ...written(draft), id: `own.${randomId(ID_BYTES)}` };
  await keepFlags((all) => [...all, flag], (hardNos) => (draft.hard ? [...hardNos, flag.id] : hardNos));
  state.set({ draft: blankFlag, edition: state.get("edition") + 1 });
}

/** @param {string} field */
function focusOn(field) {
  /** @type {HTMLElement | null} */ (document.querySelector(`[name="own-${field}"]`))?.focus();
}

/** @param {Draft} draft */
const written = ({ label, discreet, kind, line }) => ({ label: label.trim(), discreet: discreet.trim(), kind, line: line.trim(), gone: false });

/** Take one's own flag away; old interviews keep its words. @param {string} id */
export function takeAway(id) {
  taken.add(id);
  return keepFlags((all) => marked(all, id, true), (hardNos) => without(hardNos, id));
}

/** @param {string} id */
export const putBack = (id) => keepFlags((all) => marked(all, id, false), (hardNos) => hardNos);

/** @param {OwnFlag[]} flags @param {string} id @param {boolean} gone */
const marked = (flags, id, gone) => flags.map((flag) => (flag.id === id ? { ...flag, gone } : flag));

/** @param {(all: OwnFlag[]) => OwnFlag[]} change @param {(hardNos: string[]) => string[]} changeHard */
const keepFlags = (change, changeHard) => keep(() => {
  const settings = settingsOf(book.page(""));
  return {
    [OWN_FLAGS]: { flags: change(ownFlags(book.page(""))) },
    [ABOUT]: { ...settings, hardNos: changeHard(settings.hardNos.filter(isThere)) },
  };
});

if (typeof document !== "undefined") {
  ledger.subscribe(follow);
  follow();
}
