// Lets the pages that look back read what their modules know.

import * as debrief from "./debrief.js";
import * as letter from "./letter.js";
import * as people from "./people.js";
import * as promises from "./promises.js";
import { readerOf } from "./reading.js";

export const useAfter = readerOf({ debrief: debrief.state, people: people.state, promises: promises.state, letter: letter.state });
