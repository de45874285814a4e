import { describe, expect, test } from 'vitest';
import { busiestSecond } from '../../scripts/reconnects/verdict.ts';
import { retryDelayMs, type Pace } from '../../src/client/retryDelay.ts';
import { createSeededRandom } from '../../src/lib/index.ts';

const PAGES = 2000;
/** Milliseconds for which the connector is away: 0.3 s to 30 s, each a tenth longer. */
const ABSENCES = Array.from({ length: 49 }, (_, at) => Math.round(300 * 1.1 ** at));

test('what the server asked for wins over everything', () => {
  const pace = { retryAfterSeconds: 7, isSlow: true, isUrgent: true };
  const delayMs = retryDelayMs(createSeededRandom(1), 20, pace);
  expect(delayMs).toBeGreaterThanOrEqual(7000);
  expect(delayMs).toBeLessThanOrEqual(8400);
});

test('slow: half a minute to a minute, however often it was tried', () => {
  const random = createSeededRandom(2);
  const delays = Array.from({ length: 200 }, (_, attempt) => retryDelayMs(random, attempt, { isSlow: true }));
  expect(Math.min(...delays)).toBeGreaterThanOrEqual(30_000);
  expect(Math.max(...delays)).toBeLessThanOrEqual(60_000);
});

describe.each([
  { name: 'somebody looks on', pace: { isUrgent: true }, longestMs: 5000, peak: 2.4 },
  { name: 'nobody looks on', pace: {}, longestMs: 10_000, peak: 3 },
])('2,000 pages lose their connector in one moment, $name', ({ pace, longestMs, peak }) => {
  test('all are back within the longest pause after it is', () => {
    for (const awayMs of ABSENCES) expect(Math.max(...storm(awayMs, pace)) - awayMs).toBeLessThan(longestMs);
  });

  test(`the busiest second has at most ${peak} times the mean (row R11: 3)`, () => {
    for (const awayMs of ABSENCES) {
      const backs = storm(awayMs, pace);
      const seconds = Math.max(1, (Math.max(...backs) - Math.min(...backs)) / 1000);
      const ratio = busiestSecond(backs) / (PAGES / seconds);
      expect(ratio, `away for ${awayMs} ms`).toBeLessThanOrEqual(peak);
    }
  });

  test('a page that waits for long does not ask more often than each 3 s', () => {
    const random = createSeededRandom(3);
    const delays = Array.from({ length: 500 }, () => retryDelayMs(random, 9, pace));
    expect(delays.reduce((sum, one) => sum + one) / delays.length).toBeGreaterThan(3000);
  });
});

/** When each page comes back, in order, where the connector answers from `awayMs` on. */
function storm(awayMs: number, pace: Pace): readonly number[] {
  const random = createSeededRandom(awayMs);
  const backAt = (): number => {
    let atMs = 0;
    for (let attempt = 0; atMs < awayMs; attempt++) atMs += retryDelayMs(random, attempt, pace);
    return atMs;
  };
  return Array.from({ length: PAGES }, backAt).sort((a, b) => a - b);
}
