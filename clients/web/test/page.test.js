/**
 * The page in a real browser with a fake camera, against a real station. The environment says where:
 * FACEDESK_URL, FACEDESK_API_KEY, FACEDESK_API_SECRET; FACEDESK_CHROMIUM, the program; FACEDESK_CLIPS,
 * a folder with `enroll.mjpeg` and `again.mjpeg` of one person; FACEDESK_SCREENS, where screenshots go.
 */

import assert from 'node:assert/strict';
import { join } from 'node:path';
import { getuid } from 'node:process';
import { test } from 'node:test';
import { chromium } from 'playwright-core';
import { Station } from '../../javascript/facedesk.js';

const {
  FACEDESK_URL: url = '',
  FACEDESK_API_KEY: apiKey = '',
  FACEDESK_API_SECRET: secret,
  FACEDESK_CHROMIUM: executablePath,
  FACEDESK_CLIPS: clips = '',
  FACEDESK_SCREENS: screens = '',
} = process.env;
const skip = (!url || !executablePath) && 'FACEDESK_URL names no station; ./station test starts one';

/** A session has to end within this, even on a busy machine. */
const SESSION_MILLIS = 60_000;

const platform = { WebSocket: /** @type {any} */ (class {}) };
const station = new Station({ url, apiKey, secret, platform });

/**
 * @param {import('node:test').TestContext} t
 * @param {{clip?: string, options?: import('playwright-core').BrowserContextOptions}} [how]
 */
async function browserWith(t, { clip, options = {} } = {}) {
  const camera = clip && [
    '--use-fake-device-for-media-stream',
    `--use-file-for-fake-video-capture=${join(clips, clip)}`,
    '--use-fake-ui-for-media-stream',
  ];
  const browser = await chromium.launch({
    executablePath,
    chromiumSandbox: getuid?.() !== 0,
    args: [...(camera || []), '--disable-gpu'],
  });
  t.after(() => browser.close());
  const context = await browser.newContext({ reducedMotion: 'reduce', ...options });
  const page = await context.newPage();
  /** @type {string[]} */
  const complaints = [];
  page.on('console', (line) => ['error', 'warning'].includes(line.type()) && complaints.push(line.text()));
  page.on('pageerror', (e) => complaints.push(String(e)));
  page.on('request', (request) => request.url().startsWith(url) || request.url().startsWith('blob:') || complaints.push(`asked ${request.url()}`));
  return { page, complaints };
}

/**
 * @param {import('playwright-core').Page} page
 * @param {string} name
 */
const screenshot = (page, name) => page.screenshot({ path: join(screens, `${name}.png`), fullPage: true });

/** @param {import('playwright-core').Page} page */
async function started(page) {
  await page.getByRole('button', { name: 'Start' }).click({ timeout: 20_000 });
  await page.locator('#stage[data-mood=good]').waitFor({ timeout: SESSION_MILLIS });
}

/**
 * Waits for the session's result, and says what the page shows where it is another one.
 *
 * @param {import('playwright-core').Page} page
 * @param {string} title
 */
async function ended(page, title) {
  const result = page.locator('#result');
  const capture = page.locator('#capture');
  try {
    await result.waitFor({ timeout: SESSION_MILLIS });
  } catch (e) {
    await screenshot(page, 'not-ended');
    throw new Error(`the session has no result; the page says: ${await capture.innerText()}`, { cause: e });
  }
  assert.equal(await page.getByRole('heading', { level: 1 }).innerText(), title, await result.innerText());
}

test('a person with a link is enrolled', { skip }, async (t) => {
  const session = await station.startEnrollment('grace');
  const { page, complaints } = await browserWith(t, { clip: 'enroll.mjpeg' });

  await page.goto(session.pageUrl);
  await page.getByRole('status').getByText('Is your face inside the oval?').waitFor({ timeout: 20_000 });
  assert.equal(page.url(), `${url.replace(/\/$/, '')}/`, 'the token is out of the address bar');
  await screenshot(page, 'ready');
  await started(page);
  await screenshot(page, 'enrolling');
  await ended(page, 'You are enrolled');
  await screenshot(page, 'enrolled');

  assert.equal((await session.status()).status, 'completed');
  assert.deepEqual(complaints, []);
  assert.equal(await page.evaluate(() => document.activeElement?.id), 'result-title');
});

test('on a phone in the dark, the same person is recognised; a link works once', { skip }, async (t) => {
  const session = await station.startAuthentication('grace');
  const options = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true, colorScheme: /** @type {const} */ ('dark') };
  const { page, complaints } = await browserWith(t, { clip: 'again.mjpeg', options });
  await page.addInitScript(() => {
    HTMLCanvasElement.prototype.toBlob = () => {}; // a browser that is not idle calls back seconds later, if at all
  });

  await page.goto(url);
  await page.getByRole('textbox', { name: 'Link' }).fill(session.pageUrl);
  await screenshot(page, 'phone-start');
  await page.getByRole('button', { name: 'Continue' }).first().click();
  await started(page);
  await screenshot(page, 'phone-recognising');
  await ended(page, 'Recognised');
  assert.equal(await page.getByText('grace').count(), 1);
  await screenshot(page, 'phone-recognised');

  assert.equal((await session.status()).status, 'completed');
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth > innerWidth), false, 'nothing is cut off');
  assert.deepEqual(complaints, []);

  await page.goto(session.pageUrl);
  await page.waitForFunction(() => location.hash === ''); // the same page with another # is not loaded anew, but told of it
  await page.reload();
  await page.getByRole('heading', { name: 'Open your link' }).waitFor();
  await page.getByRole('textbox', { name: 'Link' }).fill(session.token);
  await page.getByRole('button', { name: 'Continue' }).first().click();
  await page.getByRole('button', { name: 'Start' }).click({ timeout: 20_000 });
  await page.getByRole('heading', { name: 'This link has been used' }).waitFor({ timeout: 20_000 });
});

test('an API key that is typed in makes sessions, and is kept nowhere', { skip }, async (t) => {
  const { page, complaints } = await browserWith(t, { clip: 'again.mjpeg' });

  await page.goto(url);
  await page.getByText('Try the station with an API key').click();
  await page.getByLabel('API key', { exact: true }).fill(apiKey);
  await page.getByLabel('Find out who it is').check();
  await screenshot(page, 'trial');
  await page.getByRole('button', { name: 'Continue' }).last().click();
  await started(page);
  await ended(page, 'Recognised');

  assert.equal(await page.getByText('grace').count(), 1);
  assert.equal(await page.evaluate(() => /** @type {any} */ (document.getElementById('key')).value), '');
  assert.deepEqual(await page.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie]), [0, 0, '']);
  assert.deepEqual(complaints, []);
});

test('what is wrong is said: no link, no key, no camera, no such session', { skip }, async (t) => {
  const { page } = await browserWith(t);

  await page.goto(url);
  await page.getByRole('textbox', { name: 'Link' }).fill('https://elsewhere.example/');
  await page.getByRole('button', { name: 'Continue' }).first().click();
  await page.getByRole('alert').getByText('This is not a session link.').waitFor();
  await page.getByText('Try the station with an API key').click();
  await page.getByLabel('API key', { exact: true }).fill('fd_wrong');
  await page.getByLabel('Person’s id').fill('grace');
  await page.getByRole('button', { name: 'Continue' }).last().click();
  await page.getByRole('alert').getByText('credentials').or(page.getByRole('alert').getByText('valid')).waitFor();
  await page.goto(`${url}/?again#session=sess_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA`);
  await page.getByRole('heading', { name: 'There is no camera' }).waitFor({ timeout: 20_000 });
  await screenshot(page, 'no-camera');
});

test('it can be used with the keyboard alone', { skip }, async (t) => {
  const session = await station.startAuthentication('grace');
  const { page } = await browserWith(t, { clip: 'again.mjpeg' });

  await page.goto(session.pageUrl);
  await page.getByRole('status').getByText('Is your face inside the oval?').waitFor({ timeout: 20_000 });
  const focused = () => page.evaluate(() => document.activeElement?.id);
  assert.equal(await focused(), 'begin');
  await page.keyboard.press('Shift+Tab');
  assert.equal(await focused(), 'camera');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  assert.equal(await focused(), 'stop');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Stopped' }).waitFor();
  await session.cancel();
});
