import { expect, test } from 'vitest';
import { asId, type MessageId } from '../../src/protocol/index.ts';
import { behaves } from '../../src/testing/index.ts';
import { advance, settle, stage } from './settle.ts';

test('older pages come one by one, until the beginning', async () => {
  const { client, far, texts } = stage();
  for (let at = 1; at <= 60; at++) far.says(`${at}`);
  await client.start();
  await settle();
  expect(texts()).toHaveLength(25);
  await client.loadOlder(far.engagementId);
  expect(texts()).toHaveLength(50);
  await client.loadOlder(far.engagementId);
  expect(texts()).toEqual(Array.from({ length: 60 }, (_, at) => `${at + 1}`));
  const asked = far.requests.length;
  await client.loadOlder(far.engagementId);
  expect(far.requests).toHaveLength(asked);
  expect(client.getState().engagements[far.engagementId]?.history.status).toBe('complete');
});

test('asked twice at once, one page is read', async () => {
  const { client, far } = stage();
  for (let at = 1; at <= 60; at++) far.says(`${at}`);
  await client.start();
  await settle();
  await Promise.all([client.loadOlder(far.engagementId), client.loadOlder(far.engagementId)]);
  expect(far.requests.filter((request) => request.endsWith('/history'))).toHaveLength(2);
});

test('a page that cannot be had says so, and is read when the line is back', async () => {
  const { client, clock, far, texts } = stage();
  far.says('Old');
  far.failNext('/history', 'lost', 3);
  await client.start();
  await advance(clock, 5000);
  expect(client.getState().engagements[far.engagementId]?.history.status).toBe('failed');
  far.cut();
  await advance(clock, 2000);
  expect(texts()).toEqual(['Old']);
});

test('a page does not overtake the stream: what is unread stays unread', async () => {
  const { client, far, texts } = stage();
  far.says('Old');
  const start = client.start();
  await start;
  far.says('New');
  await settle();
  expect(texts()).toEqual(['Old', 'New']);
  expect(client.getState().engagements[far.engagementId]?.unread).toBe(1);
});

test('a receipt that came before its message was here is not lost', async () => {
  const { far } = stage();
  const { engagementId } = far;
  const messageId = asId<MessageId>('own-1');
  far.logs.append(engagementId, {
    type: 'MESSAGE_ACCEPTED',
    engagementId,
    message: {
      messageId,
      dialogId: asId('dialog-1'),
      sender: far.customer,
      body: { type: 'text', text: 'Mine', format: 'plain' },
      receivedAt: '2026-01-01T00:00:00Z',
      delivery: 'accepted',
    },
  });
  // The page is answered before the receipt is written, but arrives after it.
  let release: () => void = () => undefined;
  const held = new Promise<void>((resolve) => (release = resolve));
  const slow = stage({
    world: {
      ...far.world,
      fetch: async (request) => {
        const response = await far.world.fetch(request);
        if (request.url.includes('/history')) await held;
        return response;
      },
    },
  });
  await slow.client.start();
  await settle();
  far.logs.append(engagementId, { type: 'MESSAGE_DELIVERED', engagementId, messageId });
  await settle();
  release();
  await settle();
  const [item] = slow.client.getState().engagements[engagementId]?.timeline ?? [];
  expect(item).toMatchObject({ message: { delivery: { status: 'delivered' } } });
});

test('a hole that stays does not make long polls spin', async () => {
  const { client, clock, far, texts } = stage({ transports: ['long-poll'] });
  await client.start();
  await settle();
  far.failNext('/entries', 'lost', 1000);
  far.line = behaves.losing(1);
  far.says('One');
  far.says('Two');
  await settle();
  far.line = behaves.well();
  far.says('Three');
  await advance(clock, 10_000, 500);
  expect(texts().at(-1)).toBe('Three');
  expect(far.requests.filter((request) => request.endsWith('/poll')).length).toBeLessThan(20);
});
