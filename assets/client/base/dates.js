// Dates and times as all pages write them. A format is made when it is first asked for: each takes a slow phone some
// milliseconds, and the first screen shows none.
//
// What is known to have happened so many minutes east of Greenwich has the day and the time that it had there, wherever it is
// read. Of the rest nobody knows, and it is told by the clock of this device.

/** @typedef {(at: number | Date, east?: number) => string} Write */

const MINUTE_MS = 60_000;

/** @param {Intl.DateTimeFormatOptions} options @param {string} [locale] @returns {Write} */
export function written(options, locale = "en-GB") {
  /** @type {Intl.DateTimeFormat | undefined} */
  let here;
  /** @type {Intl.DateTimeFormat | undefined} */
  let there;
  return (at, east) => {
    if (east === undefined) {
      here ??= new Intl.DateTimeFormat(locale, options);
      return plain(here.format(at));
    }
    there ??= new Intl.DateTimeFormat(locale, { ...options, timeZone: "UTC" });
    return plain(there.format(Number(at) + east * MINUTE_MS));
  };
}

// With no comma after the weekday, whatever else stands in it.
/** @param {string} date */
const plain = (date) => date.replace(",", "");

/** @param {number} at @returns {number} how many minutes east of Greenwich this device's clock is then */
export const eastAt = (at) => -new Date(at).getTimezoneOffset();

/** @param {number} at @param {number} [east] @returns {string} "2026-11" */
export function monthOf(at, east = eastAt(at)) {
  const date = new Date(at + east * MINUTE_MS);
  return `${date.getUTCFullYear()}-${String(date.getUTCMonth() + 1).padStart(2, "0")}`;
}

/** "Sat 21" */
export const writeDay = written({ weekday: "short", day: "numeric" });
/** "Sat 21 Nov" */
export const writeDayOfMonth = written({ weekday: "short", day: "numeric", month: "short" });
/** "November 2026" */
export const writeMonth = written({ month: "long", year: "numeric" });
/** "Sat 21 Nov 2026" */
export const writeDate = written({ weekday: "short", day: "numeric", month: "short", year: "numeric" });
/** "09:05" */
export const writeTime = written({ hour: "2-digit", minute: "2-digit" });
