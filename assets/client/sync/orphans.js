// What was written elsewhere to an interview that is erased: neither shown nor dropped until somebody decides.
//
// Kept, it becomes an interview of its own: an id that was erased never comes back.

import * as memory from "../store/memory.js";
import { writeDate } from "../base/dates.js";
import { byTime, eastIn, isRecord } from "../domain/records.js";
import { randomId } from "../base/random-id.js";
import { readInterview, readLate } from "../store/queries.js";
import * as commands from "../store/commands.js";

/** @typedef {import("../domain/records.js").Stored} Stored */

/** @returns {Promise<{id: string, day: string, entries: number}[]>} */
export async function list() {
  const interviews = await readLate();
  const all = await Promise.all(interviews.map(readLateRecords));
  return all.map((records, index) => ({
    id: interviews[index],
    day: dayOf(records),
    entries: records.length,
  }));
}

/** @param {Stored[]} records @returns {string} when it began, as it is read */
function dayOf(records) {
  const [first] = [...records].sort((a, b) => a.at - b.at);
  return first ? writeDate(first.at, eastIn(records)) : "";
}

/** @param {string} interview @returns {Promise<Stored[]>} */
const readLateRecords = async (interview) => (await readInterview(interview)).filter(isRecord).sort(byTime);

/** Keep it, as an interview of its own. @param {string} interview */
export const keep = (interview) =>
  decide(interview, (records) => {
    const ids = new Map([interview, ...records.map(({ id }) => id)].map((id) => [id, randomId(16)]));
    const named = (/** @type {string} */ id) => ids.get(id) ?? id;
    const { at, hlc, dev } = records[0];
    const id = named(interview);
    const basis = { iv: id, at, hlc, dev, v: 1 };
    const kept = records.map((each) => renamed(each, named));
    const east = eastIn(records);
    const start = { ...basis, id, k: "iv", ...(east !== undefined && { body: { east } }) };
    // Over, however it ended: it must not pass for the one that is live now.
    return [start, ...kept, { ...basis, id: randomId(16), k: "step", step: "end", how: "" }];
  });

/** @param {Stored} record @param {(id: string) => string} named @returns {Stored} */
const renamed = (record, named) => ({
  ...record,
  id: named(record.id),
  iv: named(record.iv),
  ...(record.of !== undefined && { of: named(record.of) }),
  ...(record.e !== undefined && { e: named(record.e) }),
  ...(record.prev && { prev: record.prev.map(named) }),
});

/** Erase it as well. @param {string} interview */
export const erase = (interview) => decide(interview, () => []);

/** @param {string} interview @param {(records: Stored[]) => Stored[]} compose */
function decide(interview, compose) {
  return commands.act(async () => {
    const rows = /** @type {{id: string}[]} */ (await readInterview(interview));
    const records = await readLateRecords(interview);
    const puts = records.length ? compose(records) : [];
    const draft = { iv: puts[0]?.id ?? interview, last: "", puts, erases: rows.map(({ id }) => id) };
    if (draft.erases.length) await commands.write(() => draft);
    memory.forget(interview);
  });
}
