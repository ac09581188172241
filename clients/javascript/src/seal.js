/** Opens and verifies `encrypted_data` (docs/protocol.md, "The sealed result"). */

import { FacedeskError, SealBroken } from './errors.js';
import { platformWith } from './platform.js';

/**
 * @import { Opened, Sealed, SessionKind } from './messages.d.ts'
 * @import { Platform } from './platform.js'
 */

/** @param {string} text */
const utf8 = (text) => new TextEncoder().encode(text);

/**
 * Strictly: what is no UTF-8 throws. Not by a TextDecoder, which React Native has only since 0.85.
 *
 * @param {ArrayBuffer | Uint8Array} bytes
 */
const text = (bytes) =>
  decodeURIComponent(Array.from(new Uint8Array(bytes), (byte) => '%' + byte.toString(16).padStart(2, '0')).join(''));

/**
 * What is known about a seal before it is opened.
 *
 * @typedef {object} SealKeys
 * @property {string} [apiKey]
 * @property {string} [secret] without it a result can be read but not verified
 * @property {string} sessionToken of the session you created: a seal of another one is refused
 * @property {SessionKind} [sessionType]
 * @property {boolean} [strict] accept nothing but `v2`
 * @property {Partial<Platform>} [platform]
 */

/**
 * Opens a sealed result the safest way there is: `v2`; failing that the payload after its `mac`;
 * and without a secret the payload alone, which proves nothing (`verified` is false).
 *
 * @param {Sealed} sealed
 * @param {SealKeys} keys
 * @returns {Promise<{opened: Opened, verified: boolean}>}
 * @throws {SealBroken}
 */
export async function openSeal(sealed, keys) {
  if (keys.secret !== undefined && sealed.v2 !== undefined) {
    return { opened: await openV2(sealed.v2, keys), verified: true };
  }
  if (keys.strict) {
    throw new SealBroken('Strict mode opens v2 alone, and needs the secret for it.', { code: 'SEAL_NOT_STRICT' });
  }
  return { opened: await openPayload(sealed, keys), verified: keys.secret !== undefined };
}

/**
 * Opens `v2`, a compact JWE (`dir`, `A256GCM`).
 *
 * @param {string} token
 * @param {SealKeys} keys
 * @returns {Promise<Opened>}
 * @throws {SealBroken}
 */
export async function openV2(token, keys) {
  return unsealing(keys, async ({ subtle, fromBase64 }) => {
    const [header = '', encryptedKey, nonce = '', ciphertext = '', tag = '', more] = token.split('.');
    /** @param {string} part */
    const bytes = (part) => fromBase64(part.replaceAll('-', '+').replaceAll('_', '/').padEnd(Math.ceil(part.length / 4) * 4, '='));
    const { alg, enc } = JSON.parse(text(bytes(header)));
    if (alg !== 'dir' || enc !== 'A256GCM' || encryptedKey !== '' || more !== undefined) {
      throw new SealBroken('This is not a JWE of dir and A256GCM.', { code: 'SEAL_BROKEN' });
    }
    const derived = await hkdf(subtle, required(keys.secret, 'secret'), keys.sessionToken, 'facedesk result v2');
    const key = await subtle.importKey('raw', derived, 'AES-GCM', false, ['decrypt']);
    const iv = bytes(nonce);
    const authentication = bytes(tag);
    if (iv.length !== 12 || authentication.length !== 16) {
      throw new SealBroken('The JWE has a nonce or a tag of the wrong length.', { code: 'SEAL_BROKEN' });
    }
    const algorithm = { name: 'AES-GCM', iv, additionalData: utf8(header), tagLength: 128 };
    return subtle.decrypt(algorithm, key, joined(bytes(ciphertext), authentication));
  });
}

/**
 * Opens `encrypted_payload`, whichever key it is under. Given a secret, the `mac` is checked first
 * and must be there.
 *
 * @param {Sealed} sealed
 * @param {SealKeys} keys
 * @returns {Promise<Opened>}
 * @throws {SealBroken}
 */
export async function openPayload(sealed, keys) {
  return unsealing(keys, async ({ subtle, fromBase64 }) => {
    const payload = fromBase64(required(sealed.encrypted_payload, 'encrypted_payload'));
    if (keys.secret !== undefined) {
      await checkMac(subtle, payload, fromBase64(required(sealed.mac, 'mac')), keys);
    }
    switch (sealed.key) {
      case 'api_key':
        return cbc(subtle, payload, required(keys.apiKey, 'apiKey'));
      case 'secret_key':
        return cbc(subtle, payload, required(keys.secret, 'secret'));
      case 'double': {
        const inner = await cbc(subtle, payload, required(keys.apiKey, 'apiKey'));
        return cbc(subtle, fromBase64(text(inner)), required(keys.secret, 'secret'));
      }
      default:
        throw new SealBroken('The seal names no key that is known.', { code: 'SEAL_BROKEN' });
    }
  });
}

/**
 * Runs what opens a seal, reads its plain text, and tells no more about a failure than that it failed.
 *
 * @param {SealKeys} keys
 * @param {(platform: Platform) => Promise<ArrayBuffer>} open
 * @returns {Promise<Opened>}
 */
async function unsealing(keys, open) {
  /** @type {Opened} */
  let opened;
  try {
    opened = JSON.parse(text(await open(platformWith(keys.platform ?? {}))));
  } catch (e) {
    // a global that is not there is no fault of the seal's
    throw e instanceof FacedeskError || e instanceof ReferenceError ? e : new SealBroken('The sealed result does not open.', { code: 'SEAL_BROKEN' });
  }
  const type = keys.sessionType ?? opened.session_type;
  if (typeof opened.id !== 'string' || opened.session_token !== keys.sessionToken || opened.session_type !== type) {
    throw new SealBroken('The sealed result belongs to another session.', { code: 'SEAL_OF_ANOTHER_SESSION' });
  }
  return opened;
}

/**
 * @param {Platform['subtle']} subtle
 * @param {Uint8Array<ArrayBuffer>} payload
 * @param {Uint8Array<ArrayBuffer>} mac
 * @param {SealKeys} keys
 */
async function checkMac(subtle, payload, mac, keys) {
  const derived = await hkdf(subtle, required(keys.secret, 'secret'), '', 'facedesk mac v1');
  const key = await subtle.importKey('raw', derived, { name: 'HMAC', hash: 'SHA-256' }, false, ['verify']);
  const head = utf8(`${keys.sessionToken}\0${required(keys.sessionType, 'sessionType')}\0`);
  if (!(await subtle.verify('HMAC', key, mac, joined(head, payload)))) {
    throw new SealBroken('The sealed result was changed on its way.', { code: 'SEAL_MAC' });
  }
}

/**
 * @param {Platform['subtle']} subtle
 * @param {Uint8Array<ArrayBuffer>} sealed IV and ciphertext
 * @param {string} keyText
 */
async function cbc(subtle, sealed, keyText) {
  const hash = await subtle.digest('SHA-256', utf8(keyText));
  const key = await subtle.importKey('raw', hash, 'AES-CBC', false, ['decrypt']);
  return subtle.decrypt({ name: 'AES-CBC', iv: sealed.subarray(0, 16) }, key, sealed.subarray(16));
}

/**
 * @param {Platform['subtle']} subtle
 * @param {string} secret
 * @param {string} salt
 * @param {string} info
 */
async function hkdf(subtle, secret, salt, info) {
  const key = await subtle.importKey('raw', utf8(secret), 'HKDF', false, ['deriveBits']);
  return subtle.deriveBits({ name: 'HKDF', hash: 'SHA-256', salt: utf8(salt), info: utf8(info) }, key, 256);
}

/**
 * @param {Uint8Array} head
 * @param {Uint8Array} tail
 */
function joined(head, tail) {
  const all = new Uint8Array(head.length + tail.length);
  all.set(head);
  all.set(tail, head.length);
  return all;
}

/**
 * @template T
 * @param {T | undefined} value
 * @param {string} name
 * @returns {T}
 */
function required(value, name) {
  if (value === undefined) {
    throw new SealBroken(`This seal cannot be opened without ${name}.`, { code: 'SEAL_KEY_MISSING' });
  }
  return value;
}
