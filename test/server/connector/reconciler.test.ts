import { expect, test } from 'vitest';
import { createSimulatedClock } from '../../../src/lib/index.ts';
import { createReconciler, type Reconciled } from '../../../src/server/connector/reconcile/reconciler.ts';

function setUp(heard: readonly string[]) {
  const clock = createSimulatedClock();
  const open: { id: string; answer: (came: Reconciled) => void; fail: (error: Error) => void }[] = [];
  const faults: unknown[] = [];
  const streams = new Set(['session']);
  let begun = 0;
  const reconciler = createReconciler({
    clock,
    everyMs: 60_000,
    heardBy: async () => heard,
    hasStream: (id) => streams.has(id),
    compare({ engagementId }) {
      begun += 1;
      return new Promise((resolve, reject) => open.push({ id: engagementId, answer: resolve, fail: reject }));
    },
    onFault: (error) => void faults.push(error),
  });
  return { clock, open, faults, streams, reconciler, begun: () => begun };
}

const ids = (count: number): readonly string[] => Array.from({ length: count }, (_, at) => `chat-${at}`);

test('eight conversations are compared at a time, the others after them, each once', async () => {
  const { clock, open, reconciler, begun } = setUp(ids(20));
  reconciler.resumed('session');
  reconciler.resumed('session');
  await clock.advanceAsync(0);
  expect(begun()).toBe(8);
  while (open.length > 0) {
    expect(open.length).toBeLessThanOrEqual(8);
    open.shift()?.answer('later');
    await clock.advanceAsync(0);
  }
  expect(begun()).toBe(20);
  await clock.advanceAsync(59_999);
  expect(begun()).toBe(20);
  await clock.advanceAsync(1);
  expect(begun()).toBe(28);
});

test('a stream that begins during a comparison has another one after it, not within 5 s', async () => {
  const { clock, open, reconciler, begun } = setUp(ids(1));
  reconciler.resumed('session');
  await clock.advanceAsync(100);
  reconciler.resumed('session');
  await clock.advanceAsync(100);
  expect(begun()).toBe(1);
  open[0]?.answer('later');
  await clock.advanceAsync(4900);
  expect(begun()).toBe(1);
  await clock.advanceAsync(100);
  expect(begun()).toBe(2);
});

test('more goes on at once, a fault waits a minute, what is over is left alone', async () => {
  const { clock, open, faults, reconciler, begun } = setUp(ids(1));
  reconciler.resumed('session');
  await clock.advanceAsync(0);
  open[0]?.answer('more');
  await clock.advanceAsync(0);
  expect(begun()).toBe(2);
  open[1]?.fail(new Error('the store is full'));
  await clock.advanceAsync(60_000);
  expect([begun(), faults.length]).toEqual([3, 1]);
  open[2]?.answer('over');
  await clock.advanceAsync(300_000);
  expect([begun(), clock.pending]).toEqual([3, 0]);
});

test('without a stream nothing is asked, and nothing is left when it stops', async () => {
  const { clock, open, streams, reconciler, begun } = setUp(ids(1));
  reconciler.began('nobody', 'chat-9');
  expect(clock.pending).toBe(0);
  reconciler.began('session', 'chat-0');
  await clock.advanceAsync(60_000);
  open[0]?.answer('later');
  await clock.advanceAsync(0);
  streams.clear();
  await clock.advanceAsync(60_000);
  expect([begun(), clock.pending]).toEqual([1, 0]);
  streams.add('session');
  reconciler.began('session', 'chat-0');
  reconciler.stop();
  expect(clock.pending).toBe(0);
});
