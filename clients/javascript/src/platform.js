/** The few things the client needs of browsers, Node.js and React Native. */

import { FacedeskError } from './errors.js';

/**
 * What the client needs of the place it runs in. All of it exists in browsers; Node.js 20 lacks
 * `WebSocket` (the package `ws` has one), React Native lacks `subtle`, and before 0.74 what base64
 * is made with.
 *
 * @typedef {object} Platform
 * @property {new (url: string) => WebSocket} WebSocket
 * @property {(url: string, init: RequestInit) => Promise<Response>} fetch
 * @property {Pick<SubtleCrypto, 'digest' | 'importKey' | 'deriveBits' | 'verify' | 'decrypt'>} subtle
 * @property {(bytes: Uint8Array) => string} toBase64
 * @property {(text: string) => Uint8Array<ArrayBuffer>} fromBase64
 */

/**
 * @param {Partial<Platform>} own
 * @returns {Platform}
 */
export function platformWith(own) {
  const here = /** @type {Partial<Platform> & {crypto?: Crypto, btoa?: unknown, atob?: unknown}} */ (/** @type {unknown} */ (globalThis));
  return {
    WebSocket: own.WebSocket ?? here.WebSocket ?? missing('WebSocket'),
    fetch: own.fetch ?? (here.fetch ? (url, init) => fetch(url, init) : missing('fetch')),
    subtle: own.subtle ?? here.crypto?.subtle ?? missing('subtle'),
    toBase64: own.toBase64 ?? (here.btoa ? bytesToBase64 : missing('toBase64')),
    fromBase64: own.fromBase64 ?? (here.atob ? base64ToBytes : missing('fromBase64')),
  };
}

/**
 * Stands in for what is not there, and says so when it is used.
 *
 * @param {string} name
 * @returns {any}
 */
function missing(name) {
  const complain = function () {
    throw new FacedeskError(`There is no ${name} here; pass one as platform.${name}.`, { code: 'PLATFORM' });
  };
  return new Proxy(complain, { apply: complain, construct: complain, get: complain });
}

/** @param {Uint8Array} bytes */
function bytesToBase64(bytes) {
  let text = '';
  for (let i = 0; i < bytes.length; i += 0x8000) {
    text += String.fromCharCode(...bytes.subarray(i, i + 0x8000));
  }
  return btoa(text);
}

/** @param {string} text */
function base64ToBytes(text) {
  return Uint8Array.from(atob(text), (c) => c.charCodeAt(0));
}
