// Dates and times as all pages write them. A format is made when it is first asked for: each takes a slow phone some
// milliseconds, and the first screen shows none.

/** @param {Intl.DateTimeFormatOptions} options @param {string} [locale] @returns {(at: number | Date) => string} */
export function written(options, locale = "en-GB") {
  /** @type {Intl.DateTimeFormat | undefined} */
  let format;
  return (at) => (format ??= new Intl.DateTimeFormat(locale, options)).format(at);
}

/** "Sat 21" */
export const writeDay = written({ weekday: "short", day: "numeric" });
/** "November 2026" */
export const writeMonth = written({ month: "long", year: "numeric" });
/** "Sat, 21 Nov 2026" */
export const writeDate = written({ weekday: "short", day: "numeric", month: "short", year: "numeric" });
/** "09:05" */
export const writeTime = written({ hour: "2-digit", minute: "2-digit" });
