/**
 * In places like React Native: what they lack is taken away for a test, and what an application
 * passes instead is used.
 */

import assert from 'node:assert/strict';
import { webcrypto } from 'node:crypto';
import { test } from 'node:test';
import { Station, openPayload, openSeal, openV2 } from '../facedesk.js';
import { greeting, pictures, platform, processed, recognised, say, stationThat } from './fakestation.js';
import { keysOf, vectors } from './vectors.js';

/** What the oldest React Native lacks that the client is for, and what Node.js would have in its stead. */
const LACKING = ['crypto', 'btoa', 'atob', 'TextDecoder', 'WebSocket', 'DOMException'];

/** What an application there passes. */
const own = {
  ...platform,
  subtle: webcrypto.subtle,
  toBase64: (/** @type {Uint8Array} */ bytes) => Buffer.from(bytes).toString('base64'),
  fromBase64: (/** @type {string} */ text) => Uint8Array.from(Buffer.from(text, 'base64')),
};

/**
 * @param {import('node:test').TestContext} t
 * @param {string[]} names
 */
function without(t, ...names) {
  for (const name of names) {
    const known = Object.getOwnPropertyDescriptor(globalThis, name);
    if (known) {
      assert.ok(Reflect.deleteProperty(globalThis, name), name);
      t.after(() => Object.defineProperty(globalThis, name, known));
    }
  }
}

for (const vector of vectors) {
  test(`the published vector "${vector.name}" opens in every way by what was passed`, async (t) => {
    without(t, ...LACKING);
    const keys = { ...keysOf(vector), platform: { subtle: own.subtle, fromBase64: own.fromBase64 } };
    const expected = JSON.parse(vector.plain_text);

    assert.deepEqual(await openPayload(vector.encrypted_data, keys), expected);
    assert.deepEqual(await openV2(vector.encrypted_data.v2, keys), expected);
    assert.deepEqual(await openSeal(vector.encrypted_data, { ...keys, strict: true }), { opened: expected, verified: true });
  });
}

for (const vector of vectors.filter(({ name }) => name.startsWith('double'))) {
  test(`a session of ${vector.session_type} is run to its end, and its seal verified, by what was passed`, async (t) => {
    /** @type {string[]} */
    const images = [];
    const type = vector.session_type === 'enrollment' ? 'enrollment_complete' : 'authentication_complete';
    const { station } = await stationThat(
      t,
      {
        connected: (socket) => say(socket, { ...greeting, session_type: vector.session_type }),
        frame(socket, { image }, nth) {
          images.push(image);
          say(socket, nth < 3 ? processed : { ...recognised, type, user_id: 'somebody else', encrypted_data: vector.encrypted_data });
          if (nth === 3) {
            socket.close(1000);
          }
        },
      },
      { apiKey: vector.api_key, secret: vector.secret_key, platform: own },
    );
    without(t, ...LACKING);

    const outcome = await station.join(vector.session_token).run(pictures());

    assert.equal(outcome.verified, true);
    assert.equal(outcome.userId, 'employee-0042');
    assert.deepEqual(images, ['/9j/', '/9j/', '/9j/']);
  });
}

test('cameras there give text, by an asynchronous function, which is sent as it is', async (t) => {
  /** @type {string[]} */
  const images = [];
  const { station } = await stationThat(t, {
    frame(socket, { image }) {
      images.push(image);
      say(socket, processed);
    },
  });
  without(t, ...LACKING);
  const taken = ['/9j/', 'data:image/jpeg;base64,/9j/', null];
  const camera = { snapshot: async () => ({ base64: taken.shift() ?? null }) };

  const run = station.join('sess_test').run(async () => (await camera.snapshot()).base64);

  await assert.rejects(run, { code: 'FRAMES_ENDED' });
  assert.deepEqual(images, ['/9j/', 'data:image/jpeg;base64,/9j/']);
});

test('an asynchronous generator is a source, and is asked only when a frame can go', async (t) => {
  let asked = 0;
  const { station } = await stationThat(t, {
    frame(socket, frame, nth) {
      say(socket, nth < 3 ? processed : { ...recognised, user_id: `${frame.image} at ${frame.ts}` });
      if (nth === 3) {
        socket.close(1000);
      }
    },
  });
  async function* camera() {
    for (;;) {
      yield { image: `picture ${++asked}`, millis: asked * 1000 };
    }
  }

  const outcome = await station.join('sess_test').run(camera());

  assert.equal(outcome.userId, 'picture 3 at 3000');
  assert.ok(asked <= 4, `${asked} pictures were taken`);
});

test('what is needed and not passed is named', async (t) => {
  without(t, ...LACKING, 'fetch');
  const [vector] = vectors;
  const { subtle, fromBase64 } = own;
  /** @param {Partial<import('../src/platform.js').Platform>} passed */
  const joined = (passed) => new Station({ url: 'http://127.0.0.1:9', platform: passed }).join('sess_test');
  /** @param {string} member */
  const named = (member) => ({ code: 'PLATFORM', message: `There is no ${member} here; pass one as platform.${member}.` });

  await assert.rejects(joined({}).run(pictures()), named('WebSocket'));
  await assert.rejects(joined({}).status(), named('fetch'));
  await assert.rejects(openPayload(vector.encrypted_data, { ...keysOf(vector), platform: { subtle } }), named('fromBase64'));
  await assert.rejects(openV2(vector.encrypted_data.v2, { ...keysOf(vector), platform: { fromBase64 } }), named('subtle'));
});

test('bytes that cannot be sent as text are no reason to connect again', async (t) => {
  without(t, ...LACKING);
  const { station, connections } = await stationThat(t, {});

  await assert.rejects(station.join('sess_test').run(pictures()), { code: 'PLATFORM', message: /platform\.toBase64\.$/ });
  assert.equal(connections(), 1);
});

test('a global that is not there is not taken for a broken seal', async (t) => {
  without(t, ...LACKING, 'TextEncoder');
  const [vector] = vectors;

  await assert.rejects(openV2(vector.encrypted_data.v2, { ...keysOf(vector), platform: own }), /TextEncoder/);
});
