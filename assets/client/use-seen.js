// Lets the page about the server read what its module knows. A file of its own, so that no other page loads it.

import { useSyncExternalStore } from "react";
import * as seen from "./seen.js";

/** @type {Record<string, {initial: any, get: (key: any) => any, subscribe: (read: () => void) => () => void}>} */
const SOURCES = { seen: seen.state };

/** See use-live.js. @param {string} source @param {string} key */
export function useSeen(source, key) {
  const { initial, get, subscribe } = SOURCES[source];
  return useSyncExternalStore(subscribe, () => get(key), () => initial[key]);
}
