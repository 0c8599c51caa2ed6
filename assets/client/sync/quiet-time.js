// For how long nothing is sent by itself after an interview: a first sync at its end would tell the server when that was.
//
// The time is as random as a tag of its last record, which nobody without the vault's keys can work out: so every tab,
// and every page that is loaded meanwhile, comes to the same without keeping anything.

import { bytesOf } from "../base/base64url.js";
import { recordsOf, starts } from "../store/memory.js";
import { byTime } from "../domain/records.js";
import { tagOf } from "./crypto.js";

const MINUTE_MS = 60_000;
const [LEAST_MS, MOST_MS] = [5 * MINUTE_MS, 20 * MINUTE_MS];

/**
 * @param {import("./crypto.js").Vault} vault @param {number} asked when a person has last asked for a sync
 * @returns {Promise<number>} for how many milliseconds yet
 */
export async function quietFor(vault, asked) {
  const end = lastEnd();
  const since = end ? Date.now() - end.at : -1;
  // A clock that was set back or forward is no reason.
  if (!end || since < 0 || since > MOST_MS || asked >= end.at) return 0;
  const [high, low] = bytesOf(await tagOf(vault, end.id));
  const long = LEAST_MS + ((high * 256 + low) / 65_536) * (MOST_MS - LEAST_MS);
  return Math.max(0, long - since);
}

/** @returns {import("../domain/records.js").Stored | undefined} what ended the newest interview */
function lastEnd() {
  const [newest] = starts();
  const ends = newest ? recordsOf(newest.id).filter(({ k, step }) => k === "step" && step === "end") : [];
  return ends.sort(byTime).at(-1);
}
