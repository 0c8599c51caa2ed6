// Lets the one page that talks to the server's State do so (pages/server.py): once sync is on, and while no interview is.

import { observable } from "./observable.js";
import { state as standing } from "./standing.js";
import { isSilent, now, vaultNow } from "./sync.js";
import { state as ledger } from "./view.js";

/** @typedef {"" | "off" | "paused" | "open"} Phase empty until it is known */

export const state = observable({ phase: /** @type {Phase} */ (""), vault: "", auth: "" });

if (typeof document !== "undefined") begin();

function begin() {
  standing.subscribe(look);
  ledger.subscribe(look);
  look();
}

function look() {
  const phase = phaseNow();
  if (state.get("phase") === "open" && phase === "paused") return location.reload();
  if (phase !== "open" || state.get("phase") === "open") return state.set({ phase });
  // The gate of socket-gate.js. It stays open as long as this page does, so links from here load the next page anew.
  Reflect.deleteProperty(document, "cookie");
  const { id, auth } = /** @type {import("./vault.js").Vault} */ (vaultNow());
  state.set({ phase, vault: id, auth });
}

/** @returns {Phase} */
function phaseNow() {
  if (!ledger.get("ready") || !standing.get("ready")) return "";
  if (isSilent()) return "paused";
  return vaultNow() ? "open" : "off";
}

/** The server has told of a change: fetch it. */
export const fetchChange = () => void now();
