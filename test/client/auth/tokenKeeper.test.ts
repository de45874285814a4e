import { describe, expect, test } from 'vitest';
import { createTokenKeeper } from '../../../src/client/auth/tokenKeeper.ts';
import type { ProvidedToken } from '../../../src/client/index.ts';
import { createSeededRandom, createSimulatedClock, silentLogger } from '../../../src/lib/index.ts';
import type { ChatEvent } from '../../../src/model/index.ts';
import { advance } from '../settle.ts';

const MINUTE_MS = 60_000;

function set(provide?: (call: number) => Promise<ProvidedToken>) {
  const clock = createSimulatedClock();
  const told: { type: ChatEvent['type']; atMs: number }[] = [];
  let calls = 0;
  const keeper = createTokenKeeper({
    clock,
    random: createSeededRandom(1),
    logger: silentLogger,
    provider: () => {
      calls += 1;
      return provide ? provide(calls) : Promise.resolve({ token: `token-${calls}`, appkey: 'key' });
    },
    emit: (event) => void told.push({ type: event.type, atMs: clock.monotonic() }),
  });
  return { clock, keeper, told, calls: () => calls };
}

test('ten who ask at once share one call of the provider', async () => {
  const { keeper, calls } = set();
  const tokens = await Promise.all(Array.from({ length: 10 }, () => keeper.get()));
  expect(calls()).toBe(1);
  await Promise.all(tokens.map(({ token }) => keeper.refresh(token)));
  expect(calls()).toBe(2);
});

test('whoever was refused with an older token gets the present one without a call', async () => {
  const { keeper, calls } = set();
  await keeper.get();
  await keeper.refresh('token-1');
  expect((await keeper.refresh('token-1')).token).toBe('token-2');
  expect(calls()).toBe(2);
});

test('renews at 80 % of the stated life', async () => {
  const { clock, keeper, calls } = set();
  await keeper.get();
  keeper.learn(60 * MINUTE_MS);
  await advance(clock, 48 * MINUTE_MS - 1, MINUTE_MS);
  expect(calls()).toBe(1);
  await advance(clock, 1);
  expect(calls()).toBe(2);
});

test.each([
  [15 * MINUTE_MS, 12 * MINUTE_MS],
  [60 * MINUTE_MS, 57 * MINUTE_MS],
  [3 * MINUTE_MS, 0],
  [MINUTE_MS, 0],
])('of a life of %i ms it reminds after %i ms, once', async (lifeMs, reminderMs) => {
  const { clock, keeper, told } = set((call) =>
    call === 1 ? Promise.resolve({ token: 'only', appkey: 'key' }) : Promise.reject(new Error('none')),
  );
  await keeper.get();
  keeper.learn(lifeMs);
  keeper.learn(lifeMs); // every hello repeats it
  await advance(clock, lifeMs + MINUTE_MS, 1000);
  expect(told.filter((one) => one.type === 'TOKEN_EXPIRY_REMINDER')).toEqual([
    { type: 'TOKEN_EXPIRY_REMINDER', atMs: reminderMs },
  ]);
  expect(told.filter((one) => one.type === 'TOKEN_EXPIRED')).toEqual([
    { type: 'TOKEN_EXPIRED', atMs: lifeMs },
  ]);
});

test('the same life told again and again moves nothing', async () => {
  const { clock, keeper, calls } = set();
  await keeper.get();
  for (let minute = 0; minute < 12; minute++) {
    keeper.learn((15 - minute) * MINUTE_MS);
    await advance(clock, MINUTE_MS, MINUTE_MS);
  }
  expect(calls()).toBe(2);
});

test.each([24, -24])('a device clock that jumps by %i h changes neither renewal nor end', async (hours) => {
  const { clock, keeper, told, calls } = set((call) =>
    call === 1 ? Promise.resolve({ token: 'only', appkey: 'key' }) : Promise.reject(new Error('none')),
  );
  clock.jumpWall(hours * 60 * MINUTE_MS);
  await keeper.get();
  keeper.learn(15 * MINUTE_MS);
  clock.jumpWall(-hours * 60 * MINUTE_MS);
  await advance(clock, 11 * MINUTE_MS, MINUTE_MS);
  expect(calls()).toBe(1);
  await advance(clock, 4 * MINUTE_MS, MINUTE_MS);
  expect(told.find((one) => one.type === 'TOKEN_EXPIRED')?.atMs).toBe(15 * MINUTE_MS);
});

describe('without a fresh token', () => {
  test('the provider is asked again with growing pauses, after the end seldom, and never in a storm', async () => {
    const { clock, keeper, calls } = set((call) =>
      call === 1 ? Promise.resolve({ token: 'only', appkey: 'key' }) : Promise.reject(new Error('none')),
    );
    await keeper.get();
    keeper.learn(15 * MINUTE_MS);
    await advance(clock, 15 * MINUTE_MS, 1000);
    const before = calls();
    expect(before).toBeGreaterThan(5);
    expect(before).toBeLessThan(40);
    await advance(clock, 10 * MINUTE_MS, 1000);
    expect(calls() - before).toBeLessThanOrEqual(21);
    expect(calls() - before).toBeGreaterThanOrEqual(9);
  });

  test('a provider that repeats the refused token has given none', async () => {
    const { keeper } = set(() => Promise.resolve({ token: 'same', appkey: 'key' }));
    await keeper.get();
    await expect(keeper.refresh('same')).rejects.toMatchObject({ code: 'no-token' });
  });

  test('a provider that never answers is given up after 30 s', async () => {
    const { clock, keeper } = set(() => new Promise(() => undefined));
    const asked = keeper.get().catch((fault: unknown) => fault);
    await advance(clock, 30_000, 10_000);
    expect(await asked).toMatchObject({ code: 'no-token' });
  });

  test('a token that the page sets ends the rest', async () => {
    const { clock, keeper } = set((call) =>
      call === 1 ? Promise.resolve({ token: 'only', appkey: 'key' }) : Promise.reject(new Error('none')),
    );
    let fresh = 0;
    keeper.onFresh(() => void fresh++);
    await keeper.get();
    keeper.learn(MINUTE_MS);
    await advance(clock, 2 * MINUTE_MS, 1000);
    keeper.set('set by the page');
    expect(await keeper.get()).toEqual({ token: 'set by the page', appkey: 'key' });
    expect(fresh).toBe(2);
  });
});

test('a stopped keeper leaves no timer behind', async () => {
  const { clock, keeper } = set();
  await keeper.get();
  keeper.learn(MINUTE_MS);
  keeper.stop();
  expect(clock.pending).toBe(0);
});

test('a token that is refused before its time is asked for again where the provider fails', async () => {
  const { clock, keeper, calls } = set((call) =>
    call === 2
      ? Promise.reject(new Error('500'))
      : Promise.resolve({ token: `token-${call}`, appkey: 'key' }),
  );
  await keeper.get();
  keeper.learn(60 * MINUTE_MS);
  await expect(keeper.refresh('token-1')).rejects.toMatchObject({ code: 'no-token' });
  await advance(clock, 2000);
  expect(calls()).toBe(3);
  expect(keeper.peek()?.token).toBe('token-3');
});
