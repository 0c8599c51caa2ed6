// What the page about other devices starts.

import * as devices from "../sync/devices.js";
import * as engine from "../sync/engine.js";
import * as pairing from "../sync/pairing.js";
import * as phraseReveal from "../sync/phrase-reveal.js";

/** Once, as the page is loaded. */
export function start() {
  void engine.start();
  for (const module of [devices, pairing, phraseReveal]) module.start();
}
