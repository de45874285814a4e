import { expect, test } from 'vitest';
import { createSimulatedClock } from '../../src/lib/index.ts';
import { createPlayer } from '../../stories/player/createPlayer.ts';
import type { Player } from '../../stories/player/createPlayer.ts';
import type { Take, Tape } from '../../stories/player/tape.ts';
import { createFakeChatClient } from '../support/fakeChatClient.ts';

/** A tape of three steps that writes down what is done to it. */
function createTape(moveTo: (atMs: number) => Promise<void> = async () => undefined) {
  const done: string[] = [];
  let takes = 0;
  const tape: Tape = {
    lengthMs: 3_000,
    steps: [500, 1_000, 2_000].map((atMs, index) => ({ atMs, who: 'Agent', label: `step ${index + 1}` })),
    async open(): Promise<Take> {
      const name = `take ${++takes}`;
      done.push(`${name} opened`);
      return {
        client: createFakeChatClient(),
        baseUrl: 'https://connector.example',
        now: () => 0,
        async moveTo(atMs) {
          done.push(`${name} to ${atMs}`);
          await moveTo(atMs);
        },
        stop: () => void done.push(`${name} stopped`),
      };
    },
  };
  return { tape, done };
}

async function opened(tape: Tape) {
  const clock = createSimulatedClock();
  const player = createPlayer(tape, { clock });
  await clock.advanceAsync(0);
  return { clock, player, state: () => player.store.getState() };
}

const place = ({ store }: Player): string => `${store.getState().status} at ${store.getState().atMs}`;

test('a tape is opened at its beginning, paused', async () => {
  const { tape, done } = createTape();
  const { player } = await opened(tape);
  expect(place(player)).toBe('paused at 0');
  expect(done).toEqual(['take 1 opened', 'take 1 to 0']);
});

test('it plays to its end at the speed that was asked for, and from the end begins anew', async () => {
  const { tape, done } = createTape();
  const { player, clock } = await opened(tape);
  player.play();
  await clock.advanceAsync(1_000);
  expect(place(player)).toBe('playing at 1000');
  player.setSpeed(4);
  await clock.advanceAsync(250);
  expect(place(player)).toBe('playing at 2000');
  player.pause();
  await clock.advanceAsync(5_000);
  expect(place(player)).toBe('paused at 2000');
  player.play();
  await clock.advanceAsync(1_000);
  expect(place(player)).toBe('ended at 3000');
  player.play();
  await clock.advanceAsync(50);
  expect(place(player)).toBe('playing at 200');
  expect(done.filter((each) => !each.includes(' to '))).toEqual([
    'take 1 opened',
    'take 2 opened',
    'take 1 stopped',
  ]);
});

test('forth it goes at once on the same take, back on a new one that is shown when it is there', async () => {
  const { tape, done } = createTape();
  const { player, clock, state } = await opened(tape);
  player.seek(2_500);
  await clock.advanceAsync(0);
  expect(place(player)).toBe('paused at 2500');
  const { take } = state();
  player.seek(700);
  expect(state().take).toBe(take);
  await clock.advanceAsync(0);
  expect(place(player)).toBe('paused at 700');
  expect(done.slice(2)).toEqual(['take 1 to 2500', 'take 2 opened', 'take 2 to 700', 'take 1 stopped']);
  expect(state().key).toBe(2);
});

test('of places that are asked for while it is under way only the last is gone to', async () => {
  const { tape, done } = createTape();
  const { player, clock } = await opened(tape);
  for (const atMs of [100, 200, 300, 9_000]) player.seek(atMs);
  await clock.advanceAsync(0);
  expect(place(player)).toBe('ended at 3000');
  expect(done.slice(2)).toEqual(['take 1 to 100', 'take 1 to 3000']);
});

test('a step on begins the next one, a step back goes to the beginning of this one, then of the one before', async () => {
  const { tape } = createTape();
  const { player, clock } = await opened(tape);
  const places: string[] = [];
  for (const by of [1, 1, 1, 1, -1, -1, -1, -1] as const) {
    player.step(by);
    await clock.advanceAsync(0);
    places.push(place(player));
  }
  expect(places).toEqual([
    ...['paused at 500', 'paused at 1000', 'paused at 2000', 'ended at 3000'],
    ...['paused at 2000', 'paused at 1000', 'paused at 500', 'paused at 0'],
  ]);
});

test('steps that are asked for at once are as many steps', async () => {
  const { tape } = createTape();
  const { player, clock } = await opened(tape);
  for (const by of [1, 1, 1, -1] as const) player.step(by);
  await clock.advanceAsync(0);
  expect(place(player)).toBe('paused at 1000');
});

test('who scrubs while it plays sees it go on playing from there', async () => {
  const { tape } = createTape();
  const { player, clock } = await opened(tape);
  player.play();
  await clock.advanceAsync(500);
  player.seek(2_000);
  await clock.advanceAsync(250);
  expect(place(player)).toBe('playing at 2250');
});

test('what cannot be played is said, and another try begins anew', async () => {
  let isBroken = true;
  const { tape } = createTape(async (atMs) => {
    if (isBroken && atMs > 1_000) throw new Error('Nobody offered "Yes"');
  });
  const { player, clock, state } = await opened(tape);
  player.seek(2_000);
  await clock.advanceAsync(0);
  expect(state()).toMatchObject({ status: 'failed', fault: 'Nobody offered "Yes"' });
  player.play();
  expect(state().status).toBe('failed');
  isBroken = false;
  player.seek(0);
  await clock.advanceAsync(0);
  expect(state()).toMatchObject({ status: 'paused', atMs: 0 });
  expect(state().fault).toBeUndefined();
});

test('a player that was stopped while it opened stops what it opened', async () => {
  const { tape, done } = createTape();
  const player = createPlayer(tape, { clock: createSimulatedClock() });
  await player.stop();
  await Promise.resolve().then(() => Promise.resolve());
  await expect.poll(() => done).toEqual(['take 1 opened', 'take 1 to 0', 'take 1 stopped']);
});
