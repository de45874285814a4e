import { expect, test } from 'vitest';
import { createScriptedConnector } from '../../../src/testing/index.ts';
import { createSimulatedClock } from '../../../src/lib/index.ts';
import { createFakeHints } from '../fakeHints.ts';
import { advance, stage } from '../settle.ts';

/** A page whose first request for a session is answered by nobody, and what the browser tells it. */
function lostStart() {
  const clock = createSimulatedClock();
  const far = createScriptedConnector(clock);
  const browser = createFakeHints();
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
      hints: browser.hints,
    },
  });
  return { client, clock, far, browser };
}

test('a start that nobody answers is asked again 6 s after a hint, not after 20 s', async () => {
  const { client, clock, far, browser } = lostStart();
  const started = client.start();
  await advance(clock, 1000);
  browser.tell('online');
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
  const { client, clock, browser } = lostStart();
  client.start().catch(() => undefined);
  await advance(clock, 1000);
  client.dispose();
  expect(browser.heardBy).toBe(0);
});
