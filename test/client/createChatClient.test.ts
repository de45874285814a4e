import { describe, expect, test } from 'vitest';
import { advance, settle, stage } from './settle.ts';

const text = (words: string) => ({ body: { type: 'text', text: words } }) as const;

test('a start creates the session, opens the stream and reads the newest page', async () => {
  const { client, far, types, texts } = stage();
  far.says('Hello');
  await client.start();
  await settle();
  expect(client.getState().session.status).toBe('open');
  expect(client.getState().connection.status).toBe('connected');
  expect(texts()).toEqual(['Hello']);
  expect(types().slice(0, 2)).toEqual(['SESSION_STARTING', 'INITIALIZED']);
  expect(types()).toContain('HISTORY_LOADED');
});

test('a message that arrives is shown once, and unread until it is seen', async () => {
  const { client, far, texts } = stage();
  await client.start();
  await settle();
  far.says('One');
  far.says('Two');
  await settle();
  expect(texts()).toEqual(['One', 'Two']);
  expect(client.getState().engagements[far.engagementId]?.unread).toBe(2);
  client.markSeen(far.engagementId, 2);
  expect(client.getState().engagements[far.engagementId]?.unread).toBe(0);
});

test('a sent message is on screen at once and takes its place in the log once', async () => {
  const { client, far, texts, types } = stage();
  await client.start();
  await settle();
  await client.send(far.engagementId, text('Hi'));
  expect(texts()).toEqual(['[Hi]']);
  await settle();
  expect(texts()).toEqual(['Hi']);
  expect(far.texts()).toEqual(['Hi']);
  expect(types().filter((type) => type === 'MESSAGE_QUEUED')).toHaveLength(1);
});

describe('one session, however often a page mounts', () => {
  test('starting twice shares one promise', async () => {
    const { client, far } = stage();
    await Promise.all([client.start(), client.start()]);
    expect(far.sessionsCreated).toBe(1);
  });

  test('start, dispose, start at once opens exactly one session', async () => {
    const { client, far } = stage();
    const first = client.start();
    client.dispose();
    await client.start();
    await first;
    await settle();
    expect(far.sessionsCreated).toBe(1);
    expect(far.streams.size).toBe(1);
  });

  test('start, dispose after it, start again resumes the same session', async () => {
    const { client, far, texts } = stage();
    await client.start();
    await settle();
    client.dispose();
    await settle();
    expect(far.streams.size).toBe(0);
    far.says('Meanwhile');
    await client.start();
    await settle();
    expect(far.sessionsCreated).toBe(1);
    expect(far.streams.size).toBe(1);
    expect(texts()).toEqual(['Meanwhile']);
  });

  test('a disposed client leaves no timer and no stream behind', async () => {
    const { client, clock, far } = stage();
    await client.start();
    await settle();
    client.dispose();
    await settle();
    expect(clock.pending).toBe(0);
    expect(far.streams.size).toBe(0);
  });

  test('a start that is disposed of rejects without telling of a failure', async () => {
    const { client, types } = stage();
    const start = client.start();
    client.dispose();
    await expect(start).rejects.toMatchObject({ code: 'disposed' });
    expect(types()).not.toContain('SESSION_FAILED');
  });

  test('a kept session that is gone is replaced by a new one', async () => {
    const { client, far, kept } = stage();
    kept.set('colloquy:session:http://far.test|integration-1', 'session-0');
    await client.start();
    expect(far.sessionsCreated).toBe(1);
  });
});

test('the session is ended by shutdown, and what was unsent is handed back', async () => {
  const { client, clock, far, events } = stage();
  await client.start();
  await settle();
  far.failNext('/messages', 'hangs');
  await client.send(far.engagementId, text('Unsent'));
  const end = client.shutdown();
  await advance(clock, 6000, 50);
  await end;
  expect(events.map((event) => event.type).slice(-3)).toEqual([
    'MESSAGE_REJECTED',
    'EVENT_STREAM_CLOSED',
    'SHUTDOWN',
  ]);
  expect(far.requests).toContain('DELETE /chat/v1/sessions/session-1');
  expect(clock.pending).toBe(0);
});

test('an unwanted stream is closed, a wanted one goes on from where it was', async () => {
  const { client, far, texts } = stage();
  await client.start();
  await settle();
  client.setStreamWanted(false);
  await settle();
  expect(far.streams.size).toBe(0);
  expect(client.getState().connection.status).toBe('closed');
  far.says('Missed');
  client.setStreamWanted(true);
  await settle();
  expect(texts()).toEqual(['Missed']);
});
