import { expect, test } from 'vitest';
import { createChatStore } from '../../src/store/index.ts';
import { settle, stage } from '../client/settle.ts';

test('holds what the client holds, and begins with it', async () => {
  const { client, far } = stage();
  far.says('Hello');
  await client.start();
  await settle();
  const store = createChatStore(client);
  expect(store.getState()).toBe(client.getState());
  far.says('Again');
  await settle();
  expect(store.getState()).toBe(client.getState());
  expect(store.getState().engagements[far.engagementId]?.timeline).toHaveLength(2);
});

test('a burst of events is one change', async () => {
  const { client, far } = stage();
  await client.start();
  await settle();
  client.setStreamWanted(false);
  await settle();
  for (let at = 0; at < 100; at++) far.says(`${at}`);
  const store = createChatStore(client);
  let changes = 0;
  store.subscribe(() => void changes++);
  client.resetIdleTimeout();
  client.setStreamWanted(true);
  await settle();
  expect(store.getState().engagements[far.engagementId]?.timeline).toHaveLength(100);
  expect(changes).toBeLessThan(110);
});

test('what changes nothing tells nobody', async () => {
  const { client } = stage();
  await client.start();
  await settle();
  const store = createChatStore(client);
  let changes = 0;
  store.subscribe(() => void changes++);
  client.resetIdleTimeout();
  await settle();
  expect(changes).toBe(0);
});

test('cannot be written to', () => {
  const { client } = stage();
  expect(Object.keys(createChatStore(client)).toSorted()).toEqual([
    'getInitialState',
    'getState',
    'subscribe',
  ]);
});

test('what comes within one frame is one change, however many events', async () => {
  const { client, far } = stage();
  await client.start();
  await settle();
  const frames: (() => void)[] = [];
  const store = createChatStore(client, (task) => void frames.push(task));
  const lengths: (number | undefined)[] = [];
  store.subscribe((state) => void lengths.push(state.engagements[far.engagementId]?.timeline.length));
  for (let at = 0; at < 5; at++) {
    far.says(`${at}`);
    await settle();
  }
  expect(lengths).toEqual([1]);
  frames.shift()?.();
  expect(lengths).toEqual([1, 5]);
  frames.shift()?.();
  far.says('after a quiet frame');
  await settle();
  expect(lengths).toEqual([1, 5, 6]);
});
