// Whether these people have been met before (M21). Looked up in what this device keeps, so it needs no network.

import * as memory from "../store/memory.js";
import { whenIdle } from "../base/idle.js";
import { writeDate } from "../base/dates.js";
import { newestFirst, noteOf, summary } from "../domain/detail.js";
import * as recent from "./recent.js";
import { isRecord } from "../domain/records.js";
import { readKind } from "../store/queries.js";
import { aboutOf, folded } from "../domain/details.js";
import { labelOf } from "../domain/live-view.js";

/** @typedef {import("../domain/records.js").Stored} Stored */
/** @typedef {NonNullable<ReturnType<typeof remembered>>} Memory */

/** More interviews with one company are not read to find the last one. */
const MOST = 20;

/** @type {Promise<Map<string, string>> | null} company by interview, as the database has it */
let abouts = null;
/** What is looked up for the live page, and what that found. */
let [wanted, found] = ["", ""];

/** @returns {Promise<string[]>} the companies of all interviews, each once, newest first */
export async function companies() {
  const names = [...(await everyAbout()).values()].reverse();
  return [...new Map(names.filter(folded).map((name) => [folded(name), name])).values()];
}

/**
 * @param {string} company @param {string} [except] an interview that is not meant
 * @returns {Promise<string>} the id of the last interview with that company; empty when there is none
 */
export async function lastWith(company, except = "") {
  const name = folded(company);
  if (!name) return "";
  const same = [...(await everyAbout())].filter(([id, each]) => id !== except && folded(each) === name);
  await Promise.all(same.slice(-MOST).map(([id]) => recent.ensure(id)));
  const starts = same.flatMap(([id]) => memory.start(id) ?? []).sort(newestFirst);
  return starts.find(({ id }) => folded(companyOf(id)) === name)?.id ?? "";
}

/** @returns {Promise<Map<string, string>>} what the disk had, and over it what memory knows better */
async function everyAbout() {
  abouts ??= readKind("ivmeta").then(asMap, () => {
    abouts = null;
    return new Map();
  });
  const all = new Map(await abouts);
  for (const { id } of memory.starts().reverse()) all.set(id, companyOf(id));
  return all;
}

/** @param {unknown[]} rows */
const asMap = (rows) => new Map(rows.filter(isRecord).map(({ iv, body }) => [iv, String(body?.company ?? "")]));

/** @param {string} interview */
const companyOf = (interview) => aboutOf(memory.recordsOf(interview), interview).company;

/**
 * For the live page, where nothing may wait for a look-up: what is known now. `changed` is called when more is.
 * @param {string} company @param {string} except @param {() => void} changed @returns {string} an interview's id, or nothing
 */
export function lookUp(company, except, changed) {
  const name = folded(company);
  if (name !== wanted || found === except) [wanted, found] = [name, ""];
  else return found;
  if (name) {
    whenIdle(async () => {
      const id = await lastWith(company, except).catch(() => "");
      if (wanted !== name || !id) return;
      found = id;
      changed();
    });
  }
  return "";
}

/** What to be reminded of. @param {string} interview @param {boolean} discreet */
export function remembered(interview, discreet) {
  const start = memory.start(interview);
  if (!start) return null;
  const records = memory.recordsOf(interview);
  const { id, company, at, east, end, flags } = summary(start, records);
  const unlike = [...new Map(flags.map((mark) => [mark.flag, mark])).values()];
  return {
    id,
    company,
    date: writeDate(at, east),
    end,
    flags: unlike.map(({ flag, kind }) => ({ flag, kind, label: labelOf(flag, discreet) })),
    note: noteOf(records, id).trim().split("\n")[0],
  };
}
