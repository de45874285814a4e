import { expect, test } from 'vitest';
import { readForm, readJson } from '../../../src/server/http/index.ts';

const post = (body: BodyInit, type: string): Request => {
  const init = { method: 'POST', body, headers: { 'content-type': type }, duplex: 'half' };
  return new Request('https://server.example/', init);
};

test('JSON is read with its media type, parameters and suffix included', async () => {
  for (const type of [
    'application/json',
    'application/json; charset=utf-8',
    'application/merge-patch+json',
  ]) {
    expect(await readJson(post('{"a":1}', type))).toEqual({ ok: true, value: { a: 1 } });
  }
});

test.each([
  ['text/plain, as a form of another site would send', post('{}', 'text/plain'), 'media-type'],
  ['broken JSON', post('{', 'application/json'), 'malformed'],
  ['nothing', post('', 'application/json'), 'malformed'],
  ['bytes that are no text', post(new Uint8Array([0x22, 0xff, 0x22]), 'application/json'), 'malformed'],
  ['a text over the limit', post(`"${'x'.repeat(100)}"`, 'application/json'), 'too-large'],
])('%s is told apart', async (_what, request, fault) => {
  expect(await readJson(request, { maxBytes: 64 })).toEqual({ ok: false, fault });
});

test('a stream without a length is counted as it comes and left at the limit', async () => {
  let pulled = 0;
  const endless = new ReadableStream<Uint8Array>({
    pull(controller) {
      pulled += 1;
      controller.enqueue(new Uint8Array(16).fill(0x20));
    },
  });
  expect(await readJson(post(endless, 'application/json'), { maxBytes: 64 })).toEqual({
    ok: false,
    fault: 'too-large',
  });
  expect(pulled).toBeLessThan(12);
});

test('a form is read as one', async () => {
  const read = await readForm(post('grant_type=x&a=%20b', 'application/x-www-form-urlencoded'));
  expect(read.ok && [...read.value]).toEqual([
    ['grant_type', 'x'],
    ['a', ' b'],
  ]);
});
