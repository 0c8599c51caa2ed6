// Keys from the words, and what they seal. With pairing-keys.js the only module that touches crypto.subtle.
//
// In come the 16 random bytes that the twelve words stand for (recovery-phrase.js); out come keys that the browser uses and gives
// to nobody, and sealed bytes. Everything is spelled out in docs/protocol.md, "Keys and sealed records": other clients
// of the same vault do it alike. Each purpose has a key of its own, and each record a nonce of its own.

import { bytesOf, spelled } from "../base/base64url.js";
import { LIMITS } from "../tables/sync.js";

/**
 * @typedef {object} Vault what one set of devices shares
 * @property {string} id 15 bytes, or 16 in version 1 of the protocol
 * @property {string} auth the secret that the server knows a hash of, 32 bytes
 * @property {CryptoKey} seal
 * @property {CryptoKey} erase
 */

const SALT = "interview-exit/vault/1";
const NAME = "interview-exit/vault/2";
const ID_BYTES = 15;
const FIRST_ID = /^[\w-]{22}$/;
const VERSION = 1;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const SIZES = [256, 512, 1024, 2048];
const STEP = 4096;
/** What fits into a blob with version, nonce and tag, in whole steps. */
const MOST_BYTES = Math.floor((LIMITS.blobBytes - 1 - NONCE_BYTES - TAG_BYTES) / STEP) * STEP;
const SPACE = 0x20;
const AES = { name: "AES-GCM", length: 256 };
const HMAC = { name: "HMAC", hash: "SHA-256", length: 256 };

const encoder = new TextEncoder();
const decoder = new TextDecoder("utf-8", { fatal: true });

/** @param {Uint8Array<ArrayBuffer>} entropy 16 bytes @returns {Promise<Vault>} */
export async function unlock(entropy) {
  const root = await rootOf(entropy);
  const [auth, seal, erase] = await Promise.all([
    bits(root, "auth", 256),
    crypto.subtle.deriveKey(hkdf("seal"), root, AES, false, ["encrypt", "decrypt"]),
    crypto.subtle.deriveKey(hkdf("erase"), root, HMAC, false, ["sign"]),
  ]);
  return { id: await idOf(auth), auth, seal, erase };
}

/**
 * @param {Uint8Array<ArrayBuffer>} entropy
 * @returns {Promise<string>} the id that these words led to in version 1 of the protocol
 */
export const firstIdOf = async (entropy) => bits(await rootOf(entropy), "vault-id", 128);

/** @param {{id: string}} vault @returns {boolean} whether it is of version 1 of the protocol */
export const isFirst = ({ id }) => FIRST_ID.test(id);

/** @param {Uint8Array<ArrayBuffer>} entropy */
const rootOf = (entropy) => crypto.subtle.importKey("raw", entropy, "HKDF", false, ["deriveBits", "deriveKey"]);

/** @param {CryptoKey} root @param {string} purpose @param {number} count @returns {Promise<string>} */
const bits = async (root, purpose, count) =>
  spelled(new Uint8Array(await crypto.subtle.deriveBits(hkdf(purpose), root, count)));

// It follows from the secret, so that nobody without that can take it (docs/protocol.md, "Keys and sealed records").
/** @param {string} auth @returns {Promise<string>} */
async function idOf(auth) {
  const named = new Uint8Array([...encoder.encode(NAME), ...bytesOf(await authHash({ auth }))]);
  return spelled(new Uint8Array(await crypto.subtle.digest("SHA-256", named), 0, ID_BYTES));
}

/** @param {string} purpose */
const hkdf = (purpose) => ({ name: "HKDF", hash: "SHA-256", salt: encoder.encode(SALT), info: encoder.encode(purpose) });

/** @param {{auth: string}} vault @returns {Promise<string>} what the server tells the vault's devices by */
export async function authHash({ auth }) {
  return spelled(new Uint8Array(await crypto.subtle.digest("SHA-256", bytesOf(auth))));
}

/**
 * @param {Vault} vault @param {{id: string}} record
 * @returns {Promise<string | null>} a blob that opens under this id alone; null when the record is too long for one
 */
export async function seal(vault, record) {
  const plain = encoder.encode(JSON.stringify(record));
  if (plain.length > MOST_BYTES) return null;
  const nonce = crypto.getRandomValues(new Uint8Array(NONCE_BYTES));
  const sealed = await crypto.subtle.encrypt(gcm(vault, record.id, nonce), vault.seal, padded(plain));
  const blob = new Uint8Array(1 + NONCE_BYTES + sealed.byteLength);
  blob[0] = VERSION;
  blob.set(nonce, 1);
  blob.set(new Uint8Array(sealed), 1 + NONCE_BYTES);
  return spelled(blob);
}

/** @param {Uint8Array} plain @returns {Uint8Array<ArrayBuffer>} so that its length tells next to nothing */
function padded(plain) {
  const size = SIZES.find((each) => plain.length <= each) ?? Math.ceil(plain.length / STEP) * STEP;
  const padded = new Uint8Array(size).fill(SPACE);
  padded.set(plain);
  return padded;
}

/**
 * @param {Vault} vault @param {string} id what the server says it is @param {string} blob
 * @returns {Promise<Record<string, any> | null>} null when it won't open: damaged, sealed for another place, or newer
 */
export async function open(vault, id, blob) {
  try {
    const bytes = bytesOf(blob);
    if (bytes[0] !== VERSION) return null;
    const nonce = bytes.subarray(1, 1 + NONCE_BYTES);
    const plain = await crypto.subtle.decrypt(gcm(vault, id, nonce), vault.seal, bytes.subarray(1 + NONCE_BYTES));
    const record = JSON.parse(decoder.decode(plain));
    return record?.id === id ? record : null;
  } catch {
    return null;
  }
}

/** @param {Vault} vault @param {string} id @param {Uint8Array<ArrayBuffer>} iv */
const gcm = (vault, id, iv) => ({ name: "AES-GCM", iv, additionalData: encoder.encode(`ie1|${vault.id}|${id}`) });

/** @param {Vault} vault @param {string} id @returns {Promise<string>} what tells that a device of this vault erased it */
export async function tagOf({ erase }, id) {
  const tag = await crypto.subtle.sign("HMAC", erase, bytesOf(id));
  return spelled(new Uint8Array(tag, 0, TAG_BYTES));
}

/** @param {string[]} ids @returns {Promise<string>} what tells one set of ids from another */
export async function sumOf(ids) {
  const sorted = encoder.encode([...ids].sort().join(""));
  return spelled(new Uint8Array(await crypto.subtle.digest("SHA-256", sorted)));
}
