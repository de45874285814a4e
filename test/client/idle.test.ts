import fc from '../support/property.ts';
import { expect, test } from 'vitest';
import { createIdleClock } from '../../src/client/idle.ts';
import { validTiming } from '../../src/client/timing.ts';
import { createLogger, createSimulatedClock, silentLogger } from '../../src/lib/index.ts';

const TIMING = { idleTimeoutMs: 300_000, idleShutdownGraceMs: 30_000, reconnectionTimeoutMs: 120_000 };

function set(timing = TIMING) {
  const clock = createSimulatedClock();
  const told: string[] = [];
  const idle = createIdleClock({
    clock,
    timing,
    emit: (event) => void told.push(event.type),
    onInactive: () => void told.push('over'),
  });
  return { clock, told, idle };
}

test('warns after the idle time, ends after the grace', () => {
  const { clock, told, idle } = set();
  idle.start();
  clock.advance(299_999);
  expect(told).toEqual([]);
  clock.advance(1);
  expect(told).toEqual(['IDLE_TIMEOUT_EXPIRED']);
  clock.advance(29_999);
  expect(told).toHaveLength(1);
  clock.advance(1);
  expect(told).toEqual(['IDLE_TIMEOUT_EXPIRED', 'over']);
  expect(clock.pending).toBe(0);
});

test('activity begins the idle time anew, and takes a warning back', () => {
  const { clock, told, idle } = set();
  idle.start();
  clock.advance(200_000);
  idle.activity();
  clock.advance(299_999);
  expect(told).toEqual([]);
  clock.advance(1);
  idle.activity();
  expect(told).toEqual(['IDLE_TIMEOUT_EXPIRED', 'IDLE_TIMEOUT_RESET']);
  clock.advance(299_999);
  expect(told).toHaveLength(2);
});

test('zero switches it off', () => {
  const { clock, told, idle } = set({ ...TIMING, idleTimeoutMs: 0 });
  idle.start();
  idle.activity();
  clock.advance(10_000_000);
  expect(told).toEqual([]);
});

test('a machine that slept through the grace ends on waking', () => {
  const { clock, told, idle } = set();
  idle.start();
  clock.advance(300_000);
  clock.jumpWall(31_000);
  idle.check();
  expect(told.at(-1)).toBe('over');
});

test('in any row of waits and activity it does what a table says', () => {
  const step = fc.oneof(fc.constant('activity' as const), fc.integer({ min: 1, max: 400_000 }));
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      const { clock, told, idle } = set();
      idle.start();
      const expected: string[] = [];
      let quietMs = 0;
      let isOver = false;
      for (const one of steps) {
        if (one === 'activity') {
          idle.activity();
          if (!isOver && quietMs >= TIMING.idleTimeoutMs) expected.push('IDLE_TIMEOUT_RESET');
          quietMs = 0;
          continue;
        }
        const before = quietMs;
        clock.advance(one);
        quietMs += one;
        if (isOver) continue;
        if (before < 300_000 && quietMs >= 300_000) expected.push('IDLE_TIMEOUT_EXPIRED');
        if (quietMs >= 330_000) {
          expected.push('over');
          isOver = true;
        }
      }
      expect(told).toEqual(expected);
    }),
    { numRuns: 500 },
  );
});

test.each([
  [{ idleTimeoutMs: 299_999 }, 'idleTimeoutMs', 300_000],
  [{ idleTimeoutMs: 3_300_001 }, 'idleTimeoutMs', 300_000],
  [{ idleTimeoutMs: Number.NaN }, 'idleTimeoutMs', 300_000],
  [{ idleShutdownGraceMs: 0 }, 'idleShutdownGraceMs', 30_000],
  [{ idleShutdownGraceMs: 300_001 }, 'idleShutdownGraceMs', 30_000],
  [{ reconnectionTimeoutMs: 300 }, 'reconnectionTimeoutMs', 120_000],
] as const)('%o is warned of and replaced by its default', (given, name, fallback) => {
  const warned: string[] = [];
  const logger = createLogger('WARN', (_level, line) => void warned.push(line));
  expect(validTiming(given, logger)[name]).toBe(fallback);
  expect(warned).toHaveLength(1);
});

test('values within the union of the documented ranges are taken', () => {
  const given = { idleTimeoutMs: 0, idleShutdownGraceMs: 300_000, reconnectionTimeoutMs: 900_000 };
  expect(validTiming(given, silentLogger)).toEqual(given);
});
