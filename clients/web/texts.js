/** The page's words, where they are not written in index.html. */

export const CAMERA = {
  opening: 'Opening the camera…',
  ready: 'Is your face inside the oval? Then press Start.',
  connecting: 'Connecting…',
  connected: 'Look into the camera.',
};

/** By the client's error codes; the rest say it themselves. */
export const ERRORS = /** @type {Record<string, {title: string, text: string}>} */ ({
  CAMERA_DENIED: {
    title: 'The camera is not permitted',
    text: 'Allow this page to use the camera (in the address bar, or in the settings of your browser), then try again.',
  },
  CAMERA_ABSENT: { title: 'There is no camera', text: 'Connect a camera, or open the link on a phone, then try again.' },
  CAMERA_IN_USE: { title: 'The camera gives no picture', text: 'Close other programs that use the camera, then try again.' },
  CAMERA_INSECURE_PAGE: {
    title: 'The camera needs a secure page',
    text: 'Browsers open the camera on https pages only. Ask for a link that starts with https.',
  },
  CONNECTION_LOST: { title: 'The connection was lost', text: 'Check the network, then try again. What was done so far is kept for a while.' },
  UNREACHABLE: { title: 'The station cannot be reached', text: 'Check the network, then try again.' },
  SESSION_NOT_FOUND: { title: 'This link is not known', text: 'Ask for a new one.' },
  SESSION_EXPIRED: { title: 'This link has expired', text: 'It works for a few minutes only. Ask for a new one.' },
  SESSION_STATE: { title: 'This link has been used', text: 'A link works once, and on one device at a time. Ask for a new one.' },
  FORBIDDEN: { title: 'This link is no longer valid', text: 'Ask whoever gave it to you.' },
  UNAUTHENTICATED: { title: 'The key is not valid', text: 'Check it and try again.' },
});

/** Why somebody was not enrolled or not recognised, and what to do. */
export const REASONS = /** @type {Record<string, string>} */ ({
  duplicate_face: 'This face is already enrolled under another id. Ask the staff for help.',
  replay_detected: 'A live person must be in front of the camera, not a recording or a picture.',
  liveness_not_proven: 'Try again: blink, and turn your head slowly to one side and back when you are asked to.',
  not_enough_samples: 'Try again with more light on your face, looking straight at the camera.',
  person_changed: 'Only one person may be in the picture. Try again alone.',
  no_match: 'The face does not match. Try again with good light, without glasses or a mask.',
  unknown_person: 'This face is not known here.',
  timeout: 'The time is up. Try again, and follow the sentence below the picture.',
  expired: 'The time is up. Ask for a new link.',
  cancelled: 'It was cancelled.',
});

export const ENROLLED = { title: 'You are enrolled', text: 'From now on you can be recognised by your face.' };
export const RECOGNISED = { title: 'Recognised', text: 'Your face was recognised.' };
export const NOT_ENROLLED = 'Not enrolled';
export const NOT_RECOGNISED = 'Not recognised';
export const LINK_WRONG = 'This is not a session link. It ends in #session= and a long code.';
export const KEY_MISSING = 'Enter the API key.';
export const PERSON_MISSING = 'Enter an id of 1 to 100 characters.';
export const ONLY_ONE = 'This link is used up. If you were not done, ask for a new one.';
export const STOPPED = { title: 'Stopped', text: 'Nothing more is sent. You can go on while your link is valid.' };
export const MAY_CLOSE = 'You may close this page now.';

/** @param {number} seconds */
export const left = (seconds) => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')} left`;

/**
 * @param {number} done
 * @param {number} of
 */
export const progress = (done, of) => (of === 0 ? 'not needed' : done >= of ? 'done' : of === 1 ? 'to do' : `${done} of ${of}`);
