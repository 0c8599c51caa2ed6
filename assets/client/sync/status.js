// How sync stands, for whoever shows it. A file of its own, so that showing it does not load what does the work.

import { observable } from "../base/observable.js";

/** @typedef {"off" | "synced" | "waiting" | "syncing" | "offline" | "failed" | "paused"} Status */

export const state = observable({
  /** Whether it is known yet if sync is on. */
  ready: false,
  on: false,
  status: /** @type {Status} */ ("off"),
  /** Why it failed: a code of the server's (sync/errors.py), of api.js or of storage-errors.js. */
  reason: "",
  /** Records that the server has not confirmed. */
  waiting: 0,
  /** Of those, the ones that can never be sent: too long, or not of this app. */
  stuck: 0,
  /** What came and did not open. */
  unopened: 0,
  /** Erasures that no device of ours has asked for. */
  refused: 0,
  /** What a head has said of what the server shows (heads.js). */
  shown: /** @type {"" | "less" | "unconfirmed"} */ (""),
  /** Interviews that were erased, and written to elsewhere. */
  late: 0,
  /** When all was in step last, as it is read; empty when it never was since the page was loaded. */
  at: "",
  /** After how many months the server deletes what nobody uses; 0: never, as far as it has said. */
  retention: 0,
  /** Whether the server no longer had what this device had sent: told for some days. */
  resent: false,
  received: 0,
  sent: 0,
  toSend: 0,
});
