import { expect, test } from 'vitest';
import type { BrowserHints } from '../../../src/client/index.ts';
import { createScriptedConnector } from '../../../src/testing/index.ts';
import { createSimulatedClock } from '../../../src/lib/index.ts';
import { advance, stage } from '../settle.ts';

/** A page whose first request for a session is answered by nobody, and what the browser tells it. */
function lostStart() {
  const clock = createSimulatedClock();
  const far = createScriptedConnector(clock);
  const listeners = new Set<Parameters<BrowserHints['subscribe']>[0]>();
  let isLost = true;
  const { client } = stage({
    jwtProvider: far.provider,
    world: {
      ...far.world,
      fetch: (request) => {
        if (!isLost) return far.world.fetch(request);
        isLost = false;
        return new Promise(() => undefined);
      },
      hints: {
        visible: () => true,
        online: () => true,
        subscribe(listener) {
          listeners.add(listener);
          return () => void listeners.delete(listener);
        },
      },
    },
  });
  return { client, clock, far, hint: () => listeners.forEach((listener) => listener('online')), listeners };
}

test('a start that nobody answers is asked again 6 s after a hint, not after 20 s', async () => {
  const { client, clock, far, hint } = lostStart();
  const started = client.start();
  await advance(clock, 1000);
  hint();
  await advance(clock, 6000);
  await started;
  expect(client.getState().session.status).toBe('open');
  expect(far.sessionsCreated).toBe(1);
});

test('without a hint a start has its 20 s', async () => {
  const { client, clock } = lostStart();
  const started = client.start();
  await advance(clock, 19_000);
  expect(client.getState().session.status).toBe('starting');
  await advance(clock, 3000);
  await started;
  expect(client.getState().session.status).toBe('open');
});

test('a client that is disposed while it starts hears no hints any more', async () => {
  const { client, clock, listeners } = lostStart();
  client.start().catch(() => undefined);
  await advance(clock, 1000);
  client.dispose();
  expect(listeners.size).toBe(0);
});
