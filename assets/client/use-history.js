// Lets the pages about the past read what their modules know.

import * as chronicle from "./chronicle.js";
import * as company from "./company.js";
import * as desk from "./desk.js";
import * as discard from "./discard.js";
import * as listing from "./listing.js";
import { readerOf } from "./reading.js";

export const useHistory = readerOf({
  chronicle: chronicle.state,
  company: { ...company.state, subscribe: company.subscribe },
  desk: { ...desk.state, subscribe: desk.subscribe },
  discard: discard.state,
  listing: listing.state,
});
