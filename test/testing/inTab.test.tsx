import { expect, test } from 'vitest';
import { selectEngagement, selectTimeline } from '../../src/model/index.ts';
import { createTestCenter, createTestClient } from '../../src/testing/index.ts';

/** The same kit as in Node, in a real browser tab, with the platform's own clock: as stories and the static demo use it. */
test.each([['websocket'], ['sse'], ['long-poll']] as const)(
  'a whole contact centre runs in the tab, over %s',
  async (transport) => {
    const center = await createTestCenter();
    const agent = await center.agent();
    const client = createTestClient(center, { transports: [transport] });
    await client.start();
    const id = selectEngagement(client.getState())?.engagementId;
    if (!id) throw new Error('no engagement');
    await client.send(id, { body: { type: 'text', text: 'Hello' } });
    await agent.accept();
    await agent.says('Hi');
    const texts = (): string =>
      selectTimeline(client.getState())
        .flatMap((item) => (item.kind === 'message' ? [item.message.body.text] : []))
        .join(' ');
    await center.until('both are on screen', () => texts() === 'Hello Hi' || undefined);
    expect(texts()).toBe('Hello Hi');
    await client.shutdown();
    await center.stop();
  },
);
