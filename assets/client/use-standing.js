// Lets a component read how sync stands, on pages that do nothing else with it.

import { useSyncExternalStore } from "react";
import * as standing from "./standing.js";

/** @type {Record<string, {initial: any, get: (key: any) => any, subscribe: (read: () => void) => () => void}>} */
const SOURCES = { standing: standing.state };

/** See use-live.js. @param {string} source @param {string} key */
export function useStanding(source, key) {
  const { initial, get, subscribe } = SOURCES[source];
  return useSyncExternalStore(subscribe, () => get(key), () => initial[key]);
}
