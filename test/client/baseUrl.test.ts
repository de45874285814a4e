import { expect, test } from 'vitest';
import { createTestCenter, createTestClient } from '../../src/testing/index.ts';

// Whoever gives the tokens may be the one who knows the connector.
test.each(['with tabs beside it', 'alone'])(
  'a client %s needs its connector only once it has a token',
  async (how) => {
    const center = await createTestCenter();
    const provide = center.jwtProvider(undefined, center.integrationId);
    let isKnown = false;
    const client = createTestClient(center, {
      shareTabs: how !== 'alone',
      async jwtProvider() {
        const token = await provide();
        isKnown = true;
        return token;
      },
      baseUrl() {
        if (!isKnown) throw new Error('Asked too early');
        return `${center.baseUrl}/`;
      },
    });
    try {
      await client.start();
      await expect.poll(() => client.getState().connection.status).toBe('connected');
      const [id] = client.getState().engagementIds;
      if (id === undefined) throw new Error('A messaging session has its engagement');
      await client.send(id, { body: { type: 'text', text: 'Hello' } });
      await client.shutdown();
      expect(client.getState().session.status).toBe('ended');
    } finally {
      client.dispose();
      await center.stop();
    }
  },
);
