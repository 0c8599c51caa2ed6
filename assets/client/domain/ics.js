// A reminder as a calendar file (RFC 5545). Pure.
//
// The time is a floating one, without a zone: nine in the morning is nine wherever the phone then is.

const LINE_OCTETS = 75;
const MINUTES = 15;

/** @param {{id: string, summary: string, at: Date, made: Date}} event @returns {string} */
export function calendar({ id, summary, at, made }) {
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Notes//Notes//EN",
    "BEGIN:VEVENT",
    `UID:${id}`,
    `DTSTAMP:${made.toISOString().replace(/[-:]|\.\d+/g, "")}`,
    `DTSTART:${floating(at)}`,
    `DURATION:PT${MINUTES}M`,
    `SUMMARY:${escaped(summary)}`,
    "BEGIN:VALARM",
    "ACTION:DISPLAY",
    "TRIGGER:PT0S",
    `DESCRIPTION:${escaped(summary)}`,
    "END:VALARM",
    "END:VEVENT",
    "END:VCALENDAR",
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join("");
}

/** @param {Date} at @returns {string} */
function floating(at) {
  const [year, ...rest] = [at.getFullYear(), at.getMonth() + 1, at.getDate(), at.getHours(), at.getMinutes(), at.getSeconds()];
  const [month, day, hour, minute, second] = rest.map((part) => String(part).padStart(2, "0"));
  return `${String(year).padStart(4, "0")}${month}${day}T${hour}${minute}${second}`;
}

// Control characters but the tab have no place in a text (3.3.11), and are no loss.
/** @param {string} text @returns {string} */
const escaped = (text) =>
  text
    .replace(/\r\n?/g, "\n")
    .replace(/[\0-\x08\x0b-\x1f\x7f]/g, "")
    .replace(/[\\;,]/g, "\\$&")
    .replaceAll("\n", "\\n");

/** Break a line before its 76th octet, and never within a character. @param {string} line @returns {string} */
function folded(line) {
  const encoder = new TextEncoder();
  let [text, octets] = ["", 0];
  for (const character of line) {
    const length = encoder.encode(character).length;
    if (octets + length > LINE_OCTETS) [text, octets] = [`${text}\r\n `, 1];
    text += character;
    octets += length;
  }
  return text;
}
