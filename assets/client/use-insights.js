// Lets the insights page read what is counted.

import * as insights from "./insights.js";
import { readerOf } from "./reading.js";

export const useInsights = readerOf({ insights: insights.state });
