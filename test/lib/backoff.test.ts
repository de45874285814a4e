import fc from '../support/property.ts';
import { expect, test } from 'vitest';
import { backoffMs, DEFAULT_BACKOFF, retryAfterMs } from '../../src/lib/index.ts';

test('draws from zero to a bound that doubles and is capped', () => {
  const most = (attempt: number): number => backoffMs(attempt, () => 0.999_999);
  expect([0, 1, 2, 3, 6, 7, 60, 10_000].map(most)).toEqual([
    500, 1000, 2000, 4000, 30_000, 30_000, 30_000, 30_000,
  ]);
  expect(backoffMs(5, () => 0)).toBe(0);
});

test('never leaves its bounds', () => {
  fc.assert(
    fc.property(fc.nat(2000), fc.double({ min: 0, max: 0.999_999, noNaN: true }), (attempt, draw) => {
      const delayMs = backoffMs(attempt, () => draw);
      expect(delayMs).toBeGreaterThanOrEqual(0);
      expect(delayMs).toBeLessThanOrEqual(DEFAULT_BACKOFF.capMs);
    }),
  );
});

test('what the server asked for is the least, and a fifth more the most', () => {
  expect(retryAfterMs(10, () => 0)).toBe(10_000);
  expect(retryAfterMs(10, () => 0.999_999)).toBe(12_000);
});
