/** What the server may say; interview_exit/compiled/page_tables.py generates the module. */

/** The status that goes with each code of an error (sync/errors.py). */
export const STATUSES: Readonly<Record<string, number>>;
