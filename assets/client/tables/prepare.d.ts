/** What only the page that prepares an interview looks up; see live.d.ts. */

/** What to rehearse: titles by the id of the script. */
export const CARDS: Readonly<Record<"words" | "flags", Readonly<Record<string, string>>>>;

/** The script that suggests what a flag of one's own says, by kind. */
export const OWN_LINES: Readonly<Record<string, string>>;
