// The keys of a pairing: two devices that have nothing in common agree on a secret, and on a number by which a person
// tells that nobody stands between them.
//
// Spelled out in docs/protocol.md, "Adding a device". The giving device commits itself to its key before it sees the
// other's, and shows its key only after that: so nobody can try keys until the numbers agree.

/**
 * @typedef {object} Keys of this device, for one pairing
 * @property {CryptoKey} secret
 * @property {Uint8Array<ArrayBuffer>} shown the half for everybody to see
 */
/**
 * @typedef {object} Bond what both devices have in common, and nobody else
 * @property {string} number six digits for people to compare
 * @property {Uint8Array<ArrayBuffer>} proof that a device has these keys; the joining one sends it once a person has compared
 * @property {(plain: Uint8Array<ArrayBuffer>) => Promise<Uint8Array<ArrayBuffer>>} seal
 * @property {(sealed: Uint8Array<ArrayBuffer>) => Promise<Uint8Array<ArrayBuffer> | null>} open null when it is not from there
 */

const SALT = "interview-exit/pairing/1";
const CURVE = { name: "ECDH", namedCurve: "P-256" };
/** The curve's points are those with y² = x³ - 3x + this, modulo the prime. */
const CONSTANT = 0x5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604bn;
const PRIME = 0xffffffff00000001000000000000000000000000ffffffffffffffffffffffffn;
const KEY_BYTES = 65;
const UNCOMPRESSED = 4;
const NONCE_BYTES = 12;
const PROOF_BYTES = 16;
export const DIGITS = 6;

const encoder = new TextEncoder();

/** @param {(string | Uint8Array)[]} parts @returns {Uint8Array<ArrayBuffer>} */
function joined(...parts) {
  const bytes = parts.map((part) => (typeof part === "string" ? encoder.encode(part) : part));
  return new Uint8Array(bytes.flatMap((part) => [...part]));
}

/** @returns {Promise<Keys>} */
export async function newKeys() {
  const { privateKey, publicKey } = await crypto.subtle.generateKey(CURVE, false, ["deriveBits"]);
  return { secret: privateKey, shown: new Uint8Array(await crypto.subtle.exportKey("raw", publicKey)) };
}

/** @param {Uint8Array} pairing its id @param {Uint8Array} key of the giving device @returns {Promise<Uint8Array<ArrayBuffer>>} */
export const commitment = async (pairing, key) =>
  new Uint8Array(await crypto.subtle.digest("SHA-256", joined(SALT, pairing, key)));

/**
 * @param {Uint8Array} pairing its id
 * @param {Keys} ours @param {Uint8Array<ArrayBuffer>} theirs the other's key, as it came
 * @param {{giving: boolean}} role
 * @returns {Promise<Bond | null>} null when what came is no key
 */
export async function bond(pairing, ours, theirs, { giving }) {
  if (!isKey(theirs)) return null;
  const key = await crypto.subtle.importKey("raw", theirs, CURVE, false, []);
  const both = giving ? [ours.shown, theirs] : [theirs, ours.shown];
  const bits = await crypto.subtle.deriveBits({ name: "ECDH", public: key }, ours.secret, 256);
  const root = await crypto.subtle.importKey("raw", bits, "HKDF", false, ["deriveBits", "deriveKey"]);
  const hkdf = (/** @type {string} */ purpose) => ({
    name: "HKDF",
    hash: "SHA-256",
    salt: encoder.encode(SALT),
    info: joined(purpose, pairing, ...both),
  });
  const [number, proof, sealing] = await Promise.all([
    crypto.subtle.deriveBits(hkdf("number"), root, 64),
    crypto.subtle.deriveBits(hkdf("proof"), root, 8 * PROOF_BYTES),
    crypto.subtle.deriveKey(hkdf("seal"), root, { name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]),
  ]);
  return { number: digitsOf(number), proof: new Uint8Array(proof), ...sealer(sealing, pairing) };
}

// Checked here, since WebKitGTK 2.50 takes points for keys that are not on the curve, where a secret is soon found out.
/** @param {Uint8Array} key @returns {boolean} whether it is an uncompressed point of the curve */
function isKey(key) {
  if (key.length !== KEY_BYTES || key[0] !== UNCOMPRESSED) return false;
  const [x, y] = [key.subarray(1, 33), key.subarray(33)].map(numberOf);
  return x < PRIME && y < PRIME && (y * y - (x * x * x - 3n * x + CONSTANT)) % PRIME === 0n;
}

/** @param {Uint8Array} bytes */
const numberOf = (bytes) => bytes.reduce((sum, byte) => (sum << 8n) + BigInt(byte), 0n);

/** @param {ArrayBuffer} bits */
const digitsOf = (bits) =>
  String(new DataView(bits).getBigUint64(0) % 10n ** BigInt(DIGITS)).padStart(DIGITS, "0");

/** @param {CryptoKey} key @param {Uint8Array} pairing @returns {Pick<Bond, "seal" | "open">} */
function sealer(key, pairing) {
  const gcm = (/** @type {Uint8Array<ArrayBuffer>} */ iv) => ({ name: "AES-GCM", iv, additionalData: joined(SALT, pairing) });
  return {
    async seal(plain) {
      const nonce = crypto.getRandomValues(new Uint8Array(NONCE_BYTES));
      return joined(nonce, new Uint8Array(await crypto.subtle.encrypt(gcm(nonce), key, plain)));
    },
    async open(sealed) {
      try {
        const nonce = sealed.slice(0, NONCE_BYTES);
        return new Uint8Array(await crypto.subtle.decrypt(gcm(nonce), key, sealed.subarray(NONCE_BYTES)));
      } catch {
        return null;
      }
    },
  };
}

/** @param {Uint8Array} a @param {Uint8Array} b */
export const isSame = (a, b) => a.length === b.length && a.every((byte, index) => byte === b[index]);
