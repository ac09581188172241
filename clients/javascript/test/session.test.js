import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ConnectionLost, FramesEnded, RequestRefused, SealBroken, SessionEnded, Station, recording } from '../facedesk.js';
import { greet, pictures, platform, processed, recognised, say, stationThat } from './fakestation.js';

/**
 * @param {import('ws').WebSocket} socket
 * @param {object} message
 */
function finish(socket, message) {
  say(socket, message);
  socket.close(1000);
}

test('frames go out at ten a second, each with its time and number, until the final message', async (t) => {
  /** @type {any[]} */
  const seen = [];
  const { station } = await stationThat(t, {
    frame(socket, frame, nth) {
      seen.push(frame);
      nth < 6 ? say(socket, processed) : finish(socket, recognised);
    },
  });
  /** @type {string[]} */
  const texts = [];

  const outcome = await station.join('sess_test').run(pictures(), { onProgress: ({ text }) => texts.push(text) });

  assert.equal(outcome.success, true);
  assert.equal(outcome.userId, 'ada');
  assert.equal(outcome.verified, false);
  assert.deepEqual(seen.map(({ seq }) => seq), [0, 1, 2, 3, 4, 5]);
  assert.equal(seen[0].image, '/9j/');
  const spans = seen.slice(1).map(({ ts }, i) => ts - seen[i].ts); // by the sender's clock: arrival jitters
  assert.ok(spans.every((span) => span >= 99), `spans ${spans}`);
  assert.deepEqual(texts.slice(0, 2), ['Connected.', 'Blink.']);
});

test('a station that is slow to answer is never more than two frames behind, and sees fresh ones', async (t) => {
  let taken = 0;
  let most = 0;
  let answered = 0;
  const { station } = await stationThat(t, {
    frame(socket, _frame, nth) {
      most = Math.max(most, taken - answered);
      setTimeout(() => {
        answered++;
        nth < 5 ? say(socket, processed) : finish(socket, recognised);
      }, 250);
    },
  });

  await station.join('sess_test').run(() => {
    taken++;
    return 'AAAA';
  });

  assert.ok(most <= 2, `${most} frames were unanswered`);
});

test('after a break the same token connects again and the source goes on', async (t) => {
  const { station, connections } = await stationThat(t, {
    frame(socket, frame, nth) {
      if (nth === 3) {
        socket.terminate();
      } else if (nth === 6) {
        finish(socket, { ...recognised, frames_processed: frame.seq });
      } else {
        say(socket, processed);
      }
    },
  });
  /** @type {string[]} */
  const kinds = [];

  const outcome = await station.join('sess_test').run(pictures(), { onProgress: ({ kind }) => kinds.push(kind) });

  assert.equal(connections(), 2);
  assert.equal(outcome.message.type === 'authentication_complete' && outcome.message.frames_processed, 5);
  assert.equal(kinds.filter((kind) => kind === 'connected').length, 2);
  assert.ok(kinds.includes('reconnecting'));
});

test('a token still held by the socket that broke is asked for again', async (t) => {
  const { station, connections } = await stationThat(t, {
    connected(socket, nth) {
      if (nth === 2) {
        say(socket, { type: 'error', error: 'The session is over or in use elsewhere.', code: 400, reason: 'SESSION_STATE' });
        socket.close(4400);
      } else {
        greet(socket);
      }
    },
    frame: (socket, _frame, nth) => (nth === 1 ? socket.terminate() : finish(socket, recognised)),
  });

  assert.equal((await station.join('sess_test').run(pictures())).success, true);
  assert.equal(connections(), 3);
});

test('a frame that came too fast is not the end', async (t) => {
  const { station } = await stationThat(t, {
    frame(socket, _frame, nth) {
      nth === 1
        ? say(socket, { type: 'error', error: 'At most ten frames a second.', code: 429, reason: 'RATE_LIMITED' })
        : finish(socket, recognised);
    },
  });
  /** @type {string[]} */
  const refused = [];

  const onProgress = (/** @type {import('../src/session.js').Progress} */ p) => p.kind === 'refused' && refused.push(p.text);
  assert.equal((await station.join('sess_test').run(pictures(), { onProgress })).success, true);
  assert.deepEqual(refused, ['Connected.']); // the sentence for the person stays
});

test('what the station says before it closes is the error', async (t) => {
  const { station } = await stationThat(t, {
    connected(socket) {
      say(socket, { type: 'error', error: 'There is no such session.', code: 404, reason: 'SESSION_NOT_FOUND', correlation_id: 'abc123' });
      socket.close(4404);
    },
  });

  await assert.rejects(station.join('sess_unknown').run(pictures()), (e) => {
    assert.ok(e instanceof SessionEnded);
    assert.equal(e.name, 'SessionEnded');
    assert.deepEqual([e.code, e.status, e.closeCode, e.correlationId], ['SESSION_NOT_FOUND', 404, 4404, 'abc123']);
    return true;
  });
});

test('a duplicate face is an outcome with its reason', async (t) => {
  const { station } = await stationThat(t, {
    frame(socket) {
      say(socket, { type: 'enrollment_failed', success: false, error_code: 'DUPLICATE_FACE_DETECTED', reason: 'duplicate_face', message: 'This face is already enrolled.' });
      socket.close(4001);
    },
  });

  const outcome = await station.join('sess_test').run(pictures());

  assert.equal(outcome.success, false);
  assert.equal(outcome.reason, 'duplicate_face');
});

test('frames that end before the session leave it open', async (t) => {
  const { station } = await stationThat(t, { frame: (socket) => say(socket, processed) });

  await assert.rejects(station.join('sess_test').run(recording(['AAAA', 'BBBB'])), FramesEnded);
});

test('an aborted run stops at once, whatever it waits for', async (t) => {
  const { station } = await stationThat(t, {});
  const abort = new AbortController();
  setTimeout(() => abort.abort(new Error('enough')), 150);

  await assert.rejects(station.join('sess_test').run(pictures(), { signal: abort.signal }), { message: 'enough' });
});

test('a source that fails is what the caller hears of', async (t) => {
  const { station } = await stationThat(t, {});
  const broken = () => Promise.reject(new Error('the lens fell off'));

  await assert.rejects(station.join('sess_test').run(broken), { message: 'the lens fell off' });
});

test('binary frames are the bytes themselves', async (t) => {
  const { station } = await stationThat(t, {
    frame: (socket, frame) => finish(socket, { ...recognised, user_id: frame.toString('hex') }),
  });

  assert.equal((await station.join('sess_test').run(pictures(), { binary: true })).userId, 'ffd8ff');
});

test('a person of another client is not taken for one of your own with the same id', async (t) => {
  const { station } = await stationThat(t, { frame: (socket) => finish(socket, { ...recognised, user_client_id: 'gate' }) });

  const outcome = await station.join('sess_test').run(pictures());

  assert.deepEqual([outcome.userId, outcome.userClientId], ['ada', 'gate']);
});

test('the same over REST, at the same pace; a duplicate face comes with 409 there', async (t) => {
  /** @type {number[]} */
  const times = [];
  const { station } = await stationThat(
    t,
    {
      rest({ path, body, authorization }) {
        assert.equal(authorization, 'Bearer fd_key');
        if (path === '/api/auth/enrollment/') {
          return { status: 201, body: { session_token: 'sess_test', websocket_url: 'wss://desk.example/ws/auth/process-image/sess_test/', expires_at: '2026-11-22T12:00:00Z' } };
        }
        times.push(performance.now());
        assert.equal(body.session_token, 'sess_test');
        assert.equal(body.timestamp, body.frame_number * 100);
        switch (times.length) {
          case 1:
            return { status: 429, body: { error: 'At most ten frames a second.', code: 'RATE_LIMITED' } };
          case 2:
            return { status: 200, body: processed };
          default:
            return { status: 409, body: { type: 'enrollment_failed', success: false, reason: 'duplicate_face', message: 'This face is already enrolled.' } };
        }
      },
    },
    { apiKey: 'fd_key' },
  );
  const session = await station.startEnrollment('ada');

  const outcome = await session.run(recording(pictures()), { transport: 'rest' });

  assert.equal(outcome.reason, 'duplicate_face');
  assert.equal(session.pageUrl, 'https://desk.example/#session=sess_test');
  assert.ok((times[1] ?? 0) - (times[0] ?? 0) > 85);
});

test('a refused call carries status, code and correlation id', async (t) => {
  const { station } = await stationThat(t, {
    rest: () => ({ status: 409, body: { error: 'Not enrolled.', code: 'NOT_ENROLLED', correlation_id: 'abc123' } }),
  });

  await assert.rejects(station.startAuthentication('ada'), (e) => {
    assert.ok(e instanceof RequestRefused);
    assert.deepEqual([e.status, e.code, e.correlationId], [409, 'NOT_ENROLLED', 'abc123']);
    return true;
  });
});

test('a result that was sealed for somebody else is not believed', async (t) => {
  const sealed = { encryption_method: 'A256GCM', key: 'api_key', v2: 'e30..AAAA.AAAA.AAAA' };
  const { station } = await stationThat(
    t,
    { frame: (socket) => finish(socket, { ...recognised, encrypted_data: sealed }) },
    { secret: 'mine' },
  );

  await assert.rejects(station.join('sess_test').run(pictures()), SealBroken);
});

test('a result that is not sealed at all is not believed in strict mode', async (t) => {
  const { station } = await stationThat(
    t,
    { frame: (socket) => finish(socket, recognised) },
    { secret: 'mine', strict: true },
  );

  await assert.rejects(station.join('sess_test').run(pictures()), SealBroken);
});

test('a station that is not there is a lost connection', async () => {
  const station = new Station({ url: 'http://127.0.0.1:9', platform });

  await assert.rejects(station.health(), ConnectionLost);
});
