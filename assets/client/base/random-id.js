// What is given a name by chance, so that no two devices ever give the same.

import { spelled } from "./base64url.js";

/** @param {number} bytes @returns {string} */
export const randomId = (bytes) => spelled(crypto.getRandomValues(new Uint8Array(bytes)));
