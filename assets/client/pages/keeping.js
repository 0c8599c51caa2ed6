// What the page about one's own data starts.

import * as eraseAll from "../data/erase-all.js";
import * as copies from "../data/import.js";

/** Once, as the page is loaded. */
export function start() {
  eraseAll.start();
  copies.start();
}
