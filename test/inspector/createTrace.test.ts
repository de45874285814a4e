import { expect, test } from 'vitest';
import { createTrace, MOST_EVENTS } from '../../src/inspector/index.ts';
import { namedTimers } from '../../src/inspector/namedTimers.ts';
import { createSimulatedClock, createTestCenter, createTestClient } from '../../src/testing/index.ts';
import { createFakeChatClient, wireEngagement } from '../support/fakeChatClient.ts';

async function watched(transports: readonly ['websocket' | 'sse' | 'long-poll']) {
  const clock = createSimulatedClock();
  const center = await createTestCenter({ clock });
  const trace = createTrace(clock);
  const client = createTestClient(center, { transports, world: trace.world(center.world) });
  trace.watch(client);
  await client.start();
  await center.advance(2_000);
  return { clock, center, client, facts: () => trace.facts.getState() };
}

test.for(['websocket', 'sse', 'long-poll'] as const)(
  'what a client does over %s is known from outside',
  async (transport) => {
    const { center, client, facts } = await watched([transport]);
    const { state, timers } = facts();
    expect(facts()).toMatchObject({ transport, role: 'leads' });
    expect(state).toBe(client.getState());
    expect(facts().events.map(({ event }) => event.type)).toContain('EVENT_STREAM_CONNECTED');
    const purposes = namedTimers(timers ?? [], state, 300_000).map(({ purpose }) => purpose);
    expect(purposes.toSorted()).toEqual(['idle', 'token-end', 'token-reminder', 'token-renewal']);
    client.dispose();
    await center.stop();
  },
);

test('on a socket the cursor is seen, and how far the device’s clock is off', async () => {
  const { clock, center, client, facts } = await watched(['websocket']);
  expect(facts().cursor).toEqual(expect.any(String));
  expect(facts().skewMs).toBe(0);
  expect(clock.pending).toBeGreaterThan(0);
  client.dispose();
  await center.settle();
  expect(facts().timers).toEqual([]);
  await center.stop();
});

test('the next attempt has its time', async () => {
  const { center, client, facts } = await watched(['websocket']);
  center.faults.refuse(true);
  await center.advance(20_000);
  const { state, timers, transport } = facts();
  expect(transport).toBeUndefined();
  expect(state.connection.status).toBe('failed');
  expect(namedTimers(timers ?? [], state, 300_000)[0]).toMatchObject({ purpose: 'reconnect' });
  client.dispose();
  await center.stop();
});

test('a client with a world of its own tells its state and events alone', async () => {
  const trace = createTrace(createSimulatedClock());
  const client = createFakeChatClient();
  const stop = trace.watch(client);
  await client.start();
  expect(trace.facts.getState()).toMatchObject({ transport: undefined, timers: undefined, role: 'leads' });
  client.emit({
    type: 'TYPING_STOPPED',
    engagementId: wireEngagement().engagementId,
    participant: BOT,
    relayed: true,
  });
  await Promise.resolve();
  expect(trace.facts.getState().role).toBe('follows');
  for (let at = 0; at < 300; at++) client.emit({ type: 'IDLE_TIMEOUT_RESET' });
  await Promise.resolve();
  const { events } = trace.facts.getState();
  expect(events).toHaveLength(MOST_EVENTS);
  expect(events.at(-1)?.number).toBe(
    events.length - MOST_EVENTS + (events[0]?.number ?? 0) + MOST_EVENTS - 1,
  );
  stop();
  client.emit({ type: 'IDLE_TIMEOUT_RESET' });
  await Promise.resolve();
  expect(trace.facts.getState().events).toBe(events);
});

const BOT = { participantId: 'bot' as never, participantType: 'BOT' } as const;
