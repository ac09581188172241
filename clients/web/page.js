/**
 * The station's own page. It is opened by a link that carries a session (`/#session=<token>`): the
 * part after # never reaches a server's log, and is taken out of the address bar at once. For
 * trying out it can create sessions itself with an API key that is typed in and kept in memory only.
 */

import { FacedeskError, SessionEnded, Station, cameras, openCamera } from '../javascript/facedesk.js';
import * as texts from './texts.js';
import { capturing, element, feedback, listCameras, say, show, showResult, startClock, stopClock } from './view.js';

/**
 * @import { OpenCamera } from '../javascript/src/camera.js'
 * @import { Outcome, Progress, Session } from '../javascript/src/session.js'
 */

/** @typedef {{what: 'enroll' | 'verify' | 'identify', person: string}} Trial */

const LINK = /(?:^|#|&)session=([A-Za-z0-9_-]{8,200})(?:$|&)/;

const anyone = new Station({ url: location.origin });
/** With the API key that was typed in; null where a link is all there is. @type {Station | null} */
let trying = null;
/** @type {Trial} */
let trial = { what: 'enroll', person: '' };
/** @type {Session | null} */
let session = null;
/** @type {OpenCamera | null} */
let camera = null;
/** @type {AbortController | null} */
let running = null;

// ---- where a session comes from ---------------------------------------------------------------------------------------

/** Takes the session out of the address, so that it stays in no history and no screenshot. */
function arrive() {
  const token = LINK.exec(location.hash)?.[1];
  if (location.hash) {
    history.replaceState(null, '', location.pathname);
  }
  if (token === undefined) {
    show('start');
  } else {
    trying = null;
    session = anyone.join(token);
    void preview();
  }
}

/** @param {SubmitEvent} event */
function linkEntered(event) {
  event.preventDefault();
  const field = element('link', HTMLInputElement);
  const token = LINK.exec(field.value.trim())?.[1] ?? /^sess_[A-Za-z0-9_-]{8,200}$/.exec(field.value.trim())?.[0];
  complain('link', token === undefined ? texts.LINK_WRONG : '');
  if (token !== undefined) {
    field.value = '';
    trying = null;
    session = anyone.join(token);
    void preview();
  }
}

/** @param {SubmitEvent} event */
function trialEntered(event) {
  event.preventDefault();
  const key = element('key', HTMLInputElement);
  const person = element('person', HTMLInputElement).value.trim();
  const what = /** @type {Trial['what']} */ (new FormData(element('trial-form', HTMLFormElement)).get('what') ?? 'enroll');
  if (key.value === '' && trying === null) {
    complain('trial', texts.KEY_MISSING);
    key.focus();
  } else if (person === '' && what !== 'identify') {
    complain('trial', texts.PERSON_MISSING);
    element('person', HTMLInputElement).focus();
  } else {
    complain('trial', '');
    if (key.value !== '') {
      trying = new Station({ url: location.origin, apiKey: key.value.trim() });
      key.value = '';
    }
    trial = { what, person };
    void tryOut();
  }
}

/** Creates the session that was asked for; its frames are sent with its token alone. */
async function tryOut() {
  if (trying === null) {
    return show('start');
  }
  try {
    const made =
      trial.what === 'enroll'
        ? await trying.startEnrollment(trial.person)
        : await trying.startAuthentication(trial.what === 'verify' ? trial.person : null);
    session = anyone.join(made.token);
    await preview();
  } catch (e) {
    show('start');
    element('trial', HTMLDetailsElement).open = true;
    complain('trial', e instanceof FacedeskError ? e.message : String(e));
    if (e instanceof FacedeskError && e.status === 401) {
      trying = null;
    }
  }
}

/**
 * @param {'link' | 'trial'} form
 * @param {string} text
 */
function complain(form, text) {
  element(`${form}-error`, HTMLElement).textContent = text;
  element(form === 'link' ? 'link' : 'key', HTMLInputElement).setAttribute('aria-invalid', String(text !== ''));
}

// ---- camera -----------------------------------------------------------------------------------------------------------

/**
 * Shows the camera; nothing is sent yet.
 *
 * @param {string} [deviceId]
 */
async function preview(deviceId) {
  closeCamera();
  capturing('opening');
  show('capture');
  say(texts.CAMERA.opening);
  try {
    camera = await openCamera(element('video', HTMLVideoElement), { deviceId });
    listCameras(await cameras(), camera.deviceId);
    capturing('preview');
    say(texts.CAMERA.ready);
    element('begin', HTMLButtonElement).focus();
  } catch (e) {
    fail(e);
  }
}

function closeCamera() {
  camera?.stop();
  camera = null;
}

// ---- the session ------------------------------------------------------------------------------------------------------

async function begin() {
  if (session === null || camera === null) {
    return;
  }
  const stop = new AbortController();
  running = stop;
  capturing('running');
  say(texts.CAMERA.connecting);
  element('stop', HTMLButtonElement).focus();
  try {
    const outcome = await session.run(camera.frames, { onProgress, signal: stop.signal });
    conclude(outcome);
  } catch (e) {
    if (!stop.signal.aborted) {
      fail(e);
    }
  } finally {
    running = null;
    stopClock();
    closeCamera();
  }
}

/** @param {Progress} progress */
function onProgress({ kind, text, message }) {
  if (message?.type === 'connection_established') {
    startClock(message.timeout);
    say(texts.CAMERA.connected);
  } else if (message?.type === 'frame_processed') {
    feedback(message);
    say(text);
  } else if (kind === 'reconnecting' || message?.type === 'frame_rejected') {
    say(text); // but a picture that came a moment too early is nothing to tell a person
  }
}

/** @param {Outcome} outcome */
function conclude(outcome) {
  const enrolling = session?.kind === 'enrollment';
  session = null;
  if (!outcome.success) {
    showResult({
      verdict: 'bad',
      title: enrolling ? texts.NOT_ENROLLED : texts.NOT_RECOGNISED,
      text: texts.REASONS[outcome.reason ?? ''] ?? outcome.text,
      ...offers({ hint: texts.ONLY_ONE, again: 'Once more' }),
    });
    return;
  }
  const facts = /** @type {[string, string][]} */ (outcome.userId === undefined ? [] : [['Person', outcome.userId]]);
  if (outcome.confidence !== undefined) {
    facts.push(['Confidence', `${Math.round(outcome.confidence * 100)} %`]);
  }
  const again = enrolling ? 'Now recognise this person' : 'Once more';
  showResult({ verdict: 'good', ...(enrolling ? texts.ENROLLED : texts.RECOGNISED), facts, ...offers({ hint: texts.MAY_CLOSE, again }) });
}

/** @param {unknown} e */
function fail(e) {
  closeCamera();
  const known = e instanceof FacedeskError ? texts.ERRORS[e.code] : undefined;
  const text = e instanceof FacedeskError ? e.message : 'Something went wrong on this page. Reload it and try again.';
  const over = e instanceof SessionEnded;
  if (over) {
    session = null;
  }
  const hint = e instanceof FacedeskError && e.correlationId ? `For the staff: ${e.correlationId}` : '';
  showResult({
    verdict: 'problem',
    title: known?.title ?? 'That did not work',
    text: known?.text ?? text,
    ...(over ? offers({ hint: '', again: 'Once more' }) : { again: 'Try again' }),
    ...(hint && { hint }),
  });
}

/**
 * What can be done next: with a link nothing, with an API key whatever one likes.
 *
 * @param {{hint: string, again: string}} words
 */
function offers({ hint, again }) {
  return trying === null ? { hint } : { again, other: 'Something else' };
}

function again() {
  if (session !== null) {
    void preview();
    return;
  }
  if (trial.what === 'enroll' && element('verdict', HTMLElement).dataset.verdict === 'good') {
    trial = { what: 'verify', person: trial.person };
  }
  void tryOut();
}

/** Nothing more is sent. A link can go on while it is valid; a session of one's own is given up. */
function stop() {
  running?.abort();
  closeCamera();
  if (trying === null) {
    showResult({ verdict: 'problem', ...texts.STOPPED, again: 'Go on' });
    return;
  }
  const given = session;
  session = null;
  show('start');
  if (given !== null) {
    trying.join(given.token).cancel().catch(() => {}); // it expires by itself
  }
}

// ---- wiring -----------------------------------------------------------------------------------------------------------

element('place', HTMLElement).textContent = location.host;
element('link-form', HTMLFormElement).addEventListener('submit', linkEntered);
element('trial-form', HTMLFormElement).addEventListener('submit', trialEntered);
element('trial-form', HTMLFormElement).addEventListener('change', () => {
  const what = new FormData(element('trial-form', HTMLFormElement)).get('what');
  element('person-field', HTMLElement).hidden = what === 'identify';
});
element('camera', HTMLSelectElement).addEventListener('change', (event) => {
  void preview(/** @type {HTMLSelectElement} */ (event.target).value);
});
element('begin', HTMLButtonElement).addEventListener('click', () => void begin());
element('stop', HTMLButtonElement).addEventListener('click', stop);
element('again', HTMLButtonElement).addEventListener('click', again);
element('other', HTMLButtonElement).addEventListener('click', () => show('start'));
addEventListener('hashchange', () => LINK.test(location.hash) && arrive());
addEventListener('pagehide', () => closeCamera());
arrive();
