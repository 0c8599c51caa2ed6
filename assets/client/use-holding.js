// Lets the page about the server read what its module knows.

import * as holding from "./holding.js";
import { readerOf } from "./reading.js";

export const useHolding = readerOf({ holding: holding.state });
