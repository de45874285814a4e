import { expect, test, vi } from 'vitest';
import { createChatClient } from '../../src/client/index.ts';
import { createSimulatedClock, silentLogger } from '../../src/lib/index.ts';
import { createScriptedConnector } from '../../src/testing/index.ts';
import { createFakeBrowser } from './tabs/fakeBrowser.ts';

vi.mock('../../src/client/createSharedClient.ts', () => {
  throw new Error('The file is no longer on the server');
});

test('where the part that shares and keeps cannot be had the chat goes on alone, and says that nothing is kept', async () => {
  const far = createScriptedConnector(createSimulatedClock());
  const { world } = createFakeBrowser(far.world).tab(true);
  const client = createChatClient({
    baseUrl: 'http://far.test',
    integrationId: 'integration-1',
    jwtProvider: far.provider,
    world: { ...world, logger: silentLogger },
  });
  await client.start();
  expect(client.getState()).toMatchObject({ session: { status: 'open' }, outboxDurable: false });
});
