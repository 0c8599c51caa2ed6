// Lets a component read how sync stands, on pages that do nothing else with it.

import { readerOf } from "./reading.js";
import * as standing from "./standing.js";

export const useStanding = readerOf({ standing: standing.state });
