import { expect, test } from 'vitest';
import { createCors, isLoopbackOrigin } from '../../../src/server/http/index.ts';

const ask = (origin?: string): Request =>
  new Request('https://server.example/', origin === undefined ? {} : { headers: { origin } });
const ok = async (): Promise<Response> => new Response('ok', { headers: { vary: 'accept' } });

test('an origin on the list may read the answer; one that only looks like it may not ask', async () => {
  const cors = createCors({ origins: ['https://shop.example'] });
  const answered = await cors.wrap(ask('https://shop.example'), ok);
  expect(answered.headers.get('access-control-allow-origin')).toBe('https://shop.example');
  expect(answered.headers.get('vary')).toBe('accept, origin');
  for (const origin of [
    'https://shop.example.evil.example',
    'http://shop.example',
    'https://shop.example:444',
    'https://a.shop.example',
    'null',
    '*',
  ]) {
    expect((await cors.wrap(ask(origin), ok)).status).toBe(403);
  }
  expect((await cors.wrap(ask(), ok)).status).toBe(200);
});

test('pages of this machine may ask only where the switch is on', () => {
  const origin = 'http://localhost:5173';
  expect(createCors({ origins: [] }).allows(origin)).toBe(false);
  expect(createCors({ origins: [], allowLoopback: true }).allows(origin)).toBe(true);
});

test.each([
  ['http://127.0.0.1:1', true],
  ['http://[::1]:1', true],
  ['https://app.localhost', true],
  ['http://localhost.evil.example', false],
  ['http://127.0.0.1.evil.example', false],
  ['file://localhost', false],
  ['null', false],
])('%s is on this machine: %s', (origin, expected) => {
  expect(isLoopbackOrigin(origin)).toBe(expected);
});
