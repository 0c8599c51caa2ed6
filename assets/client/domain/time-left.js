// The minutes until the interview is planned to end (M25). Pure.

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
const CLOCK = /^([01]\d|2[0-3]):([0-5]\d)$/;

/**
 * @param {number} from when it began @param {{until: string, minutes: number}} about planned end by the clock, or length
 * @param {number} now @returns {number} whole minutes, never below 0; -1 when no end is known
 */
export function minutesLeft(from, { until, minutes }, now) {
  const end = CLOCK.test(until) ? clockNear(until, from) : minutes > 0 ? from + minutes * MINUTE_MS : null;
  return end === null ? -1 : Math.max(0, Math.ceil((end - now) / MINUTE_MS));
}

// The nearest such time: one that runs over began after its planned end, and one may run past midnight.
/** @param {string} clock HH:MM, local @param {number} from @returns {number} */
function clockNear(clock, from) {
  const [hours, minutes] = clock.split(":").map(Number);
  const end = new Date(from).setHours(hours, minutes, 0, 0);
  if (end < from - DAY_MS / 2) return end + DAY_MS;
  return end > from + DAY_MS / 2 ? end - DAY_MS : end;
}
