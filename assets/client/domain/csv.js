// A table for a spreadsheet (RFC 4180): one row per flag. Pure.

/** Spreadsheets take a cell that begins so for a formula, and run it. */
const FORMULA = /^[\s\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]*[=+\-@\uff0b\uff0d\uff1d\uff20]|^[\t\r\n]/u;
/** Excel reads UTF-8 only behind this mark. */
export const MARK = "\ufeff";

/** @param {(string | number)[]} cells @returns {string} one line */
export const row = (cells) => `${cells.map(cell).join(",")}\r\n`;

/** @param {string | number} value @returns {string} */
function cell(value) {
  if (typeof value === "number") return String(value);
  const text = FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
