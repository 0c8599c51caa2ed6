// Lets a component read how sync stands, on pages that do nothing else with it.

import { readerOf } from "../base/use-state.js";
import * as standing from "../sync/status.js";

export const useStanding = readerOf({ status: standing.state });
