import { expect, test, vi } from 'vitest';
import { createChatClient } from '../../src/client/index.ts';
import { createScriptedConnector } from '../../src/testing/index.ts';
import { createSeededRandom, createSimulatedClock, silentLogger } from '../../src/lib/index.ts';
import { tabsStage, type Player } from './tabs/tabsStage.ts';

/** `createChatClient` fetches what shares and keeps with the first `start`. */
const late = (stage: ReturnType<typeof tabsStage>, options = {}): Player =>
  stage.enters(true, options, createChatClient);

test('what shares the line is there when the start resolves: two tabs, one stream', async () => {
  const stage = tabsStage();
  const [first, second] = [late(stage), late(stage)];
  await started(stage, first);
  await started(stage, second);
  expect(stage.far.streams.size).toBe(1);
  expect(first.types()).toContain('INITIALIZED');
  expect(first.client.getState().outboxDurable).toBe(true);
});

test('two starts at once are one', async () => {
  const stage = tabsStage();
  const tab = late(stage);
  const start = tab.client.start();
  expect(tab.client.start()).toBe(start);
  await settled(stage, start);
  expect(tab.types().filter((type) => type === 'INITIALIZED')).toHaveLength(1);
});

test('a client that is let go of while it fetches does not begin, and may begin later', async () => {
  const stage = tabsStage();
  const tab = late(stage);
  const start = tab.client.start();
  tab.client.dispose();
  await expect(start).rejects.toMatchObject({ code: 'disposed' });
  expect(stage.far.streams.size).toBe(0);
  await started(stage, tab);
  expect(tab.client.getState().session.status).toBe('open');
});

test('what was wanted before the fetch holds after it', async () => {
  const stage = tabsStage();
  const tab = late(stage);
  tab.client.setStreamWanted(false);
  await started(stage, tab);
  stage.clock.advance(1000);
  expect(stage.far.streams.size).toBe(0);
});

test('a world without records and channel needs nothing to be fetched', async () => {
  const clock = createSimulatedClock();
  const far = createScriptedConnector(clock);
  const client = createChatClient({
    baseUrl: 'http://far.test',
    integrationId: 'integration-1',
    jwtProvider: far.provider,
    world: { ...far.world, random: createSeededRandom(1), logger: silentLogger },
  });
  await client.start();
  expect(client.getState().session.status).toBe('open');
});

function started(stage: ReturnType<typeof tabsStage>, tab: Player): Promise<void> {
  return settled(stage, tab.client.start());
}

async function settled(stage: ReturnType<typeof tabsStage>, work: Promise<void>): Promise<void> {
  let isDone = false;
  const watched = work.finally(() => (isDone = true));
  await vi.waitFor(() => {
    stage.clock.advance(50);
    expect(isDone).toBe(true);
  });
  await watched;
}
