// How much time lies between two readings of the wall clock. It may have been set in between: the difference can be
// negative, or as long as it likes. Pure, and said here once for everybody.

/** @param {number} since @param {number} now @returns {number} what has passed; nothing when `since` lies ahead */
export const passed = (since, now) => Math.max(0, now - since);

/**
 * Whether no more than `most` has passed. A moment that lies ahead was read from a clock that has been set back since: it
 * is believed as far ahead as it would be behind, so that nothing stays recent for longer than twice `most`.
 * @param {number} since @param {number} now @param {number} most @returns {boolean}
 */
export const isRecent = (since, now, most) => Math.abs(now - since) <= most;
