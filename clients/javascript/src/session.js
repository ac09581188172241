/** One session at the station: a token, and what can be done with it. */

import { Conversation, abortReason } from './conversation.js';
import { ConnectionLost, FramesEnded, RequestRefused, SealBroken, SessionEnded } from './errors.js';
import { FRAME_MILLIS, FrameQueue } from './frames.js';
import { openSeal } from './seal.js';

/**
 * @import { FinalMessage, FrameProcessed, FrameRejected, Opened, ServerMessage, SessionKind, SessionState } from './messages.d.ts'
 * @import { FrameSource } from './frames.js'
 * @import { Rest } from './rest.js'
 */

const SOCKET_PATH = '/ws/auth/process-image/';
const MOST_RETRIES = 6;
const FIRST_PAUSE_MILLIS = 250;
const LONGEST_PAUSE_MILLIS = 4_000;
/** After a broken connection the station may take the old socket for alive a little longer. */
const HELD_BY_ANOTHER_SOCKET = 4400;
/** Code of an error that means no more than that one frame was not looked at. */
const LEFT_OUT = 429;

/**
 * What the station says on the way; `text` is always the one sentence for the person before the
 * camera, the same as before when a frame was only left out (`message` says why).
 *
 * @typedef {object} Progress
 * @property {'connected' | 'frame' | 'refused' | 'reconnecting'} kind
 * @property {string} text
 * @property {ServerMessage} [message]
 */

/**
 * @typedef {object} RunOptions
 * @property {(progress: Progress) => void} [onProgress]
 * @property {AbortSignal} [signal] stops sending; the session stays open until it is cancelled or expires
 * @property {'socket' | 'rest'} [transport] REST is for places that let no WebSocket through (needs the API key)
 * @property {boolean} [binary] send bare bytes: a third less traffic, but the station has to guess when a picture was taken
 */

/**
 * How a session ended. Act on `userId` only where `verified` is true, or where the answer cannot
 * have been changed on its way to you.
 *
 * @typedef {object} Outcome
 * @property {boolean} success enrolled, or recognised
 * @property {string} [reason] why not, for example `duplicate_face`, `no_match`, `timeout`
 * @property {string} text one sentence
 * @property {string} [userId] by your own id; absent in strict mode until the seal is opened
 * @property {string} [userClientId] only where a search found a person of another client that shares the gallery:
 *   then `userId` is that client's id for them, and a person of your own may have the same
 * @property {number} [confidence] of an authentication, 0 to 1
 * @property {Opened} [opened] what was sealed
 * @property {boolean} verified whether it was sealed by the station for this session, checked with the secret
 * @property {FinalMessage} message
 */

/** @typedef {{token: string, kind?: SessionKind, websocketUrl?: string, expiresAt?: Date, enrollmentId?: string, note?: string}} SessionFacts */

export class Session {
  #rest;
  /** @type {SessionKind | undefined} */
  #kind;
  /** What was said to the person last: a frame that was left out changes nothing for them. */
  #sentence = '';

  /**
   * @param {Rest} rest
   * @param {SessionFacts} facts
   */
  constructor(rest, facts) {
    this.#rest = rest;
    this.#kind = facts.kind;
    /** The session's only credential on a socket: treat it like a password. */
    this.token = facts.token;
    this.websocketUrl = facts.websocketUrl ?? rest.url.replace(/^http/, 'ws') + SOCKET_PATH + facts.token + '/';
    this.expiresAt = facts.expiresAt;
    this.enrollmentId = facts.enrollmentId;
    /** What the station said about the wishes. */
    this.note = facts.note;
  }

  /** Known from the start, or once the station has been heard. */
  get kind() {
    return this.#kind;
  }

  /** The station's own page for this session: a link to send to the person. */
  get pageUrl() {
    const [, scheme = 'ws', host = ''] = /^(wss?):\/\/([^/]+)/.exec(this.websocketUrl) ?? [];
    return `${scheme.replace('ws', 'http')}://${host}/#session=${this.token}`;
  }

  /**
   * Sends frames until the session has a result. When the connection breaks it is made again with
   * the same token; counted frames stay counted, liveness starts again.
   *
   * @param {FrameSource} frames
   * @param {RunOptions} [options]
   * @returns {Promise<Outcome>}
   * @throws {SessionEnded | ConnectionLost | FramesEnded | RequestRefused}
   * @throws {import('./errors.js').SealBroken} when there are keys and the result does not open
   */
  async run(frames, options = {}) {
    const queue = new FrameQueue(frames, this.#rest.platform);
    const final = options.transport === 'rest' ? await this.#overRest(queue, options) : await this.#overSocket(queue, options);
    return this.#outcome(final);
  }

  /**
   * Sends one picture over REST.
   *
   * @param {import('./frames.js').Frame} frame
   * @returns {Promise<FrameProcessed | FrameRejected | FinalMessage>}
   * @throws {RequestRefused}
   */
  async processImage(frame) {
    const taken = await new FrameQueue([frame], this.#rest.platform).next();
    return this.#post(/** @type {import('./frames.js').Taken} */ (taken));
  }

  /** @returns {Promise<SessionState>} */
  status() {
    return this.#rest.call('GET', `/api/auth/sessions/${this.token}/status/`);
  }

  /** @returns {Promise<SessionState>} */
  cancel() {
    return this.#rest.call('POST', `/api/auth/sessions/${this.token}/cancel/`);
  }

  /**
   * @param {FrameQueue} frames
   * @param {RunOptions} options
   * @returns {Promise<FinalMessage>}
   */
  async #overSocket(frames, options) {
    const { platform } = this.#rest;
    for (let broken = 0; ; ) {
      const conversation = new Conversation({
        url: this.websocketUrl,
        frames,
        platform,
        binary: options.binary ?? false,
        signal: options.signal,
        onMessage: (message) => this.#tell(message, options),
      });
      try {
        return await conversation.finish();
      } catch (e) {
        broken = conversation.established ? 1 : broken + 1;
        const held = e instanceof SessionEnded && e.closeCode === HELD_BY_ANOTHER_SOCKET && broken > 1;
        if (!(e instanceof ConnectionLost || held) || broken > MOST_RETRIES) {
          throw e;
        }
      }
      options.onProgress?.({ kind: 'reconnecting', text: 'The connection was lost. Connecting again…' });
      await pause(Math.min(FIRST_PAUSE_MILLIS * 2 ** broken, LONGEST_PAUSE_MILLIS), options.signal);
    }
  }

  /**
   * @param {FrameQueue} frames
   * @param {RunOptions} options
   * @returns {Promise<FinalMessage>}
   */
  async #overRest(frames, options) {
    for (;;) {
      let due = Date.now() + FRAME_MILLIS;
      const frame = await frames.next();
      if (frame === null) {
        throw new FramesEnded('The frames ended before the session did.', { code: 'FRAMES_ENDED' });
      }
      try {
        const message = await this.#post(frame, options.signal);
        if (message.type !== 'frame_processed' && message.type !== 'frame_rejected') {
          return message;
        }
        this.#tell(message, options);
      } catch (e) {
        if (!(e instanceof RequestRefused && e.code === 'RATE_LIMITED')) {
          throw e;
        }
        due = Date.now() + FRAME_MILLIS;
        options.onProgress?.({ kind: 'refused', text: this.#sentence });
      }
      await pause(Math.max(0, due - Date.now()), options.signal);
    }
  }

  /**
   * @param {import('./frames.js').Taken} frame
   * @param {AbortSignal} [signal]
   * @returns {Promise<FrameProcessed | FrameRejected | FinalMessage>}
   */
  async #post(frame, signal) {
    const body = { session_token: this.token, image: await frame.base64(), frame_number: frame.seq, timestamp: frame.millis };
    // 409 with a type is the protocol's answer for a duplicate face, not a refusal of the call
    return this.#rest.call('POST', '/api/auth/process-image/', body, { signal, alsoFine: (answer) => 'type' in answer });
  }

  /**
   * @param {ServerMessage} message
   * @param {RunOptions} options
   */
  #tell(message, options) {
    switch (message.type) {
      case 'connection_established':
        this.#kind = message.session_type;
        this.#say('connected', message.message, message, options);
        break;
      case 'frame_processed':
        this.#say('frame', message.message, message, options);
        break;
      case 'frame_rejected':
        this.#say('refused', message.message ?? message.error, message, options);
        break;
      case 'error':
        this.#say('refused', message.code === LEFT_OUT ? this.#sentence : message.error, message, options);
        break;
      default:
    }
  }

  /**
   * @param {Progress['kind']} kind
   * @param {string} text
   * @param {ServerMessage} message
   * @param {RunOptions} options
   */
  #say(kind, text, message, options) {
    this.#sentence = text;
    options.onProgress?.({ kind, text, message });
  }

  /**
   * @param {FinalMessage} message
   * @returns {Promise<Outcome>}
   */
  async #outcome(message) {
    const success = message.type === 'enrollment_complete' || (message.type === 'authentication_complete' && message.authenticated);
    const text = message.message;
    if (!success) {
      return { success, reason: 'reason' in message ? message.reason : undefined, text, verified: false, message };
    }
    const clear = message.type === 'authentication_complete' ? message : undefined;
    const { apiKey, secret, strict, platform } = this.#rest;
    const sealed = message.encrypted_data;
    const demanded = secret !== undefined || strict;
    if (sealed === undefined && demanded) {
      throw new SealBroken('The result is not sealed.', { code: 'SEAL_MISSING' });
    }
    const readable = apiKey !== undefined && sealed?.key === 'api_key' && sealed.encrypted_payload !== undefined;
    if (sealed === undefined || !(demanded || readable)) {
      return { success, text, ...person(clear?.user_id, clear), verified: false, message };
    }
    const keys = { apiKey, secret, strict, platform, sessionToken: this.token, sessionType: this.#kind };
    const { opened, verified } = await openSeal(sealed, keys);
    return { success, text, ...person(opened.id, opened), opened, verified, message };
  }
}

/**
 * @param {string | undefined} userId
 * @param {{user_client_id?: string, confidence?: number} | undefined} found
 * @returns {Pick<Outcome, 'userId' | 'userClientId' | 'confidence'>}
 */
function person(userId, found) {
  return { userId, userClientId: found?.user_client_id, confidence: found?.confidence };
}

/**
 * @param {number} millis
 * @param {AbortSignal | undefined} signal
 * @returns {Promise<void>}
 */
function pause(millis, signal) {
  return new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer);
      reject(abortReason(signal));
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', stop);
      resolve();
    }, millis);
    if (signal?.aborted) {
      stop();
    } else {
      signal?.addEventListener('abort', stop, { once: true });
    }
  });
}
