import fc from '../support/property.ts';
import { describe, expect, test } from 'vitest';
import {
  createEmitter,
  createLogger,
  createSeededRandom,
  createSimulatedClock,
  decodeBase64Url,
  encodeBase64Url,
  isUuid,
  systemRandom,
  uuidV4,
  uuidV7,
} from '../../src/lib/index.ts';

describe('an emitter', () => {
  test('what a listener emits waits until the present value has reached everybody', () => {
    const emitter = createEmitter<number>();
    const heard: string[] = [];
    emitter.subscribe((value) => {
      heard.push(`a${value}`);
      if (value === 1) emitter.emit(2);
    });
    emitter.subscribe((value) => void heard.push(`b${value}`));
    emitter.emit(1);
    expect(heard).toEqual(['a1', 'b1', 'a2', 'b2']);
  });

  test('a listener that throws is reported and stops nobody', () => {
    const faults: unknown[] = [];
    const emitter = createEmitter<number>((fault) => void faults.push(fault));
    const heard: number[] = [];
    emitter.subscribe(() => {
      throw new Error('x');
    });
    emitter.subscribe((value) => void heard.push(value));
    emitter.emit(1);
    emitter.emit(2);
    expect(heard).toEqual([1, 2]);
    expect(faults).toHaveLength(2);
  });

  test('whoever is removed by a listener before it hears nothing; the same listener may subscribe twice', () => {
    const emitter = createEmitter<number>();
    const heard: string[] = [];
    const own = (): void => void heard.push('own');
    let stop = (): void => undefined;
    emitter.subscribe(() => stop());
    stop = emitter.subscribe(own);
    const other = emitter.subscribe(own);
    emitter.emit(1);
    other();
    other();
    emitter.emit(2);
    expect(heard).toEqual(['own']);
  });
});

describe('a simulated clock', () => {
  test('runs timers in order of due time, then of creation, at their own time', () => {
    const clock = createSimulatedClock(0);
    const ran: string[] = [];
    clock.after(20, () => void ran.push(`late ${clock.now()}`));
    clock.after(10, () => {
      ran.push(`first ${clock.now()}`);
      clock.after(5, () => void ran.push(`nested ${clock.now()}`));
    });
    clock.after(10, () => void ran.push('second'));
    clock.clear(clock.after(1, () => void ran.push('never')));
    clock.advance(30);
    expect(ran).toEqual(['first 10', 'second', 'nested 15', 'late 20']);
    expect([clock.now(), clock.monotonic(), clock.pending]).toEqual([30, 30, 0]);
  });

  test('a jump of the wall moves no timer', () => {
    const clock = createSimulatedClock(0);
    let ran = 0;
    clock.after(10, () => void ran++);
    clock.jumpWall(-86_400_000);
    expect(clock.untilNext()).toBe(10);
    clock.advance(10);
    expect([ran, clock.monotonic(), clock.now()]).toEqual([1, 10, 10 - 86_400_000]);
  });
});

describe('identifiers', () => {
  test('are well formed, and version 7 sorts by time', () => {
    const random = createSeededRandom(1);
    const ids = Array.from({ length: 50 }, (_, at) => uuidV7(Date.UTC(2026, 0, 1) + at * 7, random));
    expect(ids.toSorted()).toEqual(ids);
    for (const id of [...ids, uuidV4(random), uuidV4(systemRandom)]) expect(isUuid(id)).toBe(true);
    expect(ids[0]?.[14]).toBe('7');
    expect(uuidV4(random)[14]).toBe('4');
  });

  test('a seed repeats its row', () => {
    const row = (): number[] => {
      const random = createSeededRandom(42);
      return Array.from({ length: 5 }, () => random.next());
    };
    expect(row()).toEqual(row());
    for (const draw of row()) expect(draw >= 0 && draw < 1).toBe(true);
  });
});

describe('base64url', () => {
  test('there and back, without padding', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => {
        const text = encodeBase64Url(bytes);
        expect(text).toMatch(/^[\w-]*$/);
        expect(text).toBe(Buffer.from(bytes).toString('base64url'));
        expect(decodeBase64Url(text)).toEqual(bytes);
      }),
    );
  });

  test('anything else is undefined', () => {
    for (const text of ['a', 'ab c', 'ab+/', 'ä']) expect(decodeBase64Url(text)).toBeUndefined();
  });
});

test('a logger passes what is at least as grave as its level', () => {
  const lines: string[] = [];
  const logger = createLogger('WARN', (level) => void lines.push(level));
  logger.debug('x');
  logger.info('x');
  logger.warn('x');
  logger.error('x');
  expect(lines).toEqual(['WARN', 'ERROR']);
});
