// Lets the page about other devices read what its modules know.

import * as deliberate from "./deliberate.js";
import * as devices from "./devices.js";
import * as pairing from "./pairing.js";
import { readerOf } from "./reading.js";
import * as reveal from "./reveal.js";

export const useDevices = readerOf({
  deliberate: deliberate.state,
  devices: devices.state,
  pairing: pairing.state,
  reveal: reveal.state,
});
