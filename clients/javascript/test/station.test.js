/**
 * Against a real station. The environment says where it is, and where the pictures are:
 * FACEDESK_URL, FACEDESK_API_KEY, FACEDESK_API_SECRET, and FACEDESK_FRAMES with folders of JPEG
 * files, ten a second: `enroll`, `again`, `once-more`, `rest` of one person, `other` of another.
 */

import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { WebSocket } from 'ws';
import { RequestRefused, SessionEnded, Station, recording } from '../facedesk.js';
import { platform } from './fakestation.js';

const { FACEDESK_URL: url, FACEDESK_API_KEY: apiKey, FACEDESK_API_SECRET: secret, FACEDESK_FRAMES: frames = '' } = process.env;
const skip = url === undefined && 'FACEDESK_URL names no station; ./station test starts one';
const station = new Station({ url: url ?? '', apiKey, secret, platform });

/** @param {string} name */
function clip(name) {
  const folder = join(frames, name);
  return recording(readdirSync(folder).sort().map((file) => Uint8Array.from(readFileSync(join(folder, file)))));
}

test('the station is healthy, and known by a token of an hour, too', { skip }, async () => {
  assert.equal((await station.health()).status, 'healthy');
  await station.signIn();
});

test('a person is enrolled, and the seal is verified', { skip }, async () => {
  /** @type {string[]} */
  const kinds = [];

  const outcome = await station.enroll({ userId: 'ada', frames: clip('enroll'), onProgress: ({ kind }) => kinds.push(kind) });

  assert.equal(outcome.text && outcome.success, true);
  assert.equal(outcome.verified, true);
  assert.equal(outcome.userId, 'ada');
  assert.equal(outcome.opened?.session_type, 'enrollment');
  assert.equal(kinds[0], 'connected');
  assert.ok(kinds.includes('frame'));
});

test('the same person is verified', { skip }, async () => {
  const outcome = await station.authenticate({ userId: 'ada', frames: clip('again') });

  assert.equal(outcome.success, true);
  assert.equal(outcome.opened?.session_type, 'verification');
  assert.ok((outcome.confidence ?? 0) > 0.5);
});

test('the same person is found over REST', { skip }, async () => {
  const outcome = await station.authenticate({ frames: clip('rest'), transport: 'rest' });

  assert.equal(outcome.userId, 'ada');
  assert.equal(outcome.verified, true);
});

test('somebody else is not', { skip }, async () => {
  const outcome = await station.authenticate({ frames: clip('other') });

  assert.equal(outcome.success, false);
  assert.equal(outcome.userId, undefined);
});

test('a session goes on after its connection was cut, for whoever has its token', { skip }, async () => {
  /** @type {WebSocket[]} */
  const sockets = [];
  class Watched extends WebSocket {
    /** @param {string} address */
    constructor(address) {
      super(address);
      sockets.push(this);
    }
  }
  const anyone = new Station({ url: url ?? '', platform: { WebSocket: /** @type {any} */ (Watched) } });
  const { token } = await station.startAuthentication('ada');
  let heard = 0;

  const outcome = await anyone.join(token).run(clip('once-more'), {
    onProgress({ kind }) {
      if (kind === 'frame' && ++heard === 3) {
        sockets[0]?.terminate();
      }
    },
  });

  assert.equal(outcome.success, true);
  assert.equal(outcome.userId, 'ada');
  assert.equal(outcome.verified, false);
  assert.ok(sockets.length >= 2);
  const { status, frames_processed: counted } = await station.join(token).status();
  assert.equal(status, 'completed');
  assert.ok(counted > 3);
});

test('a cancelled session, and one that never was, are over', { skip }, async () => {
  const session = await station.startAuthentication();
  assert.equal((await session.cancel()).status, 'cancelled');

  await assert.rejects(session.run(clip('again')), (e) => e instanceof SessionEnded && e.closeCode === 4400);
  const unknown = station.join('sess_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA');
  await assert.rejects(unknown.run(clip('again')), (e) => e instanceof SessionEnded && e.closeCode === 4404);
  await assert.rejects(unknown.status(), (e) => e instanceof RequestRefused && e.status === 404);
});

test('an unknown user and a wrong key are refused', { skip }, async () => {
  await assert.rejects(station.startAuthentication('nobody'), { name: 'RequestRefused', code: 'USER_NOT_FOUND', status: 404 });
  const stranger = new Station({ url: url ?? '', apiKey: 'fd_wrong', platform });
  await assert.rejects(stranger.startEnrollment('ada'), { name: 'RequestRefused', status: 401 });
});
