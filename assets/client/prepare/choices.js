// What the candidate chooses about flags beforehand: hard nos (M22), flags of their own, what stands on the first screen.

import { keep } from "../live/actions.js";
import * as memory from "../store/memory.js";
import { flagOf, isOffered } from "../domain/flags.js";
import { gridOf } from "../domain/grid.js";
import { derived } from "../base/observable.js";
import { OWN_FLAGS, ownFlags } from "../domain/own-flags.js";
import { blankFlag, faultOf, isLimit, suggested } from "../domain/own-flag-form.js";
import { randomId } from "../base/random-id.js";
import { ABOUT, settingsOf } from "../domain/settings.js";
import { FLAGS, LIMITS, OWN, PINNED } from "../tables/live.js";

/** @typedef {import("../domain/own-flags.js").OwnFlag} OwnFlag */
/** @typedef {typeof blankFlag} Draft */

const ID_BYTES = 6;

const initial = {
  hard: /** @type {Record<string, boolean>} */ ({}),
  hardCount: 0,
  /** One more hard no was wanted than there can be. */
  full: false,
  /** All that were ever written, for whoever wants one back. */
  own: /** @type {(OwnFlag & {limitable: boolean})[]} */ ([]),
  /** The flags of the first screen in their order, with what can be done to each. */
  places: /** @type {ReturnType<typeof placesOf>} */ ([]),
  /** Those that are not on it. */
  others: /** @type {ReturnType<typeof othersOf>} */ ([]),
  draft: blankFlag,
  /** What is wrong with the draft: a field, and a code. */
  fault: { field: "", code: "" },
  /** Counts the drafts that were kept: the fields then start anew. */
  edition: 0,
};

/** Taken away while this page is open, so it can still be put back. @type {Set<string>} */
const taken = new Set();

export const state = derived(initial, [memory], () => {
  const settings = settingsOf(memory.recordsOf(""));
  const hardNos = hardNosNow();
  return {
    hard: Object.fromEntries(hardNos.map((flag) => [flag, true])),
    hardCount: hardNos.length,
    own: ownOf(),
    places: placesOf(settings),
    others: othersOf(settings),
  };
});

const hardNosNow = () => settingsOf(memory.recordsOf("")).hardNos.filter(isThere);

const ownOf = () =>
  ownFlags(memory.recordsOf(""))
    .filter(({ id, gone }) => !gone || taken.has(id))
    .map((flag) => ({ ...flag, limitable: !flag.gone && OWN.limitable.includes(flag.kind) }));

/** @param {string} flag */
const isThere = (flag) => flag in FLAGS || ownFlags(memory.recordsOf("")).some(({ id, gone }) => !gone && id === flag);

/** @param {import("../domain/settings.js").Settings} settings */
function placesOf(settings) {
  const cells = gridOf({ ...settings, discreet: false }).filter(({ hard }) => !hard);
  return cells.map(({ flag, kind, label }, place) => ({
    id: flag,
    kind,
    label,
    pinned: PINNED.includes(flag),
    first: cells[place - 1]?.kind !== kind,
  }));
}

/** What is under More alone. @param {import("../domain/settings.js").Settings} settings */
function othersOf(settings) {
  const shown = gridOf(settings).map(({ flag }) => flag);
  const all = [...ownFlags(memory.recordsOf("")).map(({ id }) => id), ...Object.keys(FLAGS)];
  const others = all.filter((id) => isOffered(id) && !shown.includes(id));
  return others.map((id) => ({ id, kind: flagOf(id)?.kind ?? "", label: flagOf(id)?.label ?? "" }));
}

/** @param {(settings: import("../domain/settings.js").Settings) => Partial<import("../domain/settings.js").Settings>} change */
const set = (change) =>
  keep(() => {
    const settings = settingsOf(memory.recordsOf(""));
    return { [ABOUT]: { ...settings, ...change(settings) } };
  });

/** Make a flag a hard no, or an ordinary one again. @param {string} flag */
export function toggleHard(flag) {
  const hardNos = hardNosNow();
  const had = hardNos.includes(flag);
  const full = !had && hardNos.length >= LIMITS.hardNos;
  state.set({ full });
  if (full) return;
  return set(({ hardNos }) => ({ hardNos: had ? without(hardNos, flag) : [...hardNos.filter(isThere), flag] }));
}

/** Leave a flag under More alone. @param {string} flag */
export function hide(flag) {
  if (!PINNED.includes(flag)) return set(({ hidden, order }) => ({ hidden: [...without(hidden, flag), flag], order: without(order, flag) }));
}

/** Put a flag on the first screen, first of its kind. @param {string} flag */
export const bring = (flag) => set((settings) => brought(settings, flag));

/** @param {import("../domain/settings.js").Settings} settings @param {string} flag */
const brought = ({ hidden, order }, flag) => ({ hidden: without(hidden, flag), order: [flag, ...without(order, flag)] });

/** Move a flag one place up among its kind. @param {string} flag */
export const moveUp = (flag) =>
  set((settings) => {
    const shown = placesOf(settings).map(({ id }) => id);
    const above = shown[shown.indexOf(flag) - 1] ?? flag;
    // Hard nos stay where they are: what stands in their places without them is what is put in order.
    const usual = gridOf({ ...settings, hardNos: [] }).map((cell) => cell.flag);
    const order = usual.map((each) => ({ [flag]: above, [above]: flag })[each] ?? each);
    return { order: [...new Set([...order, ...settings.order])] };
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
  const fault = faultOf(draft, ownFlags(memory.recordsOf("")), hardNosNow().length);
  state.set({ fault });
  if (fault.code) return focusOn(fault.field);
  const flag = { ...written(draft), id: `own.${randomId(ID_BYTES)}` };
  const limit = isLimit(draft);
  await keepFlags(
    (all) => [...all, flag],
    (settings) => (limit ? { hardNos: [...settings.hardNos, flag.id] } : brought(settings, flag.id)),
  );
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
  return keepFlags((all) => marked(all, id, true), ({ hardNos, order }) => ({ hardNos: without(hardNos, id), order: without(order, id) }));
}

/** @param {string} id */
export const putBack = (id) => keepFlags((all) => marked(all, id, false), (settings) => brought(settings, id));

/** @param {OwnFlag[]} flags @param {string} id @param {boolean} gone */
const marked = (flags, id, gone) => flags.map((flag) => (flag.id === id ? { ...flag, gone } : flag));

/** @param {(all: OwnFlag[]) => OwnFlag[]} change @param {(settings: import("../domain/settings.js").Settings) => object} alter */
const keepFlags = (change, alter) =>
  keep(() => {
    const settings = settingsOf(memory.recordsOf(""));
    const sound = { ...settings, hardNos: settings.hardNos.filter(isThere) };
    return { [OWN_FLAGS]: { flags: change(ownFlags(memory.recordsOf(""))) }, [ABOUT]: { ...sound, ...alter(sound) } };
  });
