/** What the insights count by; interview_exit/compiled/page_tables.py generates the module. */

/** The endings that count as going before it was over. */
export const EXITS: readonly string[];

/** How many months are drawn at most. */
export const MONTHS: number;

/** Where each span of minutes begins; the last one has no end. */
export const SPANS: readonly number[];

/** How many tries of the drill are set against as many before them. */
export const RECENT_TRIES: number;
