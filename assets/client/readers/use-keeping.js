// Lets the page of one's own data read what its modules know.

import * as copy from "../data/export.js";
import * as erasing from "../data/erase-all.js";
import { readerOf } from "../base/use-state.js";
import * as restore from "../data/import.js";

export const useKeeping = readerOf({ export: copy.state, import: restore.state, erase_all: erasing.state });
