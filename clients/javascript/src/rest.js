/** Calls of the station's REST interface. */

import { ConnectionLost, FacedeskError, RequestRefused } from './errors.js';

/** @import { Platform } from './platform.js' */

/**
 * @typedef {object} Answering
 * @property {AbortSignal} [signal]
 * @property {(answer: object) => boolean} [alsoFine] whether the body of an error status is an answer all the same
 */

export class Rest {
  /** @type {string | undefined} */
  #accessToken;

  /**
   * @param {string} url the station's, for example `https://station.example`
   * @param {Platform} platform
   * @param {{apiKey?: string, secret?: string, strict?: boolean}} credentials
   */
  constructor(url, platform, { apiKey, secret, strict }) {
    this.url = url.replace(/\/+$/, '');
    this.platform = platform;
    this.apiKey = apiKey;
    this.secret = secret;
    this.strict = strict ?? false;
  }

  /** Changes key and secret for an hour's access token, which later calls then carry. */
  async signIn() {
    const answer = await this.call('POST', '/api/core/auth/client/', { api_key: this.apiKey, api_secret: this.secret });
    this.#accessToken = answer.access_token;
    return answer;
  }

  /**
   * @param {string} method
   * @param {string} path
   * @param {object} [body]
   * @param {Answering} [answering]
   * @returns {Promise<any>} the answer's JSON
   * @throws {RequestRefused | ConnectionLost}
   */
  async call(method, path, body, { signal, alsoFine = () => false } = {}) {
    /** @type {Record<string, string>} */
    const headers = { Accept: 'application/json' };
    const credential = this.#accessToken ?? this.apiKey;
    if (credential !== undefined) {
      headers.Authorization = `Bearer ${credential}`;
    }
    if (body !== undefined) {
      headers['Content-Type'] = 'application/json';
    }
    const init = { method, headers, signal, body: body === undefined ? undefined : JSON.stringify(body) };
    const { status, text } = await this.#exchange(path, init);
    const answer = jsonOrEmpty(text);
    if (status >= 400 && !alsoFine(answer)) {
      throw new RequestRefused(answer.error ?? `The station answered ${status}.`, {
        code: answer.code ?? 'REFUSED',
        status,
        correlationId: answer.correlation_id,
      });
    }
    return answer;
  }

  /**
   * @param {string} path
   * @param {RequestInit} init
   */
  async #exchange(path, init) {
    try {
      const response = await this.platform.fetch(this.url + path, init);
      return { status: response.status, text: await response.text() };
    } catch (cause) {
      if (init.signal?.aborted || cause instanceof FacedeskError) {
        throw cause;
      }
      throw new ConnectionLost('The station cannot be reached.', { code: 'UNREACHABLE', cause });
    }
  }
}

/** @param {string} text what a proxy before the station answers need not be JSON */
function jsonOrEmpty(text) {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}
