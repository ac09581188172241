/** A browser's camera as a source of frames. */

import { FacedeskError } from './errors.js';

/** Longer side of the pictures that are sent: enough for any quality mark, far below the station's limits. */
const LONGEST_SIDE = 960;
const JPEG_QUALITY = 0.9;

/**
 * @typedef {object} OpenCamera
 * @property {() => Promise<string | null>} frames a source for {@link Session.run}; null once stopped
 * @property {() => {width: number, height: number}} size of the pictures that are sent
 * @property {string | undefined} deviceId
 * @property {() => void} stop lets the camera go
 */

/**
 * Opens a camera and shows it. The page must be on https or on localhost: elsewhere browsers have
 * no camera to give.
 *
 * @param {HTMLVideoElement} video shows the picture; mirror it with CSS, the frames are not mirrored
 * @param {{deviceId?: string}} [wish]
 * @returns {Promise<OpenCamera>}
 * @throws {FacedeskError} with code CAMERA_DENIED, CAMERA_ABSENT, CAMERA_IN_USE or CAMERA_INSECURE_PAGE
 */
export async function openCamera(video, wish = {}) {
  const stream = await streamOf(wish.deviceId);
  video.muted = true;
  video.playsInline = true;
  video.srcObject = stream;
  await video.play();
  const canvas = document.createElement('canvas');
  let stopped = false;
  /** @type {() => void} */
  let wake = () => {};
  const size = () => {
    const scale = Math.min(1, LONGEST_SIDE / Math.max(video.videoWidth, video.videoHeight, 1));
    return { width: Math.round(video.videoWidth * scale), height: Math.round(video.videoHeight * scale) };
  };
  /** Waits for a picture that was not there before: the same one twice would look like a replay. */
  const fresh = () =>
    new Promise((resolve) => {
      wake = () => resolve(undefined);
      video.requestVideoFrameCallback(wake);
    });
  const stop = () => {
    stopped = true;
    stream.getTracks().forEach((track) => track.stop());
    video.srcObject = null;
    wake();
  };
  return {
    async frames() {
      await fresh();
      return stopped ? null : jpeg(video, canvas, size());
    },
    size,
    deviceId: stream.getVideoTracks()[0]?.getSettings().deviceId,
    stop,
  };
}

/**
 * The cameras there are. Their names are known once one was permitted.
 *
 * @returns {Promise<{deviceId: string, label: string}[]>}
 */
export async function cameras() {
  const devices = (await navigator.mediaDevices?.enumerateDevices()) ?? [];
  return devices
    .filter((device) => device.kind === 'videoinput')
    .map((device, i) => ({ deviceId: device.deviceId, label: device.label || `Camera ${i + 1}` }));
}

/** @param {string | undefined} deviceId */
async function streamOf(deviceId) {
  if (!navigator.mediaDevices) {
    throw new FacedeskError('Cameras are open to pages on https only.', { code: 'CAMERA_INSECURE_PAGE' });
  }
  const which = deviceId === undefined ? { facingMode: 'user' } : { deviceId: { exact: deviceId } };
  try {
    return await navigator.mediaDevices.getUserMedia({
      audio: false,
      video: { ...which, width: { ideal: 1280 }, height: { ideal: 720 }, frameRate: { ideal: 30 } },
    });
  } catch (e) {
    throw refusal(e);
  }
}

/** @param {unknown} cause */
function refusal(cause) {
  switch (cause instanceof DOMException ? cause.name : '') {
    case 'NotAllowedError':
    case 'SecurityError':
      return new FacedeskError('The camera was not permitted.', { code: 'CAMERA_DENIED', cause });
    case 'NotFoundError':
    case 'OverconstrainedError':
      return new FacedeskError('There is no such camera.', { code: 'CAMERA_ABSENT', cause });
    default:
      return new FacedeskError('The camera gives no picture.', { code: 'CAMERA_IN_USE', cause });
  }
}

/**
 * As a data URL: `toBlob` waits for the browser to be idle, which on a busy device takes seconds, and a
 * face that is out of sight for half a second might be another one.
 *
 * @param {HTMLVideoElement} video
 * @param {HTMLCanvasElement} canvas
 * @param {{width: number, height: number}} size
 */
function jpeg(video, canvas, { width, height }) {
  if (canvas.width !== width || canvas.height !== height) {
    canvas.width = width;
    canvas.height = height;
  }
  canvas.getContext('2d', { alpha: false })?.drawImage(video, 0, 0, width, height);
  const picture = canvas.toDataURL('image/jpeg', JPEG_QUALITY);
  if (!picture.startsWith('data:image/jpeg')) {
    throw new FacedeskError('The camera gives no picture.', { code: 'CAMERA_IN_USE' });
  }
  return picture;
}
