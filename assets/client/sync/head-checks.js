// When heads are compared, and when this device leaves one (heads.js).

import { randomId } from "../base/random-id.js";
import { compare, headOf, isSame, KIND, replacedBy, Survey } from "./heads.js";
import { ask, check, Renewal } from "./pages.js";
import { note, readAll, readPosition } from "./outbox.js";
import { push, SyncError } from "./api.js";
import { isFirst, seal, tagOf } from "./crypto.js";

/** @typedef {import("./heads.js").Head} Head */
/** @typedef {import("./crypto.js").Vault} Vault */

/** How long this device leaves its last head as it is. */
const HEAD_REST_MS = 10 * 60_000;
/** @type {Set<string>} */
const NONE = new Set();

/**
 * Look whether the server shows all that the heads say: once it has shown everything, and again when that was less.
 * @param {{vault: Vault, signal: AbortSignal, survey: Survey | null}} course
 */
export async function confirm({ vault, signal, survey }) {
  const { epoch, cursor, shown, compared } = await readPosition(vault.id);
  if (isFirst(vault) || (compared !== undefined && (!shown || cursor === compared))) return;
  const found = await compare(survey ?? (await surveyed(vault, epoch, signal)), epoch);
  await note(vault.id, { shown: found, compared: cursor });
}

/** Read all from the beginning, to compare it alone. @param {Vault} vault @param {string} epoch @param {AbortSignal} signal */
async function surveyed(vault, epoch, signal) {
  const survey = new Survey();
  for (let [after, more] = [0, true]; more; ) {
    const { page, items } = await ask(vault, after, NONE, signal);
    check(epoch, page);
    survey.add(items);
    [after, more] = [page.cursor, page.more];
  }
  return survey;
}

/**
 * Leave a head, if none says what is here: not after every change, since each one takes up room on the server for ever.
 * @param {{vault: Vault, signal: AbortSignal}} course @param {import("./round.js").Done} done
 */
export async function promise({ vault, signal }, { stuck, refused }) {
  const { heads = {}, fresh = 0, madeAt = 0, shown, epoch, cursor } = await readPosition(vault.id);
  const known = Object.values(heads);
  const isTold = known.length > 0 && fresh === 0 && known.every((head) => head.epoch === epoch);
  if (isFirst(vault) || isTold || shown === "less" || refused) return;
  if (known.length > 0 && Math.abs(Date.now() - madeAt) < HEAD_REST_MS) return;
  const { rows, waiting } = await readAll();
  if (waiting.length > stuck) return;
  const prev = Object.keys(heads);
  // When a head was made, the one that it replaced was still there.
  const before = await headOf(rows, new Set([...waiting, ...replacedBy(known)]), { epoch, cursor, prev });
  if (known.some((each) => isSame(each, before))) return note(vault.id, { fresh: 0 });
  await leave(vault, await headOf(rows, new Set(waiting), { epoch, cursor, prev }), heads, signal);
}

// The new one first: at no time may there be none. What fails here is done another time.
/** @param {Vault} vault @param {Head} head @param {Record<string, Head>} before @param {AbortSignal} signal */
async function leave(vault, head, before, signal) {
  const record = { id: randomId(16), k: KIND, ...head };
  const blob = await seal(vault, record);
  try {
    if (!blob) return;
    check(head.epoch, await push(vault, head.epoch, { puts: [{ id: record.id, blob }], erases: [] }, signal));
    await note(vault.id, { heads: { ...before, [record.id]: head }, fresh: 0, madeAt: Date.now() });
    const erases = await Promise.all(head.prev.map(async (id) => ({ id, tag: await tagOf(vault, id) })));
    if (erases.length) await push(vault, head.epoch, { puts: [], erases }, signal);
    await note(vault.id, { heads: { [record.id]: head } });
  } catch (error) {
    if (!(error instanceof SyncError || error instanceof Renewal)) throw error;
    signal.throwIfAborted();
  }
}
