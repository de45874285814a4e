import { createSimulatedClock, createTestCenter, createTestClient } from 'colloquy/testing';
import { expect, test } from 'vitest';

test('what is written while the line is down reaches the agent once, when it is back', async () => {
  const center = await createTestCenter({ clock: createSimulatedClock() });
  const client = createTestClient(center);
  const agent = await center.agent('Ada');
  await client.start();
  const [id] = client.getState().engagementIds;
  if (id === undefined) throw new Error('no conversation');
  const write = (text: string) => client.send(id, { body: { type: 'text', text } });
  const shown = () =>
    client
      .getState()
      .engagements[id]?.timeline.flatMap((item) =>
        item.kind === 'message' ? [`${item.message.delivery.status}: ${item.message.body.text}`] : [],
      );

  await write('Is anybody there?');
  await agent.accept();
  await agent.says('Ada here');

  center.faults.refuse(true);
  await write('My number is 4711');
  await center.advance(10_000);
  expect(shown()?.at(-1)).toMatch(/^(waiting|sending): My number is 4711$/);

  center.faults.refuse(false);
  await center.advance(60_000);
  expect(shown()).toEqual([
    'delivered: Is anybody there?',
    'received: Ada here',
    'delivered: My number is 4711',
  ]);

  await client.shutdown();
  await center.stop();
});
