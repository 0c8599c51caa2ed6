// Lets the page about the server read what its module knows.

import * as holding from "../sync/server-contents.js";
import { readerOf } from "../base/use-state.js";

export const useHolding = readerOf({ server_contents: holding.state });
