// Lets the page about other devices read what its modules know.

import * as deliberate from "../base/held-controls.js";
import * as devices from "../sync/devices.js";
import * as pairing from "../sync/pairing.js";
import { readerOf } from "../base/use-state.js";
import * as reveal from "../sync/phrase-reveal.js";

export const useDevices = readerOf({
  held_controls: deliberate.state,
  devices: devices.state,
  pairing: pairing.state,
  phrase_reveal: reveal.state,
});
