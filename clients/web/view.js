/** What stands on the page; knows its elements, and nothing about stations. */

import { left, progress } from './texts.js';

/** @import { FrameProcessed } from '../javascript/src/messages.d.ts' */

/** Sentences change no faster than this, or nobody could read or hear them. */
const SENTENCE_MILLIS = 700;

/**
 * @template {HTMLElement} T
 * @param {string} id
 * @param {new () => T} type
 * @returns {T}
 */
export function element(id, type) {
  const found = document.getElementById(id);
  if (!(found instanceof type)) {
    throw new Error(`the page has no ${id}`);
  }
  return found;
}

const SECTIONS = ['start', 'capture', 'result'];
const sentence = element('sentence', HTMLElement);
const clock = element('clock', HTMLElement);
const stage = element('stage', HTMLElement);

/**
 * Shows one section and takes the focus there, so that it is read out.
 *
 * @param {'start' | 'capture' | 'result'} section
 */
export function show(section) {
  for (const id of SECTIONS) {
    element(id, HTMLElement).hidden = id !== section;
  }
  const title = element(`${section}-title`, HTMLElement);
  title.focus({ preventScroll: true });
  scrollTo(0, 0);
  document.title = `Facedesk – ${title.textContent}`;
}

/** @type {ReturnType<typeof setTimeout> | undefined} */
let sentenceTimer;
let sentenceMillis = 0;

/**
 * Says the one thing the person should do now; the newest wins.
 *
 * @param {string} text
 */
export function say(text) {
  clearTimeout(sentenceTimer);
  const wait = sentenceMillis + SENTENCE_MILLIS - performance.now();
  sentenceTimer = setTimeout(
    () => {
      if (sentence.textContent !== text) {
        sentence.textContent = text;
        sentenceMillis = performance.now();
      }
    },
    Math.max(0, wait),
  );
}

/**
 * Whether the camera is running for a session, or only looked at.
 *
 * @param {'opening' | 'preview' | 'running'} state
 */
export function capturing(state) {
  element('begin', HTMLButtonElement).hidden = state === 'running';
  element('begin', HTMLButtonElement).disabled = state !== 'preview';
  element('camera-field', HTMLElement).hidden = state === 'running';
  element('checklist', HTMLElement).hidden = state !== 'running';
  element('capture-hint', HTMLElement).hidden = state === 'running';
  stage.dataset.mood = 'waiting';
  if (state !== 'running') {
    stopClock();
    for (const id of ['check-pictures', 'check-blink', 'check-turn']) {
      check(id, 0, 1);
    }
  }
}

/**
 * @param {{deviceId: string, label: string}[]} cameras
 * @param {string | undefined} chosen
 */
export function listCameras(cameras, chosen) {
  const options = cameras.map(({ deviceId, label }) => new Option(label, deviceId, false, deviceId === chosen));
  element('camera', HTMLSelectElement).replaceChildren(...options);
}

/** @param {FrameProcessed} frame */
export function feedback(frame) {
  const enrolling = frame.target_samples !== undefined;
  check('check-pictures', enrolling ? frame.samples_collected : frame.frames_processed, frame.target_samples ?? frame.min_frames_required ?? 1);
  check('check-blink', frame.blinks_detected, frame.blinks_required);
  check('check-turn', frame.motion_events, frame.motion_required);
  stage.dataset.mood = frame.success ? 'good' : 'advice';
}

/**
 * @param {string} id
 * @param {number} done
 * @param {number} of
 */
function check(id, done, of) {
  const row = element(id, HTMLElement);
  row.classList.toggle('done', done >= of);
  const count = row.querySelector('.count');
  if (count) {
    count.textContent = progress(Math.min(done, of), of);
  }
}

/** @type {ReturnType<typeof setInterval> | undefined} */
let clockTimer;

/** @param {number} seconds until the session gives up */
export function startClock(seconds) {
  stopClock();
  const end = performance.now() + seconds * 1000;
  const tick = () => {
    clock.textContent = left(Math.max(0, Math.ceil((end - performance.now()) / 1000)));
  };
  clock.hidden = false;
  clockTimer = setInterval(tick, 500);
  tick();
}

export function stopClock() {
  clearInterval(clockTimer);
  clock.hidden = true;
}

/**
 * @typedef {object} Result
 * @property {'good' | 'bad' | 'problem'} verdict
 * @property {string} title
 * @property {string} text
 * @property {[name: string, value: string][]} [facts]
 * @property {string} [again] what the first button says; without it there is none
 * @property {string} [other] what the second one says
 * @property {string} [hint]
 */

/** @param {Result} result */
export function showResult(result) {
  element('verdict', HTMLElement).dataset.verdict = result.verdict;
  element('result-title', HTMLElement).textContent = result.title;
  element('result-text', HTMLElement).textContent = result.text;
  element('result-hint', HTMLElement).textContent = result.hint ?? '';
  button('again', result.again);
  button('other', result.other);
  const facts = element('result-facts', HTMLElement);
  facts.replaceChildren(...(result.facts ?? []).flatMap(([name, value]) => [text('dt', name), text('dd', value)]));
  facts.hidden = !result.facts?.length;
  show('result');
}

/**
 * @param {string} id
 * @param {string | undefined} label
 */
function button(id, label) {
  const found = element(id, HTMLButtonElement);
  found.hidden = label === undefined;
  found.textContent = label ?? '';
}

/**
 * @param {string} tag
 * @param {string} content
 */
function text(tag, content) {
  const made = document.createElement(tag);
  made.textContent = content;
  return made;
}
