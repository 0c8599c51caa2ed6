/** What only the pages that look back need; see live.d.ts. */

import type { Script } from "./live.js";

/** What can be said after an interview, by id. */
export const RATINGS: readonly string[];
export const SEEN: readonly string[];
export const REGRETS: readonly string[];

/** What asking about a flag can bring, by its kind. */
export const ANSWERS: Readonly<Record<string, readonly string[]>>;

/** Which notes fit how it ended: those to offer, and the one that is filled in already; empty for none. */
export const LETTERS: Readonly<Record<string, Readonly<{ offered: readonly string[]; first: string }>>>;

/** The notes that can be sent afterwards. */
export const NOTES: Readonly<Record<string, Script>>;
