// The twelve words: 16 random bytes, as a person writes them down. The word list comes when it is wanted.
//
// What is wrong with words that were typed is told by a code, and where:
//
//   words-count     `at` of them, not twelve
//   words-unknown   `at`: the place of the first that is not in the list
//   words-mistaken  all are in the list, but they don't belong together

const BYTES = 16;
const COUNT = 12;

export class WordsError extends Error {
  /** @param {string} code @param {number} [at] */
  constructor(code, at = 0) {
    super(code);
    this.name = "WordsError";
    this.code = code;
    this.at = at;
  }
}

const load = async () => {
  const [bip39, english] = await Promise.all([import("@scure/bip39"), import("@scure/bip39/wordlists/english.js")]);
  return { ...bip39, list: english.wordlist };
};

/** @returns {Uint8Array<ArrayBuffer>} */
export const newEntropy = () => crypto.getRandomValues(new Uint8Array(BYTES));

/** @param {Uint8Array} entropy @returns {Promise<string[]>} */
export async function wordsOf(entropy) {
  const { entropyToMnemonic, list } = await load();
  return entropyToMnemonic(entropy, list).split(" ");
}

/**
 * @param {string} typed words however they are parted; figures and dots between them don't count
 * @returns {Promise<Uint8Array<ArrayBuffer>>} @throws {WordsError}
 */
export async function entropyOf(typed) {
  const { mnemonicToEntropy, list } = await load();
  const words = typed.normalize("NFKD").toLowerCase().match(/[a-z]+/g) ?? [];
  if (words.length !== COUNT) throw new WordsError("words-count", words.length);
  const at = words.findIndex((word) => !list.includes(word)) + 1;
  if (at) throw new WordsError("words-unknown", at);
  try {
    return new Uint8Array(mnemonicToEntropy(words.join(" "), list));
  } catch {
    throw new WordsError("words-mistaken");
  }
}
