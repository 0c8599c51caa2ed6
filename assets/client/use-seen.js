// Lets the page about the server read what its module knows.

import { readerOf } from "./reading.js";
import * as seen from "./seen.js";

export const useSeen = readerOf({ seen: seen.state });
