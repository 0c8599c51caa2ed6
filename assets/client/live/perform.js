// Carries an action out: what it composes is written, offered to be taken back for a while, and the view follows.

import * as asking from "./again.js";
import * as line from "./line.js";
import { blame } from "../store/write-queue.js";
import { endRepeats } from "../base/repeats.js";
import * as commands from "../store/commands.js";
import { offer, publish } from "./view-model.js";

/** @typedef {import("../store/commands.js").Draft} Draft */
/** @typedef {import("../domain/records.js").Stored} Stored */
/** @typedef {(discreet: boolean) => string} Label */

/** What the fold can take back (interview-state.js); a plan that was taken over stays. */
const UNDOABLE = ["tap", "step", "outcome"];

/**
 * @param {() => Draft | null} compose
 * @param {Label} [label] of an action that can be taken back for a few seconds
 */
export function perform(compose, label) {
  endRepeats();
  return enact(compose, label);
}

/** The same for a tap on a flag, which may be a repeat of the one before. @param {() => Draft | null} compose @param {Label} [label] */
export function enact(compose, label) {
  const done = commands.act(async () => {
    const draft = await commands.write(compose, (draft) => kept(draft, label));
    if (!draft) publish();
  });
  return done.catch(() => blame("storage-failed"));
}

/** @param {Draft} draft @param {Label} [label] */
function kept(draft, label) {
  asking.drop();
  line.hide();
  if (label) offer({ ids: undoable(draft), iv: draft.iv, label });
}

/** Add a step to a draft. @param {Draft} draft @param {Partial<Stored>} step @returns {Draft} */
export function stepIn(draft, step) {
  commands.add(draft, "step", Date.now(), step);
  return draft;
}

/** @param {Draft} draft */
const undoable = ({ puts }) => puts.filter(({ k }) => UNDOABLE.includes(k)).map(({ id }) => id);
