// How a component reads what modules know, key by key. Each use-*.js names the modules that one kind of page reads: a
// file of its own, so that no other page loads them.

import { useSyncExternalStore } from "react";

/** @typedef {{initial: any, get: (key: any) => any, subscribe: (read: () => void) => () => void}} Source */

/**
 * Prerendered pages, and the first rendering over them, show what is true before anything is known.
 * @param {Record<string, Source>} sources @returns {(source: string, key: string) => any} a hook
 */
export const readerOf = (sources) => (source, key) => {
  const { initial, get, subscribe } = sources[source];
  return useSyncExternalStore(subscribe, () => get(key), () => initial[key]);
};
