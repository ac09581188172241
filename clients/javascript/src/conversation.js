/** One socket's conversation: frames out at ten a second, answers in, until the final message. */

import { ConnectionLost, FacedeskError, FramesEnded, SessionEnded } from './errors.js';
import { FRAME_MILLIS } from './frames.js';

/**
 * @import { FinalMessage, Problem, ServerMessage } from './messages.d.ts'
 * @import { Platform } from './platform.js'
 * @import { FrameQueue } from './frames.js'
 */

/** How much longer to wait after the station said "too fast": clocks and networks differ. */
const SLOWER_MILLIS = 20;
/** One frame in work at the station and one that waits: a third would be refused. */
const MOST_UNANSWERED = 2;
/** Beyond this the network is the bottleneck; a newer picture later is better than an older one now. */
const MOST_BUFFERED_BYTES = 512 * 1024;
const SILENCE_BEFORE_PING_MILLIS = 5_000;
const SILENCE_BEFORE_GIVING_UP_MILLIS = 15_000;
const WATCH_MILLIS = 1_000;
const CLOSE_AFTER_FINAL_MILLIS = 2_000;
/** Close codes from here on are the station's own words; see docs/protocol.md. */
const FIRST_OWN_CODE = 4000;

/**
 * @typedef {object} ConversationOptions
 * @property {string} url
 * @property {FrameQueue} frames
 * @property {Platform} platform
 * @property {boolean} binary send the bytes themselves: a third less traffic, but no clock
 * @property {(message: ServerMessage) => void} onMessage
 * @property {AbortSignal} [signal]
 */

/** Used once: {@link Conversation.finish} connects, and settles when the socket is done. */
export class Conversation {
  #options;
  #socket;
  /** @type {FinalMessage | undefined} */
  #final;
  /** @type {Problem | undefined} */
  #problem;
  #unanswered = 0;
  #nextMillis = 0;
  #heardMillis = Date.now();
  #pinged = false;
  #established = false;
  #over = false;
  /** @type {string | undefined} */
  #challengeId;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #farewell;
  /** @type {() => void} */
  #wake = () => {};
  /** @type {(value: FinalMessage) => void} */
  #resolve = () => {};
  /** @type {(reason: unknown) => void} */
  #reject = () => {};

  /** @param {ConversationOptions} options */
  constructor(options) {
    this.#options = options;
    this.#socket = new options.platform.WebSocket(options.url);
  }

  /** Whether the station took the session up on this socket. */
  get established() {
    return this.#established;
  }

  /**
   * @returns {Promise<FinalMessage>}
   * @throws {SessionEnded | ConnectionLost | FramesEnded | unknown} also what the signal was aborted with
   */
  async finish() {
    const { signal } = this.#options;
    const abort = () => this.#settle(() => this.#reject(abortReason(signal)));
    const watch = setInterval(() => this.#watch(), WATCH_MILLIS);
    try {
      return await new Promise((resolve, reject) => {
        this.#resolve = resolve;
        this.#reject = reject;
        signal?.addEventListener('abort', abort);
        if (signal?.aborted) {
          abort();
        }
        const socket = this.#socket;
        socket.addEventListener('message', (event) => this.#guard(() => this.#heard(String(event.data))));
        socket.addEventListener('error', () => {}); // a close follows, and says what is known
        socket.addEventListener('close', (event) => this.#closed(event.code));
      });
    } finally {
      clearInterval(watch);
      clearTimeout(this.#farewell);
      signal?.removeEventListener('abort', abort);
      this.#over = true;
      this.#wake();
      this.#socket.close();
    }
  }

  /**
   * What a listener throws, or what is no JSON, ends the conversation instead of getting lost.
   *
   * @param {() => void} work
   */
  #guard(work) {
    try {
      work();
    } catch (e) {
      this.#settle(() => this.#reject(e));
    }
  }

  /** @param {string} text */
  #heard(text) {
    if (this.#over) {
      return;
    }
    this.#heardMillis = Date.now();
    this.#pinged = false;
    const message = /** @type {ServerMessage} */ (JSON.parse(text));
    switch (message.type) {
      case 'connection_established':
        this.#established = true;
        this.#challengeId = message.challenge?.id;
        this.#pump().catch((e) => this.#settle(() => this.#reject(e)));
        break;
      case 'frame_processed':
      case 'frame_rejected':
        this.#challengeId = message.challenge?.id ?? this.#challengeId;
        this.#answered();
        break;
      case 'error':
        this.#problem = message;
        if (message.code === 429) {
          this.#nextMillis = Date.now() + FRAME_MILLIS + SLOWER_MILLIS;
        }
        this.#answered();
        break;
      case 'pong':
        break;
      case 'enrollment_complete':
      case 'enrollment_failed':
      case 'authentication_complete':
      case 'authentication_timeout':
        this.#final = message;
        this.#farewell = setTimeout(() => this.#closed(1000), CLOSE_AFTER_FINAL_MILLIS);
        break;
      default: // of a newer station
    }
    this.#options.onMessage(message);
  }

  #answered() {
    this.#unanswered = Math.max(0, this.#unanswered - 1);
    this.#wake();
  }

  /** @param {number} code */
  #closed(code) {
    const final = this.#final;
    const problem = this.#problem;
    this.#settle(() => {
      if (final) {
        this.#resolve(final);
      } else if (code >= FIRST_OWN_CODE) {
        this.#reject(
          new SessionEnded(problem?.error ?? `The station closed the session (${code}).`, {
            code: problem?.reason ?? 'SESSION_ENDED',
            status: problem?.code,
            closeCode: code,
            correlationId: problem?.correlation_id,
          }),
        );
      } else {
        this.#reject(new ConnectionLost(`The connection was lost (${code}).`, { code: 'CONNECTION_LOST', closeCode: code }));
      }
    });
  }

  /** @param {() => void} settle */
  #settle(settle) {
    if (!this.#over) {
      this.#over = true;
      settle();
    }
  }

  /** Notices a connection that is dead on the other side only: nobody closes it, nobody answers. */
  #watch() {
    const silence = Date.now() - this.#heardMillis;
    if (silence > SILENCE_BEFORE_GIVING_UP_MILLIS) {
      this.#closed(1006);
    } else if (silence > SILENCE_BEFORE_PING_MILLIS && !this.#pinged && this.#established) {
      this.#pinged = true;
      this.#socket.send(JSON.stringify({ type: 'ping' }));
    }
  }

  /** Sends frames while there are any; each is taken from the source only when it can go at once. */
  async #pump() {
    while (!this.#over && !this.#final) {
      if (this.#unanswered >= MOST_UNANSWERED || this.#socket.bufferedAmount > MOST_BUFFERED_BYTES) {
        await this.#sleep(FRAME_MILLIS);
        continue;
      }
      const due = this.#nextMillis - Date.now();
      if (due > 0) {
        await this.#sleep(due, true);
        continue;
      }
      const frame = await this.#options.frames.next();
      if (this.#over || this.#final) {
        return;
      }
      if (frame === null) {
        await this.#lastAnswers();
        return;
      }
      this.#nextMillis = Date.now() + FRAME_MILLIS;
      this.#unanswered++;
      this.#socket.send(await this.#encoded(frame));
    }
  }

  /** @param {import('./frames.js').Taken} frame */
  async #encoded(frame) {
    if (this.#options.binary) {
      return frame.bytes();
    }
    const challenge = this.#challengeId === undefined ? {} : { challenge_id: this.#challengeId };
    return JSON.stringify({ type: 'frame', image: await frame.base64(), ts: frame.millis, seq: frame.seq, ...challenge });
  }

  async #lastAnswers() {
    while (this.#unanswered > 0 && !this.#over && !this.#final) {
      await this.#sleep(FRAME_MILLIS);
    }
    if (!this.#final) {
      const ended = new FramesEnded('The frames ended before the session did.', { code: 'FRAMES_ENDED' });
      this.#settle(() => this.#reject(ended));
    }
  }

  /**
   * @param {number} millis
   * @param {boolean} [whole] whether an answer does not cut it short
   */
  #sleep(millis, whole = false) {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, millis);
      this.#wake = whole
        ? () => {}
        : () => {
            clearTimeout(timer);
            resolve(undefined);
          };
    });
  }
}

/**
 * @param {AbortSignal | undefined} signal
 * @returns {unknown}
 */
export function abortReason(signal) {
  return signal?.reason ?? new FacedeskError('It was stopped.', { code: 'ABORTED' });
}
