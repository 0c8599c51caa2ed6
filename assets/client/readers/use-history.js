// Lets the pages about the past read what their modules know.

import * as chronicle from "../history/timeline-view.js";
import * as company from "../history/company.js";
import * as desk from "../history/keyboard.js";
import * as discard from "../history/delete-with-undo.js";
import * as listing from "../history/list.js";
import { readerOf } from "../base/use-state.js";

export const useHistory = readerOf({
  timeline_view: chronicle.state,
  company: { ...company.state, subscribe: company.subscribe },
  keyboard: { ...desk.state, subscribe: desk.subscribe },
  delete_with_undo: discard.state,
  list: listing.state,
});
