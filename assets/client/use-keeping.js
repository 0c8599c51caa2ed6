// Lets the page of one's own data read what its modules know. A file of its own, so that no other page loads them.

import { useSyncExternalStore } from "react";
import * as copy from "./copy.js";
import * as restore from "./restore.js";
import * as erasing from "./erasing.js";

/** @type {Record<string, {initial: any, get: (key: any) => any, subscribe: (read: () => void) => () => void}>} */
const SOURCES = { copy: copy.state, restore: restore.state, erasing: erasing.state };

/** See use-live.js. @param {string} source @param {string} key */
export function useKeeping(source, key) {
  const { initial, get, subscribe } = SOURCES[source];
  return useSyncExternalStore(subscribe, () => get(key), () => initial[key]);
}
