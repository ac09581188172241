/** The seals that are published for whoever writes a client. */

import { readFileSync } from 'node:fs';

/** @import { Sealed, SessionKind } from '../src/messages.d.ts' */

/**
 * @typedef {object} Vector
 * @property {string} name
 * @property {string} api_key
 * @property {string} secret_key
 * @property {string} session_token
 * @property {SessionKind} session_type
 * @property {string} plain_text
 * @property {Sealed & {encrypted_payload: string, mac: string, v2: string}} encrypted_data
 */

const file = new URL('../../../docs/vectors/envelopes.json', import.meta.url);
/** @type {{vectors: [Vector, ...Vector[]]}} */
export const { vectors } = JSON.parse(readFileSync(file, 'utf8'));

/** @param {Vector} vector */
export function keysOf(vector) {
  return {
    apiKey: vector.api_key,
    secret: vector.secret_key,
    sessionToken: vector.session_token,
    sessionType: vector.session_type,
  };
}
