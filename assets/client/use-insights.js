// Lets the insights page read what is counted. A file of its own, so that no other page loads it.

import { useSyncExternalStore } from "react";
import * as insights from "./insights.js";

/** @type {Record<string, {initial: any, get: (key: any) => any, subscribe: (read: () => void) => () => void}>} */
const SOURCES = { insights: insights.state };

/** See use-live.js. @param {string} source @param {string} key */
export function useInsights(source, key) {
  const { initial, get, subscribe } = SOURCES[source];
  return useSyncExternalStore(subscribe, () => get(key), () => initial[key]);
}
