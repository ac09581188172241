/** Pictures on their way to the station, from whatever source there is. */

/** @import { Platform } from './platform.js' */

/** Frames are sent no faster than this; the station refuses what comes sooner. */
export const FRAME_MILLIS = 100;

/**
 * A JPEG or PNG file: its bytes, a Blob, or text (a data URL or base64).
 *
 * @typedef {Uint8Array<ArrayBuffer> | ArrayBuffer | Blob | string} Picture
 */

/**
 * A picture, or one with the time it was taken at (milliseconds, any zero): say it for recordings,
 * which need not be sent as fast as they were made.
 *
 * @typedef {Picture | {image: Picture, millis: number}} Frame
 */

/**
 * Where frames come from. A function is asked whenever a frame can be sent and should give the
 * newest picture, each only once; null or the end of an iteration means that there are no more.
 *
 * @typedef {(() => Promise<Frame | null> | Frame | null) | AsyncIterable<Frame> | Iterable<Frame>} FrameSource
 */

/**
 * A frame that is to be sent now.
 *
 * @typedef {object} Taken
 * @property {number} seq
 * @property {number} millis
 * @property {() => Promise<string>} base64
 * @property {() => Promise<ArrayBuffer | Uint8Array<ArrayBuffer>>} bytes
 */

/** Asks a source for one frame after another; outlives the socket, so that a new one goes on where the last broke. */
export class FrameQueue {
  #next;
  #platform;
  #seq = 0;

  /**
   * @param {FrameSource} source
   * @param {Platform} platform
   */
  constructor(source, platform) {
    this.#next = asking(source);
    this.#platform = platform;
  }

  /** @returns {Promise<Taken | null>} */
  async next() {
    const frame = await this.#next();
    if (frame === null || frame === undefined) {
      return null;
    }
    const timed = typeof frame === 'object' && 'image' in frame;
    const picture = timed ? frame.image : frame;
    return {
      seq: this.#seq++,
      millis: timed ? frame.millis : Date.now(),
      base64: async () => (typeof picture === 'string' ? picture : this.#platform.toBase64(await bytesOf(picture))),
      bytes: async () =>
        typeof picture === 'string'
          ? this.#platform.fromBase64(picture.slice(picture.indexOf(',') + 1))
          : bytesOf(picture),
    };
  }
}

/**
 * Pictures of a recording, with the times they were taken at.
 *
 * @param {Iterable<Picture>} pictures
 * @param {number} [framesPerSecond]
 * @returns {Generator<Frame>}
 */
export function* recording(pictures, framesPerSecond = 1000 / FRAME_MILLIS) {
  let i = 0;
  for (const image of pictures) {
    yield { image, millis: Math.round((i++ * 1000) / framesPerSecond) };
  }
}

/**
 * @param {Exclude<Picture, string>} picture
 * @returns {Promise<Uint8Array<ArrayBuffer>>}
 */
async function bytesOf(picture) {
  if (picture instanceof Uint8Array) {
    return picture;
  }
  return new Uint8Array(picture instanceof ArrayBuffer ? picture : await picture.arrayBuffer());
}

/**
 * @param {FrameSource} source
 * @returns {() => Promise<Frame | null> | Frame | null}
 */
function asking(source) {
  if (typeof source === 'function') {
    return source;
  }
  const frames = Symbol.asyncIterator in source ? source[Symbol.asyncIterator]() : source[Symbol.iterator]();
  return async () => {
    const { done, value } = await frames.next();
    return done ? null : value;
  };
}
