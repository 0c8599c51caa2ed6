// Lets the page for preparing read what its modules know.

import * as choices from "./choices.js";
import * as drill from "./drill.js";
import * as planning from "./planning.js";
import { readerOf } from "./reading.js";
import * as rehearsal from "./rehearsal.js";

export const usePrepare = readerOf({ planning: planning.state, choices: choices.state, drill: drill.state, rehearsal: rehearsal.state });
