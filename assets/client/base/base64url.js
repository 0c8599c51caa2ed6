// Bytes as they travel and as ids are spelled: base64url without padding (docs/protocol.md).

const CHUNK = 8192;

/** @param {Uint8Array} bytes @returns {string} */
export function spelled(bytes) {
  let text = "";
  // A call takes only so many arguments, in WebKit 65,536.
  for (let from = 0; from < bytes.length; from += CHUNK) {
    text += String.fromCharCode(...bytes.subarray(from, from + CHUNK));
  }
  return btoa(text).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

/** @param {number} bytes @returns {number} how many characters they are spelled with */
export const lengthOf = (bytes) => Math.ceil((bytes * 4) / 3);

/** @param {string} text @returns {Uint8Array<ArrayBuffer>} @throws when it is no base64url */
export function bytesOf(text) {
  return Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (sign) => sign.charCodeAt(0));
}
