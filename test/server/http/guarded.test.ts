import { expect, test } from 'vitest';
import { createLogger, createSimulatedClock } from '../../../src/lib/index.ts';
import {
  bearerToken,
  createRateLimiter,
  guarded,
  readCookie,
  signValue,
  timingSafeEqualText,
  verifyValue,
} from '../../../src/server/http/index.ts';
import { StoreError } from '../../../src/server/storage/index.ts';

test.each([
  [new StoreError('full', 'no room on /secret/path'), 507, 'storage-full'],
  [new StoreError('unavailable', 'busy'), 503, 'internal'],
  [new StoreError('corrupt', 'torn'), 503, 'internal'],
  [new Error('token abc'), 500, 'internal'],
  ['no error at all', 500, 'internal'],
])('what is thrown becomes a problem body without inside knowledge: %s', async (thrown, status, code) => {
  const lines: string[] = [];
  const logger = createLogger('DEBUG', (_level, text) => lines.push(text));
  const response = await guarded(logger, () => Promise.reject(thrown));
  const body = await response.text();
  expect(JSON.parse(body)).toMatchObject({ status, code });
  expect(body).not.toMatch(/secret|abc|torn/);
  expect(lines).toHaveLength(1);
});

test('two texts are compared by value, whatever their length', async () => {
  expect(await timingSafeEqualText('same', 'same')).toBe(true);
  expect(await timingSafeEqualText('same', 'Same')).toBe(false);
  expect(await timingSafeEqualText('same', 'same but longer')).toBe(false);
});

test('a signed value cannot be changed, nor pass for one of another purpose', async () => {
  const signed = await signValue('key', 'guest', 'mary ü');
  expect(await verifyValue('key', 'guest', signed)).toBe('mary ü');
  expect(await verifyValue('key', 'site', signed)).toBeUndefined();
  expect(await verifyValue('other', 'guest', signed)).toBeUndefined();
  expect(await verifyValue('key', 'guest', `x${signed}`)).toBeUndefined();
  expect(await verifyValue('key', 'guest', `${signed}.`)).toBeUndefined();
  expect(await verifyValue('key', 'guest', '')).toBeUndefined();
});

test('cookies are found by their whole name', () => {
  const request = new Request('https://s.example/', { headers: { cookie: 'xa=1; a=2=3; b' } });
  expect(readCookie(request, 'a')).toBe('2=3');
  expect(readCookie(request, 'b')).toBeUndefined();
});

test.each([
  ['Bearer abc.def-_', 'abc.def-_'],
  ['bearer abc', 'abc'],
  ['Basic abc', undefined],
  ['Bearer a b', undefined],
  [`Bearer ${'x'.repeat(9000)}`, undefined],
])('the bearer token of %.20s', (authorization, expected) => {
  expect(bearerToken(new Request('https://s.example/', { headers: { authorization } }))).toBe(expected);
});

test('a limiter gives bursts, then a rate, and forgets the least recently used', () => {
  const clock = createSimulatedClock();
  const limiter = createRateLimiter(clock, { burst: 2, perSecond: 0.5, maxKeys: 2 });
  expect([limiter.take('a').allowed, limiter.take('a').allowed]).toEqual([true, true]);
  expect(limiter.take('a')).toEqual({ allowed: false, retryAfterSeconds: 2 });
  clock.advance(2000);
  expect(limiter.take('a').allowed).toBe(true);
  limiter.take('b');
  limiter.take('c');
  expect(limiter.take('a').allowed).toBe(true);
});
