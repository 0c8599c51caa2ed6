// Other tabs of the app: what one has saved, the others show. A tab that slept through it reads the database on waking.

const NAME = "notes";

/** @typedef {{puts: import("../domain/records.js").Stored[], erases: string[], iv?: string}} News `iv` is the interview it is about */

/** @type {BroadcastChannel | null} */
let channel = null;

/** @param {(news: News) => void} hear called with what another tab has saved */
export function listen(hear) {
  if (typeof BroadcastChannel === "undefined") return;
  channel ??= new BroadcastChannel(NAME);
  channel.addEventListener("message", ({ data }) => {
    if (data?.erased) return location.replace("/");
    // Another tab may run another version.
    if (Array.isArray(data?.puts) && Array.isArray(data?.erases)) hear(data);
  });
}

/** @param {News} news */
export const tell = ({ puts, erases, iv }) => channel?.postMessage({ puts, erases, iv });

/** Everything is erased: let the other tabs begin anew. */
export const tellErased = () => channel?.postMessage({ erased: true });
