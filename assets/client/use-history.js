// Lets the pages about the past read what their modules know. A file of its own, so that no other page loads them.

import { useSyncExternalStore } from "react";
import * as chronicle from "./chronicle.js";
import * as company from "./company.js";
import * as desk from "./desk.js";
import * as discard from "./discard.js";
import * as listing from "./listing.js";

/** @type {Record<string, {initial: any, get: (key: any) => any, subscribe: (read: () => void) => () => void}>} */
const SOURCES = {
  chronicle: chronicle.state,
  company: { ...company.state, subscribe: company.subscribe },
  desk: { ...desk.state, subscribe: desk.subscribe },
  discard: discard.state,
  listing: listing.state,
};

/** See use-live.js. @param {string} source @param {string} key */
export function useHistory(source, key) {
  const { initial, get, subscribe } = SOURCES[source];
  return useSyncExternalStore(subscribe, () => get(key), () => initial[key]);
}
