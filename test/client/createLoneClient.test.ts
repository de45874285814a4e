import { afterEach, expect, test } from 'vitest';
import { createLoneClient, type LoneClient } from '../../src/client/index.ts';
import { createSimulatedClock, silentLogger } from '../../src/lib/index.ts';
import { selectTimeline, type ChatEvent } from '../../src/model/index.ts';
import {
  createMemoryStorage,
  createSeededRandom,
  createTestCenter,
  type TestCenter,
} from '../../src/testing/index.ts';

const running: { stop(): Promise<void> }[] = [];
afterEach(async () => {
  for (const one of running.splice(0).reverse()) await one.stop();
});

async function open(): Promise<TestCenter> {
  const center = await createTestCenter({ clock: createSimulatedClock() });
  running.push(center);
  return center;
}

let seed = 1;
async function started(center: TestCenter): Promise<LoneClient> {
  const integrationId = center.chatIntegrationId;
  const client = createLoneClient({
    baseUrl: center.baseUrl,
    integrationId,
    jwtProvider: center.jwtProvider(undefined, integrationId),
    world: {
      ...center.world,
      random: createSeededRandom(seed++),
      logger: silentLogger,
      storage: createMemoryStorage(),
    },
  });
  running.push({ stop: async () => client.dispose() });
  await client.start();
  await center.settle();
  return client;
}

const text = (words: string) => ({ body: { type: 'text', text: words } }) as const;

test('a page of the past can be read before joining, and the state does not change', async () => {
  const center = await open();
  const first = await started(center);
  const id = await first.createEngagement();
  for (const words of ['One', 'Two', 'Three']) await first.send(id, text(words));
  await center.settle();
  const second = await started(center);
  const before = second.getState();
  const page = await second.readHistory(id, { limit: 2 });
  const older = await second.readHistory(id, { limit: 50, beforeSeq: page.olderBeforeSeq });
  const words = [...older.entries, ...page.entries].flatMap((entry) =>
    entry.type === 'MESSAGE_ACCEPTED' ? [entry.message.body.text] : [],
  );
  expect(words).toEqual(['One', 'Two', 'Three']);
  expect(page.entries).toHaveLength(2);
  expect(second.getState()).toBe(before);
});

test('a refresh brings the status of an engagement that is not joined', async () => {
  const center = await open();
  const second = await started(center);
  const first = await started(center);
  const id = await first.createEngagement();
  await center.settle();
  await first.disconnectEngagement(id);
  await center.settle();
  expect(second.getState().engagements[id]?.status).toBe('ACTIVE');
  await second.refresh();
  expect(second.getState().engagements[id]?.status).toBe('TERMINATED');
});

test('a refresh and a reading without a session are refused', async () => {
  const center = await open();
  const client = await started(center);
  const id = await client.createEngagement();
  await client.shutdown();
  await expect(client.refresh()).rejects.toMatchObject({ code: 'not-started' });
  await expect(client.readHistory(id)).rejects.toMatchObject({ code: 'not-started' });
});

test('what was sent says where it stands in the log', async () => {
  const center = await open();
  const client = await started(center);
  const events: ChatEvent[] = [];
  client.subscribe((event) => void events.push(event));
  const id = await client.createEngagement();
  await client.send(id, text('Hello'));
  await center.settle();
  const shown = selectTimeline(client.getState(), id).flatMap((item) =>
    item.kind === 'message' && item.message.own ? [item.message] : [],
  );
  const sent = events.find((event) => event.type === 'MESSAGE_SENT');
  expect(sent).toMatchObject({ seq: shown[0]?.seq, atMs: center.clock.now() });
});

test('it keeps nothing in the records of the browser profile', async () => {
  const center = await open();
  const client = await started(center);
  expect(client.getState().outboxDurable).toBe(false);
});
