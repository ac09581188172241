import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SealBroken, openPayload, openSeal, openV2 } from '../facedesk.js';
import { keysOf, vectors } from './vectors.js';

for (const vector of vectors) {
  test(`the published vector "${vector.name}" opens in every way`, async () => {
    const keys = keysOf(vector);
    const expected = JSON.parse(vector.plain_text);

    assert.deepEqual(await openPayload(vector.encrypted_data, keys), expected);
    assert.deepEqual(await openV2(vector.encrypted_data.v2, keys), expected);
    assert.deepEqual(await openSeal(vector.encrypted_data, { ...keys, strict: true }), { opened: expected, verified: true });
  });
}

test('without a secret the payload is read, and not called verified', async () => {
  const [vector] = vectors;
  const { secret, ...keys } = keysOf(vector);

  const { opened, verified } = await openSeal(vector.encrypted_data, keys);

  assert.equal(opened.id, 'employee-0042');
  assert.equal(verified, false);
});

test('a payload without its mac is refused where there is a secret to check it with', async () => {
  const [vector] = vectors;
  const { mac, v2, ...bare } = vector.encrypted_data;

  await assert.rejects(openSeal(bare, keysOf(vector)), SealBroken);
});

test('strict mode opens nothing but v2', async () => {
  const [vector] = vectors;
  const { v2, ...old } = vector.encrypted_data;

  await assert.rejects(openSeal(old, { ...keysOf(vector), strict: true }), { name: 'SealBroken', code: 'SEAL_NOT_STRICT' });
});

test('a seal of another session, or of another kind, is refused', async () => {
  const [vector] = vectors;
  const keys = keysOf(vector);

  await assert.rejects(openSeal(vector.encrypted_data, { ...keys, sessionToken: 'sess_of_somebody_else' }), SealBroken);
  await assert.rejects(openV2(vector.encrypted_data.v2, { ...keys, sessionType: 'verification' }), {
    code: 'SEAL_OF_ANOTHER_SESSION',
  });
});

test('every flipped bit of payload, mac and v2 is noticed', async () => {
  const [vector] = vectors;
  const keys = keysOf(vector);
  const { encrypted_payload: payload, mac, v2 } = vector.encrypted_data;
  const parts = v2.split('.');

  for (const changed of flipped(payload, 'base64')) {
    await assert.rejects(openPayload({ ...vector.encrypted_data, encrypted_payload: changed }, keys), SealBroken);
  }
  for (const changed of flipped(mac, 'base64')) {
    await assert.rejects(openPayload({ ...vector.encrypted_data, mac: changed }, keys), SealBroken);
  }
  for (const [i, part] of parts.entries()) {
    for (const changed of flipped(part, 'base64url')) {
      await assert.rejects(openV2(parts.with(i, changed).join('.'), keys), SealBroken);
    }
  }
});

test('a seal that is no base64, or names an unknown key, is refused as a broken seal', async () => {
  const [vector] = vectors;
  const keys = keysOf(vector);

  await assert.rejects(openPayload({ ...vector.encrypted_data, encrypted_payload: '***' }, keys), SealBroken);
  await assert.rejects(openV2('a.b.c', keys), SealBroken);
  const unknown = /** @type {any} */ ({ ...vector.encrypted_data, key: 'other' });
  await assert.rejects(openPayload(unknown, keys), SealBroken);
});

/**
 * @param {string} text
 * @param {'base64' | 'base64url'} encoding
 */
function* flipped(text, encoding) {
  const bytes = Buffer.from(text, encoding);
  for (let bit = 0; bit < bytes.length * 8; bit++) {
    const changed = Buffer.from(bytes);
    const i = bit >> 3;
    changed[i] = (changed[i] ?? 0) ^ (1 << (bit & 7));
    yield changed.toString(encoding);
  }
}
