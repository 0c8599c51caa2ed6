// Lets the page about other devices read what its module knows.

import * as devices from "./devices.js";
import { readerOf } from "./reading.js";

export const useDevices = readerOf({ devices: devices.state });
