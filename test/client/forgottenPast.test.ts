import { expect, test } from 'vitest';
import { createHistory } from '../../src/client/history.ts';
import { createSeededRandom, createSimulatedClock } from '../../src/lib/index.ts';
import { createScriptedConnector } from '../../src/testing/index.ts';
import { settle } from './settle.ts';

/** A history over a road whose answers come when the test says so. */
function setUp() {
  const far = createScriptedConnector(createSimulatedClock());
  const answers: (() => void)[] = [];
  const told: string[] = [];
  const page = { entries: [], head: { epoch: 'e', seq: 0 }, olderBeforeSeq: undefined };
  const call = (): Promise<unknown> => new Promise((resolve) => void answers.push(() => resolve(page)));
  const options = Object.assign(Object.create(null), {
    http: { call },
    clock: createSimulatedClock(),
    random: createSeededRandom(1),
    inbox: { positionOf: () => 0, fetchAfter: () => Promise.resolve([]) },
    sessionId: () => undefined,
    emit: ({ type }: { readonly type: string }) => void told.push(type),
  });
  return { id: far.engagementId, history: createHistory(options), answers, told };
}

test('of a log that was rebuilt nothing counts as read, so that joining it later reads it', async () => {
  const { id, history, answers } = setUp();
  expect(history.hasBegun(id)).toBe(false);
  const loaded = history.loadNewest(id);
  await settle();
  answers.shift()?.();
  await loaded;
  expect(history.hasBegun(id)).toBe(true);
  history.forget(id);
  expect(history.hasBegun(id)).toBe(false);
});

test('a page that was asked for before the log was rebuilt is not shown', async () => {
  const { id, history, answers, told } = setUp();
  const old = history.loadNewest(id);
  await settle();
  history.forget(id);
  const fresh = history.loadNewest(id);
  answers.shift()?.();
  await settle();
  expect(told).not.toContain('HISTORY_LOADED');
  answers.shift()?.();
  await Promise.all([old, fresh]);
  expect(told.filter((type) => type === 'HISTORY_LOADED')).toHaveLength(1);
});
