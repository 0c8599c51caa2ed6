// Words that travel in a link: what a QR code shows to another device, in the part of an address that no server sees.

import { bytesOf, spelled } from "./base64url.js";

const SECRET = /^#[\w-]{21}[AQgw]$/;
// With the slash at its end: whoever serves the site otherwise may answer anything else by a redirect, which the secret
// would follow, perhaps out of TLS.
const PATH = "/devices/";

/** @param {Uint8Array} entropy @returns {string} */
export const linkOf = (entropy) => `${location.origin}${PATH}#${spelled(entropy)}`;

/** @returns {Uint8Array<ArrayBuffer> | null} what the address brought along; it is taken out of the address at once */
export function takeInvitation() {
  const { hash, pathname } = location;
  if (!SECRET.test(hash)) return null;
  history.replaceState(history.state, "", pathname);
  return bytesOf(hash.slice(1));
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
