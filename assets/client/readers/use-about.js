// Lets the page with the settings read what its module knows.

import { readerOf } from "../base/use-state.js";
import * as telephone from "../prepare/emergency-number.js";

export const useAbout = readerOf({ emergency_number: telephone.state });
