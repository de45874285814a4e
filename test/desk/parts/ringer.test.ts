import { expect, test } from 'vitest';
import { createRinger } from '../../../src/desk/parts/ringer.ts';
import { createSimulatedClock } from '../../../src/lib/index.ts';

test('the bell rings at once, then every three seconds until it is answered', () => {
  const clock = createSimulatedClock();
  const { open, notes } = fakeAudio();
  const answer = createRinger(clock, open).ring();
  expect(notes()).toBe(2);
  clock.advance(6_000);
  expect(notes()).toBe(6);
  answer();
  clock.advance(60_000);
  expect(notes()).toBe(6);
  expect(clock.pending).toBe(0);
});

test('a machine without sound keeps ringing in silence', () => {
  const clock = createSimulatedClock();
  const answer = createRinger(clock, () => {
    throw new Error('no audio here');
  }).ring();
  clock.advance(6_000);
  expect(clock.pending).toBe(1);
  answer();
});

/** As much of Web Audio as the bell touches. */
function fakeAudio() {
  let started = 0;
  const parameter = {
    value: 0,
    setValueAtTime() {},
    linearRampToValueAtTime() {},
    exponentialRampToValueAtTime() {},
  };
  const node = {
    frequency: parameter,
    gain: parameter,
    connect: (next: unknown) => next,
    start: () => started++,
    stop() {},
  };
  const context = {
    currentTime: 0,
    destination: node,
    resume: () => Promise.resolve(),
    createOscillator: () => node,
    createGain: () => node,
  };
  return { open: () => context as unknown as AudioContext, notes: () => started };
}
