// What a code for the camera says: where two devices meet, and which key the one that shows it has committed itself to
// (pairing-keys.js). Nothing of the vault: browsers write every address that they open into files of their own.

import { bytesOf, spelled } from "../base/base64url.js";
import { DEVICES } from "../tables/routes.js";

/** @typedef {{pairing: Uint8Array<ArrayBuffer>, commitment: Uint8Array<ArrayBuffer>}} Invitation 16 and 32 bytes */

/**
 * With the slash at its end: whoever serves the site otherwise may answer anything else by a redirect, which the rest of the
 * address would follow, perhaps out of TLS.
 */
const PATH = `${DEVICES}/`;
export const PAIRING_BYTES = 16;
const CODE = /^#[\w-]{64}$/;
/** What codes were until 2026: the vault's secret itself. */
const OLD_CODE = /^#[\w-]{22}$/;

/** @param {Invitation} invitation @returns {string} */
export const linkOf = ({ pairing, commitment }) =>
  `${location.origin}${PATH}#${spelled(new Uint8Array([...pairing, ...commitment]))}`;

/** @returns {Invitation | "old" | "damaged" | null} what the address brought along; it is taken out of the address at once */
export function takeInvitation() {
  const { hash, pathname } = location;
  if (!hash) return null;
  history.replaceState(history.state, "", pathname);
  if (!CODE.test(hash)) return OLD_CODE.test(hash) ? "old" : "damaged";
  const bytes = bytesOf(hash.slice(1));
  return { pairing: bytes.slice(0, PAIRING_BYTES), commitment: bytes.slice(PAIRING_BYTES) };
}

/**
 * Draw a QR code.
 * @param {string} text
 * @returns {Promise<{box: string, path: string}>} an SVG's viewBox, with the margin that readers need, and its dark parts
 */
export async function codeOf(text) {
  const { generate } = await import("lean-qr");
  const code = generate(text);
  let path = "";
  for (let y = 0; y < code.size; y += 1) {
    for (let x = 0; x < code.size; x += 1) if (code.get(x, y)) path += `M${x} ${y}h1v1h-1z`;
  }
  return { box: `-4 -4 ${code.size + 8} ${code.size + 8}`, path };
}
