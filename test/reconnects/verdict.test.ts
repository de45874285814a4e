import { expect, test } from 'vitest';
import { BARS, judgeStorm, type Mark } from '../../scripts/reconnects/verdict.ts';
import { lackOfDescriptors } from '../../scripts/reconnects/descriptors.ts';

const STREAMS = 100;

/** Every stream tries once in vain and comes back, one after the other over 4 s. */
function goodStorm(): Mark[] {
  return Array.from({ length: STREAMS }, (_, stream): Mark[] => [
    { kind: 'attempt', stream, atMs: 5 * stream },
    { kind: 'attempt', stream, atMs: 1000 + 40 * stream },
    { kind: 'handshake', stream, atMs: 1000 + 40 * stream },
    { kind: 'back', stream, atMs: 1010 + 40 * stream },
  ])
    .flat()
    .sort((a, b) => a.atMs - b.atMs);
}

test('a storm that spreads has no fault, and its figures are told', () => {
  const verdict = judgeStorm(goodStorm(), STREAMS);
  expect(verdict).toMatchObject({ attempts: 200, attemptsPeak: 100, backMs: 4970, peak: 25, faults: [] });
  expect(verdict.mean).toBeCloseTo(100 / 3.96, 5);
});

test('a stream that stays away is a fault', () => {
  const marks = goodStorm().filter(({ kind, stream }) => kind !== 'back' || stream !== 7);
  expect(judgeStorm(marks, STREAMS).faults).toEqual(['1 streams are not back']);
});

test('a stream that is back too late is a fault', () => {
  const marks: Mark[] = [...goodStorm(), { kind: 'back', stream: 3, atMs: BARS.backWithinMs + 1 }];
  expect(judgeStorm(marks, STREAMS).faults).toEqual([expect.stringContaining('30001 ms')]);
});

test('a herd is a fault: more handshakes in one second than three times the mean', () => {
  const herd = goodStorm().map((mark): Mark =>
    mark.kind === 'handshake' && mark.stream < 90 ? { ...mark, atMs: 1000 + mark.stream } : mark,
  );
  expect(judgeStorm(herd, STREAMS).faults).toEqual([expect.stringContaining('handshakes in one second')]);
});

test('an answer of 5xx counts when ten seconds are over', () => {
  const answer = (atMs: number, status: number): Mark => ({ kind: 'answer', stream: 0, atMs, status });
  expect(judgeStorm([...goodStorm(), answer(9000, 503), answer(11_000, 409)], STREAMS).faults).toEqual([]);
  expect(judgeStorm([...goodStorm(), answer(11_000, 503)], STREAMS).faults).toEqual([
    expect.stringContaining('1 answers of 5xx'),
  ]);
});

test('too few descriptors are told with what to do, before anything starts', () => {
  expect(lackOfDescriptors(10_000, 20_000)).toBeUndefined();
  expect(lackOfDescriptors(10_000, undefined)).toBeUndefined();
  expect(lackOfDescriptors(10_000, 1024)).toContain('"ulimit -n 10500"');
});
