// Lets the page of one's own data read what its modules know.

import * as copy from "./copy.js";
import * as erasing from "./erasing.js";
import { readerOf } from "./reading.js";
import * as restore from "./restore.js";

export const useKeeping = readerOf({ copy: copy.state, restore: restore.state, erasing: erasing.state });
