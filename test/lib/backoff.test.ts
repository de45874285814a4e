import fc from '../support/property.ts';
import { expect, test } from 'vitest';
import { backoffMs, retryAfterMs, SERVER_CAP_MS } from '../../src/lib/index.ts';

test('draws from the upper two thirds of a bound that grows by half and is capped', () => {
  const most = (attempt: number): number => backoffMs(attempt, () => 0.999_999);
  const least = (attempt: number): number => backoffMs(attempt, () => 0);
  expect([0, 1, 2, 4, 7, 8, 60, 10_000].map(most)).toEqual([
    500, 750, 1125, 2531, 8543, 10_000, 10_000, 10_000,
  ]);
  expect([0, 1, 2, 4, 7, 8, 60, 10_000].map(least)).toEqual([167, 250, 375, 844, 2848, 3333, 3333, 3333]);
});

test('never leaves its bounds', () => {
  const draws = fc.double({ min: 0, max: 0.999_999, noNaN: true });
  fc.assert(
    fc.property(fc.nat(2000), draws, fc.constantFrom(5000, SERVER_CAP_MS), (attempt, draw, capMs) => {
      const delayMs = backoffMs(attempt, () => draw, capMs, 50);
      expect(delayMs).toBeGreaterThanOrEqual(17);
      expect(delayMs).toBeLessThanOrEqual(capMs);
    }),
  );
});

test('what the server asked for is the least, and a fifth more the most', () => {
  expect(retryAfterMs(10, () => 0)).toBe(10_000);
  expect(retryAfterMs(10, () => 0.999_999)).toBe(12_000);
});
