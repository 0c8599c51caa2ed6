// What compiled pages build their elements with. Reflex would take Emotion's, which styles them too: here a stylesheet
// does, and the phone is spared 8 KB before the first tap (interview_exit/bridge/elements.py).
//
// Every text gets an element of its own, which goes when its text changes. Translators and other extensions replace, move
// and split text nodes as they like: React would go on writing into one that is no longer in the page, and fails when it
// removes one that has been moved. So it never holds a text node, writes into none, and compares none when it takes a
// prerendered page over. An answer that a translator had asked for before the change finds its node gone with the element.

import { createElement, memo } from "react";

export const TEXT = "x-t";
/** What may hold nothing but text. React writes it as a whole. */
const PLAIN = new Set(["option", "title", "textarea", "script", "style"]);

/** @typedef {import("react").ReactNode} Node */
/** @type {WeakMap<object, import("react").ElementType>} */
const speaking = new WeakMap();

/** @param {any} type @param {any} props @param {Node[]} children */
export function jsx(type, props, ...children) {
  if (PLAIN.has(type)) return createElement(type, { ...props, suppressHydrationWarning: true }, ...children);
  return createElement(saysText(type) ? speaker(type) : type, props, ...children.map(apart));
}

/** Gives a text its element. @param {Node} said @param {number} place among its siblings @returns {Node} */
function apart(said, place) {
  if (Array.isArray(said)) return said.map(apart);
  if (typeof said === "number" || typeof said === "bigint") return apart(String(said), place);
  if (typeof said !== "string" || said === "") return said;
  return createElement(TEXT, { key: `${place} ${said}`, suppressHydrationWarning: true }, said);
}

/** What Reflex compiles a text to that changes: a component that returns it bare. @param {any} type */
const saysText = (type) => type.displayName === "Bare";

/** @param {{type: (props: object) => Node}} type @returns {import("react").ElementType} */
function speaker(type) {
  const known = speaking.get(type);
  if (known) return known;
  const made = memo((/** @type {object} */ props) => apart(type.type(props), 0));
  speaking.set(type, made);
  return made;
}
