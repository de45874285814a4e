import { describe, test } from 'vitest';
import { createSimulatedClock } from '../../src/lib/index.ts';
import { clientRules, createTestCenter, createTestClient } from '../../src/testing/index.ts';

describe('our own client, against the whole contact centre', () => {
  const rules = clientRules(async () => {
    const center = await createTestCenter({ clock: createSimulatedClock() });
    const agent = await center.agent();
    return {
      client: createTestClient(center),
      async farSays(text) {
        await agent.accept();
        await agent.says(text);
      },
      settle: () => center.advance(500),
      close: () => center.stop(),
    };
  });
  for (const { name, check } of rules) test(name, check);
});
