// Lets the insights page read what is counted.

import * as insights from "../history/insights.js";
import { readerOf } from "../base/use-state.js";

export const useInsights = readerOf({ insights: insights.state });
