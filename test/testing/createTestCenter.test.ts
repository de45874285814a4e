import { afterEach, expect, test } from 'vitest';
import type { ChatClient } from '../../src/client/index.ts';
import { createSimulatedClock } from '../../src/lib/index.ts';
import { selectEngagement, selectTimeline } from '../../src/model/index.ts';
import { createTestCenter, createTestClient, type TestCenter } from '../../src/testing/index.ts';

const running: { stop(): Promise<void> }[] = [];
afterEach(async () => {
  for (const one of running.splice(0)) await one.stop();
});

async function open(options: Parameters<typeof createTestCenter>[0] = {}): Promise<TestCenter> {
  const center = await createTestCenter({ clock: createSimulatedClock(), ...options });
  running.push(center);
  return center;
}

async function started(center: TestCenter, options: Parameters<typeof createTestClient>[1] = {}) {
  const client = createTestClient(center, options);
  running.push({ stop: async () => client.dispose() });
  await client.start();
  await center.until(
    'the line stands',
    () => client.getState().connection.status === 'connected' || undefined,
  );
  return client;
}

const idOf = (client: ChatClient) => {
  const id = selectEngagement(client.getState())?.engagementId;
  if (!id) throw new Error('no engagement');
  return id;
};
const text = (words: string) => ({ body: { type: 'text', text: words } }) as const;
const said = (client: ChatClient): string[] =>
  selectTimeline(client.getState()).flatMap((item) =>
    item.kind === 'message' ? [item.message.body.text] : [],
  );

test.each([['websocket'], ['sse'], ['long-poll']] as const)(
  'a customer writes, an agent answers, over %s',
  async (transport) => {
    const center = await open();
    const agent = await center.agent();
    const client = await started(center, { transports: [transport] });
    await client.send(idOf(client), text('Hello'));
    await agent.accept();
    await agent.types();
    await agent.says('Hi, I am Ada');
    await center.until('the answer is here', () => said(client).includes('Hi, I am Ada') || undefined);
    expect(said(client)).toEqual(['Hello', 'Hi, I am Ada']);
    await center.until('the echo came', () => {
      const [first] = selectTimeline(client.getState()).filter((item) => item.kind === 'message');
      return first?.kind === 'message' && first.message.delivery.status === 'delivered' ? true : undefined;
    });
  },
);

test('a carousel arrives as one', async () => {
  const center = await open();
  const agent = await center.agent();
  const client = await started(center);
  await client.send(idOf(client), text('Show me'));
  await agent.accept();
  await agent.sends({ title: 'Lamp', actions: [{ type: 'reply', text: 'Take it', payload: 'lamp' }] });
  await center.until(
    'the card is here',
    () =>
      selectTimeline(client.getState()).some(
        (item) => item.kind === 'message' && item.message.body.type === 'carousel',
      ) || undefined,
  );
});

test('a broken line and a restarted connector lose nothing', async () => {
  const center = await open();
  const agent = await center.agent();
  const client = await started(center);
  await client.send(idOf(client), text('One'));
  await agent.accept();
  await center.restartConnector();
  await client.send(idOf(client), text('Two'));
  await agent.says('Three');
  await center.advance(40_000);
  expect(said(client).toSorted()).toEqual(['One', 'Three', 'Two']);
});

test('on a chat integration the agent ends the engagement', async () => {
  const center = await open();
  const agent = await center.agent();
  const client = await started(center, { integrationId: center.chatIntegrationId });
  const id = await client.createEngagement({ topic: 'lamps' });
  await center.settle();
  await client.send(id, text('Hello'));
  await agent.accept();
  await agent.says('Good day');
  await agent.ends();
  await center.until(
    'it has ended',
    () => selectEngagement(client.getState(), id)?.status === 'TERMINATED' || undefined,
  );
  expect(said(client)).toContain('Good day');
});
