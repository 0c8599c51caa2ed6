// Lets a component read what the other modules know, key by key.

import { useSyncExternalStore } from "react";
import * as cover from "./cover.js";
import * as ledger from "./ledger.js";
import * as pause from "./pause.js";
import { handOver } from "./prerendered.js";
import * as update from "./update.js";
import "./session.js";

/** @type {Record<string, {initial: any, get: (key: any) => any, subscribe: (read: () => void) => () => void}>} */
const SOURCES = {
  ledger: { ...ledger.state, subscribe: subscribeHere },
  pause: pause.state,
  cover: cover.state,
  update: update.state,
};

/**
 * Prerendered pages, and the first rendering over them, show what is true before anything is known.
 * @param {string} source
 * @param {string} key
 */
export function useLive(source, key) {
  const { initial, get, subscribe } = SOURCES[source];
  return useSyncExternalStore(subscribe, () => get(key), () => initial[key]);
}

/**
 * The router changes the address without a word; whoever begins to read is on the page that it names.
 * @param {() => void} read
 */
function subscribeHere(read) {
  handOver();
  ledger.arrive();
  return ledger.state.subscribe(read);
}
