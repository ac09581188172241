/**
 * Facedesk client: enroll and recognise people at a Facedesk station, from a browser, Node.js or
 * React Native. Import this one module; it depends on nothing else. The guide is README.md.
 *
 * @module facedesk
 */

import { platformWith } from './src/platform.js';
import { Rest } from './src/rest.js';
import { Session } from './src/session.js';

export * from './src/errors.js';
export { cameras, openCamera } from './src/camera.js';
export { recording } from './src/frames.js';
export { openPayload, openSeal, openV2 } from './src/seal.js';
export { Session };

/**
 * @import { AuthenticationWishes, EnrollmentWishes } from './src/messages.d.ts'
 * @import { FrameSource } from './src/frames.js'
 * @import { Platform } from './src/platform.js'
 * @import { Outcome, RunOptions, SessionFacts } from './src/session.js'
 */

/**
 * @typedef {object} StationOptions
 * @property {string} url the station's, for example `https://station.example`
 * @property {string} [apiKey] only where nobody else can read it: on your server, never in a page
 * @property {string} [secret] opens and verifies sealed results; kept to yourself just the same
 * @property {boolean} [strict] accept results sealed as `v2` alone
 * @property {Partial<Platform>} [platform] what this place lacks, see README.md
 */

/** A station, seen by one API client; or, without an API key, by the holder of a session's token. */
export class Station {
  #rest;

  /** @param {StationOptions} options */
  constructor({ url, platform = {}, ...credentials }) {
    this.#rest = new Rest(url, platformWith(platform), credentials);
  }

  /** Changes key and secret for an hour's access token, which later calls then carry. */
  async signIn() {
    await this.#rest.signIn();
  }

  /** Whether the station can work now: `{status, checks}`. */
  health() {
    return this.#rest.call('GET', '/health/', undefined, { alsoFine: (answer) => 'checks' in answer });
  }

  /**
   * @param {string} userId the person, by your own id: 1 to 100 characters
   * @param {{sessionType?: 'webcam' | 'mobile' | 'api', metadata?: EnrollmentWishes}} [wishes]
   * @returns {Promise<Session>}
   * @throws {import('./src/errors.js').RequestRefused}
   */
  async startEnrollment(userId, { sessionType, metadata } = {}) {
    const body = { user_id: userId, session_type: sessionType, metadata };
    const answer = await this.#rest.call('POST', '/api/auth/enrollment/', body);
    return this.#session(answer, { kind: 'enrollment', enrollmentId: answer.enrollment_id });
  }

  /**
   * @param {string | null} [userId] who it should be; without one the station finds out who it is
   * @param {{sessionType?: 'webcam' | 'mobile' | 'api', requireLiveness?: boolean, metadata?: AuthenticationWishes}} [wishes]
   * @returns {Promise<Session>}
   * @throws {import('./src/errors.js').RequestRefused} USER_NOT_FOUND, NOT_ENROLLED, …
   */
  async startAuthentication(userId = null, { sessionType, requireLiveness, metadata } = {}) {
    const body = { user_id: userId, session_type: sessionType, require_liveness: requireLiveness, metadata };
    const answer = await this.#rest.call('POST', '/api/auth/authentication/', body);
    return this.#session(answer, { kind: answer.session_type });
  }

  /**
   * Takes up a session somebody else created, or one that was interrupted. Needs no API key.
   *
   * @param {string} token
   * @returns {Session}
   */
  join(token) {
    return new Session(this.#rest, { token });
  }

  /**
   * Creates a session and runs it to its end.
   *
   * @param {RunOptions & {userId: string, frames: FrameSource, metadata?: EnrollmentWishes}} options
   * @returns {Promise<Outcome>}
   */
  async enroll({ userId, frames, metadata, ...options }) {
    return (await this.startEnrollment(userId, { metadata })).run(frames, options);
  }

  /**
   * Creates a session and runs it to its end. Somebody else than expected, and somebody unknown, is
   * an outcome without success, not an error.
   *
   * @param {RunOptions & {userId?: string | null, frames: FrameSource, requireLiveness?: boolean, metadata?: AuthenticationWishes}} options
   * @returns {Promise<Outcome>}
   */
  async authenticate({ userId = null, frames, requireLiveness, metadata, ...options }) {
    return (await this.startAuthentication(userId, { requireLiveness, metadata })).run(frames, options);
  }

  /**
   * @param {{session_token: string, websocket_url: string, expires_at: string, message: string}} answer
   * @param {Partial<SessionFacts>} facts
   */
  #session(answer, facts) {
    return new Session(this.#rest, {
      token: answer.session_token,
      websocketUrl: answer.websocket_url,
      expiresAt: new Date(answer.expires_at),
      note: answer.message,
      ...facts,
    });
  }
}
