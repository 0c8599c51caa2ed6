// Lets the pages that look back read what their modules know. A file of its own, so that the live page does not load them.

import { useSyncExternalStore } from "react";
import * as debrief from "./debrief.js";
import * as letter from "./letter.js";
import * as people from "./people.js";
import * as promises from "./promises.js";

/** @type {Record<string, {initial: any, get: (key: any) => any, subscribe: (read: () => void) => () => void}>} */
const SOURCES = { debrief: debrief.state, people: people.state, promises: promises.state, letter: letter.state };

/** See use-live.js. @param {string} source @param {string} key */
export function useAfter(source, key) {
  const { initial, get, subscribe } = SOURCES[source];
  return useSyncExternalStore(subscribe, () => get(key), () => initial[key]);
}
