// Lets the page for paper read what its modules know.

import * as printing from "../history/printing.js";
import { readerOf } from "../base/use-state.js";

export const usePrint = readerOf({ printing: printing.state });
