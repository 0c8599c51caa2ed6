// Lets the page for preparing read what its modules know. A file of its own, so that no other page loads them.

import { useSyncExternalStore } from "react";
import * as choices from "./choices.js";
import * as drill from "./drill.js";
import * as planning from "./planning.js";
import * as rehearsal from "./rehearsal.js";

/** @type {Record<string, {initial: any, get: (key: any) => any, subscribe: (read: () => void) => () => void}>} */
const SOURCES = { planning: planning.state, choices: choices.state, drill: drill.state, rehearsal: rehearsal.state };

/** See use-live.js. @param {string} source @param {string} key */
export function usePrepare(source, key) {
  const { initial, get, subscribe } = SOURCES[source];
  return useSyncExternalStore(subscribe, () => get(key), () => initial[key]);
}
