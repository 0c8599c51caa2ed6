// The file that a copy is kept in, as docs/export.md describes it: its first line says what it is, then follows one
// record a line, and the last line closes it. Pure; it reads hostile files as calmly as its own.
//
// A fault is told by its code and the place, never by what stands there:
//   too-large          the file has more bytes than any history
//   wrong-encoding     it is not UTF-8
//   not-json           it is no JSON
//   foreign            it is JSON, but no copy of ours
//   unknown-version    a version of the file, or of a record, that this app does not know
//   truncated          it ends too early
//   broken-line        a line that is no JSON
//   no-record          a record that can't be: a kind, a field or a value that there is not
//   too-deep           a record nested deeper than any real one
//   too-long           a text longer than any real one
//   twice              an id that has been there already

import { isRecord } from "./records.js";

/** @typedef {import("./records.js").Stored} Stored */
/** @typedef {{made: string, pad: string, gone: string[]}} Head when it was made, the notepad, the ids that were erased */
/** @typedef {Head & {items: unknown[], read: (item: any) => unknown, line: number}} Opened `line` of the first item, 0 for none */

export const FORMAT = "interview-exit";
export const VERSION = 1;
export const MOST_BYTES = 100_000_000;

const START = `{"format":"${FORMAT}"`;
const END = "]}";
const DEEPEST = 8;
const LONGEST = 5_000_000;
const LONGEST_ID = 200;
const RECORD_VERSION = 1;
const FORBIDDEN = ["__proto__", "constructor", "prototype"];
/** @type {Record<string, string>} what each field of a record is */
const FIELDS = {
  __proto__: /** @type {any} */ (null),
  ...as("string", "id", "k", "iv", "hlc", "dev", "flag", "step", "of", "choice", "moment", "how", "e"),
  ...as("number", "at", "v", "count", "seconds", "planned"),
  ...as("boolean", "hard", "added", "skipped"),
  ...as("object", "prev", "body"),
};

/** @param {string} type @param {string[]} fields */
function as(type, ...fields) {
  return Object.fromEntries(fields.map((field) => [field, type]));
}

export class ArchiveError extends Error {
  /** @param {string} code @param {{line?: number, record?: number}} [place] */
  constructor(code, { line = 0, record = 0 } = {}) {
    super(code);
    this.name = "ArchiveError";
    this.code = code;
    this.line = line;
    this.record = record;
  }
}

/** @param {Head} head @returns {string} the file's first line, as far as the records */
export const beginning = ({ made, pad, gone }) =>
  `${JSON.stringify({ format: FORMAT, version: VERSION, made, pad, gone }).slice(0, -1)},"records":[`;

/** @param {Stored[]} records @param {boolean} first whether none have been written before @returns {string} */
export const lines = (records, first) =>
  records.map((record, place) => `${first && place === 0 ? "" : ","}\n${JSON.stringify(record)}`).join("");

/** @returns {string} what closes the file */
export const ending = () => `\n${END}\n`;

/** @param {ArrayBuffer} bytes @returns {string} @throws {ArchiveError} */
export function decoded(bytes) {
  if (bytes.byteLength > MOST_BYTES) throw new ArchiveError("too-large");
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new ArchiveError("wrong-encoding");
  }
}

/** @param {string} text the whole file @returns {Opened} @throws {ArchiveError} */
export function opened(text) {
  const all = text.split("\n");
  return all[0].startsWith(START) && all[0].trimEnd().endsWith("[") ? byLine(all) : asWhole(text);
}

// As we write it: a fault is then found on its line, and nobody waits for the whole to be read at once.
/** @param {string[]} all @returns {Opened} */
function byLine(all) {
  const head = headOf(parsed(all[0].trimEnd() + END, () => new ArchiveError("broken-line", { line: 1 })));
  while (all.length > 1 && all.at(-1)?.trim() === "") all.pop();
  if (all.length < 2 || all.at(-1)?.trim() !== END) throw new ArchiveError("truncated", { line: all.length });
  const items = all.slice(1, -1).map((line, place) => ({ line, place, comma: place < all.length - 3 }));
  return { ...head, items, read: readLine, line: 2 };
}

/** @param {{line: string, place: number, comma: boolean}} item */
function readLine({ line, place, comma }) {
  const fault = () => new ArchiveError("broken-line", { line: place + 2, record: place + 1 });
  const text = line.trimEnd();
  if (text.endsWith(",") !== comma) throw fault();
  return parsed(comma ? text.slice(0, -1) : text, fault);
}

// Laid out by somebody else.
/** @param {string} text @returns {Opened} */
function asWhole(text) {
  const file = parsed(text, () => new ArchiveError(text.trimStart().startsWith(START) ? "truncated" : "not-json"));
  return { ...headOf(file), items: file.records, read: (item) => item, line: 0 };
}

/** @param {string} text @param {() => ArchiveError} fault */
function parsed(text, fault) {
  try {
    return JSON.parse(text);
  } catch {
    throw fault();
  }
}

/** @param {any} file @returns {Head} */
function headOf(file) {
  if (typeof file !== "object" || file === null || file.format !== FORMAT) throw new ArchiveError("foreign");
  if (file.version !== VERSION) throw new ArchiveError("unknown-version");
  const { made, pad, gone, records } = file;
  if (typeof made !== "string" || typeof pad !== "string" || !Array.isArray(gone) || !Array.isArray(records)) {
    throw new ArchiveError("foreign");
  }
  if (pad.length > LONGEST) throw new ArchiveError("too-long");
  if (!gone.every(isId)) throw new ArchiveError("foreign");
  return { made, pad, gone };
}

/**
 * Check the items of an opened file, from one place to another.
 * @param {Opened} file @param {number} from @param {number} to @param {Set<string>} seen the ids before; those found are added
 * @returns {Stored[]} @throws {ArchiveError}
 */
export function checked(file, from, to, seen) {
  return file.items.slice(from, to).map((item, offset) => {
    const record = file.read(item);
    const code = faultOf(record) || (seen.has(/** @type {Stored} */ (record).id) ? "twice" : "");
    const place = from + offset;
    if (code) throw new ArchiveError(code, { record: place + 1, line: file.line && file.line + place });
    seen.add(/** @type {Stored} */ (record).id);
    return /** @type {Stored} */ (record);
  });
}

/** @param {any} row @returns {string} why it can't be in a file; empty when it can */
export function faultOf(row) {
  const code = faultIn(row, 1);
  if (code) return code;
  if (Array.isArray(row) || typeof row !== "object" || row === null || !isId(row.id)) return "no-record";
  if (typeof row.v === "number" && row.v !== RECORD_VERSION) return "unknown-version";
  const isKnown = row.v === RECORD_VERSION && Object.entries(row).every(([key, value]) => FIELDS[key] === typeof value);
  return isKnown && isRecord(row) && row.iv.length <= LONGEST_ID ? "" : "no-record";
}

/** @param {any} value @param {number} depth @returns {string} */
function faultIn(value, depth) {
  if (typeof value === "string") return value.length > LONGEST ? "too-long" : "";
  if (typeof value === "number") return Number.isFinite(value) ? "" : "no-record";
  if (typeof value === "boolean" || value === null) return "";
  if (typeof value !== "object") return "no-record";
  if (depth > DEEPEST) return "too-deep";
  if (Object.keys(value).some((key) => FORBIDDEN.includes(key) || key.length > LONGEST_ID)) return "no-record";
  for (const each of Object.values(value)) {
    const code = faultIn(each, depth + 1);
    if (code) return code;
  }
  return "";
}

/** @param {unknown} value */
const isId = (value) => typeof value === "string" && value !== "" && value.length <= LONGEST_ID;
