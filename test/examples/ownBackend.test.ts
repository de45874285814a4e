import { describe, test } from 'vitest';
import { createEchoClient } from '../../docs/examples/own-backend/createEchoClient.ts';
import { clientRules } from '../../src/testing/index.ts';

describe('the client over a backend of one’s own', () => {
  const rules = clientRules(async () => {
    const client = createEchoClient();
    return { client, farSays: async (text) => client.farSays(text), settle: () => Promise.resolve() };
  });
  for (const { name, check } of rules) test(name, check);
});
