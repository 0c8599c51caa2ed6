// Lets a component read what the other modules know, key by key.

import * as cover from "./cover.js";
import * as ledger from "./ledger.js";
import * as pause from "./pause.js";
import { handOver } from "./prerendered.js";
import { readerOf } from "./reading.js";
import * as update from "./update.js";
import "./session.js";

export const useLive = readerOf({
  ledger: { ...ledger.state, subscribe: subscribeHere },
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
