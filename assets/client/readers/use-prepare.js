// Lets the page for preparing read what its modules know.

import * as choices from "../prepare/choices.js";
import * as drill from "../prepare/drill.js";
import * as planning from "../prepare/planning.js";
import { readerOf } from "../base/use-state.js";
import * as rehearsal from "../prepare/rehearsal.js";

export const usePrepare = readerOf({ planning: planning.state, choices: choices.state, drill: drill.state, rehearsal: rehearsal.state });
