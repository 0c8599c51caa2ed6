// Lets the page for paper read what its modules know. A file of its own, so that no other page loads them.

import { useSyncExternalStore } from "react";
import * as printing from "./printing.js";

/** @type {Record<string, {initial: any, get: (key: any) => any, subscribe: (read: () => void) => () => void}>} */
const SOURCES = { printing: printing.state };

/** See use-live.js. @param {string} source @param {string} key */
export function usePrint(source, key) {
  const { initial, get, subscribe } = SOURCES[source];
  return useSyncExternalStore(subscribe, () => get(key), () => initial[key]);
}
