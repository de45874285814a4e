import { expect, test } from 'vitest';
import { createLadder, REMEMBER_RUNG_MS } from '../../../src/client/connection/ladder.ts';
import { createSimulatedClock } from '../../../src/lib/index.ts';

test('two failed handshakes lead one rung down, below the lowest is the highest', () => {
  const ladder = createLadder(['websocket', 'sse', 'long-poll'], createSimulatedClock());
  const taken: string[] = [];
  for (let attempt = 0; attempt < 7; attempt++) {
    taken.push(ladder.current());
    ladder.failed();
  }
  expect(taken).toEqual(['websocket', 'websocket', 'sse', 'sse', 'long-poll', 'long-poll', 'websocket']);
});

test('one failure is forgiven by a success', () => {
  const ladder = createLadder(['websocket', 'sse'], createSimulatedClock());
  ladder.failed();
  ladder.succeeded();
  ladder.failed();
  expect(ladder.current()).toBe('websocket');
});

test('a lower rung that works is kept for ten minutes, then the best is tried again', () => {
  const clock = createSimulatedClock();
  const ladder = createLadder(['websocket', 'sse'], clock);
  ladder.failed();
  ladder.failed();
  ladder.succeeded();
  clock.advance(REMEMBER_RUNG_MS - 1);
  ladder.succeeded(); // a reconnection does not prolong it
  expect(ladder.current()).toBe('sse');
  clock.advance(1);
  expect(ladder.current()).toBe('websocket');
});
