// Lets a component read what the other modules know, key by key.

import * as cover from "../cover/cover.js";
import * as ledger from "../live/start.js";
import * as pause from "../live/pause.js";
import { handOver } from "../live/prerendered.js";
import { readerOf } from "../base/use-state.js";
import * as update from "../app/update.js";
import "../live/session.js";

export const useLive = readerOf({
  start: { ...ledger.state, subscribe: subscribeHere },
  pause: pause.state,
  cover: cover.state,
  update: update.state,
});

/**
 * The router changes the address without a word; whoever begins to read is on the page that it names.
 * @param {() => void} read
 */
function subscribeHere(read) {
  handOver();
  ledger.arrive();
  return ledger.state.subscribe(read);
}
