import { describe, expect, test } from 'vitest';
import { behaves } from '../../src/testing/index.ts';
import { createFakeHints } from './fakeHints.ts';
import { advance, settle, stage } from './settle.ts';

describe('a line that breaks', () => {
  test('tells FAILED with the time of the next attempt, then goes on from the cursor', async () => {
    const { client, clock, far, events, texts } = stage();
    await client.start();
    await settle();
    far.says('Before');
    await settle();
    far.isDown = true;
    far.cut();
    far.says('Meanwhile');
    await advance(clock, 3000);
    expect(client.getState().connection).toMatchObject({
      status: expect.stringMatching(/failed|connecting/),
    });
    const failed = events.find((event) => event.type === 'EVENT_STREAM_FAILED');
    expect(failed).toMatchObject({ reason: 'SERVER_UNREACHABLE', retryAfterMs: expect.any(Number) });
    far.isDown = false;
    await advance(clock, 31_000);
    expect(client.getState().connection.status).toBe('connected');
    expect(texts()).toEqual(['Before', 'Meanwhile']);
  });

  test('is tried again every 5 s at most while somebody may be writing to the customer', async () => {
    const { client, clock, far, events } = stage();
    far.says('Before');
    await client.start();
    await settle();
    far.isDown = true;
    far.cut();
    await advance(clock, 100_000, 500);
    const waits = events.flatMap((event) =>
      event.type === 'EVENT_STREAM_FAILED' ? [event.retryAfterMs ?? Infinity] : [],
    );
    expect(waits.length).toBeGreaterThan(15);
    expect(Math.max(...waits)).toBeLessThanOrEqual(5000);
  });

  test('a silent line is given up after 35 s', async () => {
    const { client, clock, far, events } = stage();
    await client.start();
    await settle();
    for (const stream of far.streams) stream.say = () => undefined;
    await advance(clock, 34_000, 1000);
    expect(client.getState().connection.status).toBe('connected');
    await advance(clock, 7000, 1000);
    expect(events.some((event) => event.type === 'EVENT_STREAM_FAILED')).toBe(true);
  });

  test('a silent line that takes no question is replaced unnoticed when the page is looked at again', async () => {
    const { hints, tell } = createFakeHints();
    const { client, clock, far, events, texts } = stage({ transports: ['sse'], world: { hints } });
    await client.start();
    await settle();
    for (const stream of far.streams) stream.say = () => undefined;
    far.says('Meanwhile');
    await advance(clock, 2000);
    expect(texts()).toEqual([]);
    tell('visible');
    await advance(clock, 1000);
    expect(texts()).toEqual(['Meanwhile']);
    expect(events.some((event) => event.type === 'EVENT_STREAM_FAILED')).toBe(false);
  });

  test('after the window RECONNECTION_TIMEOUT is told once, and attempts go on seldom', async () => {
    const { client, clock, far, events } = stage({ timing: { idleTimeoutMs: 0 } });
    await client.start();
    await settle();
    far.isDown = true;
    far.cut();
    await advance(clock, 600_000, 1000);
    const failures = events.filter((event) => event.type === 'EVENT_STREAM_FAILED');
    expect(failures.filter((event) => event.reason === 'RECONNECTION_TIMEOUT')).toHaveLength(1);
    const after = failures.slice(failures.findIndex((event) => event.reason === 'RECONNECTION_TIMEOUT'));
    expect(after.length).toBeGreaterThan(5);
    for (const failure of after) expect(failure.retryAfterMs).toBeGreaterThanOrEqual(30_000);
    far.isDown = false;
    await advance(clock, 61_000, 1000);
    expect(client.getState().connection.status).toBe('connected');
  });

  test('a manual retry goes at once, and is refused where nothing has failed', async () => {
    const { client, clock, far } = stage();
    await client.start();
    await settle();
    await expect(client.retryConnection()).rejects.toMatchObject({ code: 'retry-not-allowed' });
    far.isDown = true;
    far.cut();
    await advance(clock, 200_000, 1000);
    far.isDown = false;
    while (client.getState().connection.status !== 'failed') await advance(clock, 250);
    await client.retryConnection();
    await settle();
    expect(client.getState().connection.status).toBe('connected');
  });

  test('a session that the server has ended shuts the chat down', async () => {
    const { client, clock, far, events } = stage();
    await client.start();
    await settle();
    far.isSessionGone = true;
    far.cut();
    await advance(clock, 2000);
    expect(events).toContainEqual(
      expect.objectContaining({ type: 'EVENT_STREAM_FAILED', reason: 'SDK_SESSION_INVALID' }),
    );
    expect(client.getState().session).toEqual({ status: 'ended', reason: 'UNKNOWN' });
    await client.start();
    await settle();
    expect(client.getState().session.status).toBe('open');
    expect(far.sessionsCreated).toBe(2);
  });

  test('an entry SESSION_ENDED tells its reason', async () => {
    const { client, far } = stage();
    await client.start();
    await settle();
    far.logs.append(far.sessionId, { type: 'SESSION_ENDED', reason: 'SYSTEM_CLOSED' });
    await settle();
    expect(client.getState().session).toEqual({ status: 'ended', reason: 'SYSTEM_CLOSED' });
  });
});

describe('a rebuilt log', () => {
  test('is shown anew after the snapshot', async () => {
    const { client, clock, far, events, texts } = stage();
    far.says('Old');
    await client.start();
    await settle();
    far.cut();
    far.logs.rebuild(far.engagementId);
    far.says('New');
    await advance(clock, 2000);
    expect(events.some((event) => event.type === 'ENGAGEMENT_RESET')).toBe(true);
    expect(texts()).toEqual(['New']);
  });
});

for (const transport of ['websocket', 'sse', 'long-poll'] as const)
  for (const [name, line] of Object.entries({
    doubling: behaves.doubling(),
    swapping: behaves.swapping(),
    losing: behaves.losing(2, 3),
    'cutting at the second event': behaves.cuttingAt(2),
  }))
    test(`over ${transport}, a line that is ${name} still makes the right list`, async () => {
      const { client, clock, far, texts } = stage({ transports: [transport] });
      far.line = line;
      await client.start();
      await settle();
      for (let number = 1; number <= 5; number++) {
        far.says(`m${number}`);
        await settle(3);
      }
      await advance(clock, 40_000, 500);
      far.line = behaves.well();
      await advance(clock, 40_000, 500);
      expect(texts()).toEqual(['m1', 'm2', 'm3', 'm4', 'm5']);
    });
