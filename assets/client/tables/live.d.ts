/**
 * What Python decided, as tables/live.js holds it: what the live page needs. interview_exit/compiled/tables.py generates that module when
 * the app is built; this file says what its tables mean and how they are looked up. Keys may come out of a database: what is
 * not in a table is undefined, never something inherited.
 */

export type KindId = "alarm" | "unclear" | "negotiable" | "mismatch" | "green";
export type StateId =
  | ""
  | "cleared"
  | "confirmed"
  | "still_vague"
  | "moved"
  | "partly"
  | "refused"
  | "will_check"
  | "skipped"
  | "added"
  | "undone"
  | "withdrawn";
export type FactId =
  | "alarm"
  | "open_unclear"
  | "open_negotiable"
  | "reason_to_go"
  | "pause_due"
  | "reply_due"
  | "small_field";
export type ChoiceId = "" | "stay" | "practice" | "wrap_up" | "leave_now";
export type VerdictId = "stay" | "clear_air" | "give_chance" | "wrap_up" | "practice" | "leave_now";
export type EndingId = "left" | "wrapped_up" | "stayed" | "practised" | "they_ended";
export type SlotId = "name" | "company" | "role" | "topic" | "reason";

/** One thing to tap. `line` and `ask`, which asks before it counts, name scripts, `reason` a reason; each may be empty. */
export interface Flag {
  readonly kind: KindId;
  readonly label: string;
  readonly discreet: string;
  readonly line: string;
  readonly ask: string;
  readonly reason: string;
  readonly heads: boolean;
}

/**
 * What to show for one combination of facts. `cause` names the fact whose taps are the reason; empty for none. Before the
 * words come the pause (`pauseFirst`), then whether they added something (`replyFirst`); `reordered` by a small field.
 */
export interface Row {
  readonly verdict: VerdictId;
  readonly cause: FactId | "";
  readonly chosen: boolean;
  readonly pauseFirst: boolean;
  readonly replyFirst: boolean;
  readonly reordered: boolean;
  readonly options: readonly Exclude<ChoiceId, "">[];
}

/**
 * A script for every set of filled slots: the text at the place whose bit i says that slots[i] is filled. The only
 * places in a text are {name}, {company}, {role}, {topic}, {reason_noun}, {reason_noun_cap} and {reason_clause}; the last
 * three are the forms of the one slot "reason" (see REASONS). Fill them in one pass. `say` is false for what is addressed
 * to the candidate, and so stands without quotation marks.
 */
export interface Script {
  readonly slots: readonly SlotId[];
  readonly variants: readonly string[];
  readonly say: boolean;
}

export interface Reason {
  readonly noun: string;
  readonly nounCap: string;
  readonly clause: string;
}

/** What a verdict is called, and the scripts of its screen of words; the screen's fixed texts are compiled into it. */
export interface Words {
  readonly label: string;
  readonly discreet: string;
  readonly short: string;
  readonly long: string;
  readonly call: string;
  readonly unsafe: string;
}

/** How an interview ended: as a choice (`label`) and as history tells it (`told`). */
export interface Ending {
  readonly label: string;
  readonly told: string;
}

export interface Limits {
  readonly pauseSeconds: readonly number[];
  readonly undoSeconds: number;
  readonly repeatSeconds: number;
  readonly shakySeconds: number;
  readonly liveHours: number;
  readonly hardNos: number;
  readonly ownFlags: number;
  readonly planMinutes: number;
  readonly spokenWords: number;
  readonly drillSeconds: number;
  readonly drillResults: number;
  readonly slotCharacters: number;
  readonly labelCharacters: number;
  readonly coverSeconds: readonly number[];
  readonly coverPresses: number;
  readonly coverPressSeconds: number;
  readonly holdSeconds: number;
  readonly debriefHours: number;
  readonly lookBackDays: readonly [number, number];
  readonly initials: number;
  readonly reminderHour: number;
  readonly recentInterviews: number;
}

/** What sorts of flags there are. */
export const KINDS: readonly string[];
export const FLAGS: Readonly<Record<string, Flag>>;

/** What a flag of one's own is called before its words have come from another device; `id` is the pattern of its id. */
export const OWN: Readonly<{
  id: string;
  label: string;
  discreet: string;
  /** The kind that a new one has at first. */
  kind: KindId;
  /** The kinds that can be hard nos. */
  limitable: readonly string[];
  /** The script that asks about it when it has no words for that, by kind. */
  ask: Readonly<Record<string, string>>;
}>;

/** How a value goes into a script: what goes out of it by slot, and what stands around it. */
export const SAID: Readonly<{
  tidy: Readonly<Record<string, readonly string[]>>;
  stops: string;
  rightToLeft: string;
  isolate: readonly [string, string];
}>;

/** Where an interview takes place, by the id that is recorded. */
export const PLACES: Readonly<Record<string, string>>;

/** The flags of the first screen, row by row, three to a row. */
export const GRID: readonly string[];

/** Flags that can't be hidden. */
export const PINNED: readonly string[];

/** Every state a tap can be in; "" as long as it has no outcome. */
export const STATES: readonly StateId[];

/** "<kind>|<hard 0 or 1>|<state>" to the fact that such a tap speaks for; nothing when it does not count. */
export const COUNTS: Readonly<Record<string, FactId>>;

/** Which kind a tap counts as once it has been asked about first; it is no hard no then. */
export const ASKED_AS: Readonly<Record<string, KindId>>;

/** Answers that a pause is due after. */
export const PAUSE_AFTER: readonly StateId[];

/** The facts, in the order of their bits. */
export const FACTS: readonly FactId[];

/** What a candidate may choose over the rules; "" for nothing. A choice lasts until a later tap or answer changes ROWS' row. */
export const CHOICES: readonly ChoiceId[];

/** INDEX[bits * CHOICES.length + place of the choice] is the row's place in ROWS. */
export const ROWS: readonly Row[];
export const INDEX: readonly number[];

/**
 * What the live card says: "<verdict>|<kind>|<state>" of the newest tap that speaks for the row's cause (with no cause, of
 * the newest tap not taken back), "<verdict>||" when there is none, or nothing under the first. The kind is "hard" for a
 * hard no that would else be asked about. The answer is a script's id, or "flag" for the tapped flag's own script.
 */
export const LINES: Readonly<Record<string, string>>;

/** Answers after which both sides know the reason, and the words name it. */
export const OPENLY_REFUSED: readonly StateId[];

/** The scripts shown in place of the words while Row.pauseFirst ("pause") or Row.replyFirst ("reply") holds. */
export const BEFORE_WORDS: Readonly<Record<string, string>>;

export const SCRIPTS: Readonly<Record<string, Script>>;
export const REASONS: Readonly<Record<string, Reason>>;
export const WORDS: Readonly<Record<string, Words>>;

/** The natural break points, by the id that is recorded. */
export const MOMENTS: Readonly<Record<string, string>>;

/** Kinds of interview that one leaves by ending a call. */
export const CALLS: readonly string[];

/** What can be practised, by the id that is recorded; a candidate may write their own instead. */
export const SKILLS: Readonly<Record<string, string>>;

/** How the log tells a state. */
export const TOLD: Readonly<Record<string, string>>;

export const ENDINGS: Readonly<Record<string, Ending>>;

/** The pattern of a telephone number. */
export const TEL: string;

/** The endings that are asked about again later. */
export const LOOK_BACK: readonly string[];

export const LIMITS: Limits;
