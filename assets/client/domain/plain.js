// Text as it is searched. Pure.

/** @param {string} text @returns {string} as it is compared: without case and accents */
export const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

/** @param {string} text @returns {string[]} its words, as they are compared */
export const plainWords = (text) => plain(text).match(/[\p{L}\p{N}]+/gu) ?? [];
