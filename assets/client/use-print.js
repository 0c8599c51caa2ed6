// Lets the page for paper read what its modules know.

import * as printing from "./printing.js";
import { readerOf } from "./reading.js";

export const usePrint = readerOf({ printing: printing.state });
