// Lets the pages that look back read what their modules know.

import * as debrief from "../after/debrief.js";
import * as letter from "../after/letter.js";
import * as people from "../after/people.js";
import * as promises from "../after/follow-ups.js";
import { readerOf } from "../base/use-state.js";

export const useAfter = readerOf({ debrief: debrief.state, people: people.state, follow_ups: promises.state, letter: letter.state });
