/** The words of the table for a spreadsheet; interview_exit/compiled/page_tables.py generates the module. */

/** The titles of its columns. */
export const COLUMNS: readonly string[];

/** What each kind of flag is called. */
export const KIND_NAMES: Readonly<Record<string, string>>;

/** How a hard no is told. */
export const HARD: string;
