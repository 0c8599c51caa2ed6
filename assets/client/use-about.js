// Lets the page with the settings read what its module knows.

import { readerOf } from "./reading.js";
import * as telephone from "./telephone.js";

export const useAbout = readerOf({ telephone: telephone.state });
