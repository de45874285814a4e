import { afterEach, beforeEach, expect, test } from 'vitest';
import { createDeskSession } from '../../../src/desk/data/deskSession.ts';
import type { DeskSession } from '../../../src/desk/data/deskSession.ts';
import { createSeededRandom, createSimulatedClock } from '../../../src/lib/index.ts';
import { AT, alert, ann, details, engagement, message, snapshot } from '../support/fixtures.ts';
import { createScriptedServer, json, settle } from '../support/scriptedServer.ts';
import type { ScriptedServer } from '../support/scriptedServer.ts';

let server: ScriptedServer;
let session: DeskSession;
let signedOut: number;
let theClock = createSimulatedClock();

beforeEach(async () => {
  server = createScriptedServer();
  theClock = createSimulatedClock();
  signedOut = 0;
  session = createDeskSession({
    baseUrl: 'http://desk.test',
    signedIn: { role: 'agent', token: 'secret', agent: ann },
    fetch: server.fetch,
    clock: theClock,
    random: createSeededRandom(1),
    onSignedOut: () => (signedOut += 1),
  });
  await settle();
  server.push('life-1', {
    type: 'snapshot',
    snapshot: snapshot({ engagements: [details(engagement('a'), [message(1, 'Hello')])] }),
  });
  await settle();
});
afterEach(async () => {
  session.close();
  await settle();
  expect(theClock.pending).toBe(0);
});

const state = () => session.store.getState();

test('opens the stream with the token in a header and without a cursor', () => {
  expect(server.streams).toEqual([{ lastEventId: null, authorization: 'Bearer secret' }]);
  expect(state().line).toEqual({ status: 'open' });
  expect(state().openIds).toEqual(['a']);
});

test('a broken stream is told and resumed after the last event', async () => {
  server.push('life-7', { type: 'queue-changed', queue: [] });
  await settle();
  server.cut();
  await settle();
  const { line } = state();
  expect(line.status).toBe('lost');
  await theClock.advanceAsync(30_000);
  await settle();
  expect(server.streams.at(-1)?.lastEventId).toBe('life-7');
  expect(state().line).toEqual({ status: 'open' });
});

test('nobody there: it waits longer and longer, and a person can shorten the wait', async () => {
  server.refuseStreams('unreachable');
  server.cut();
  await settle();
  for (let round = 0; round < 4; round++) {
    await theClock.advanceAsync(30_000);
    await settle();
  }
  const tries = server.streams.length;
  expect(tries).toBeGreaterThan(3);
  expect(state().line.status).toBe('lost');
  server.refuseStreams(undefined);
  session.retryNow();
  await settle();
  expect(server.streams).toHaveLength(tries + 1);
  expect(state().line).toEqual({ status: 'open' });
});

test('a stream without a beat for 35 s is dead', async () => {
  await theClock.advanceAsync(34_000);
  server.write(': beat\n\n');
  await settle();
  await theClock.advanceAsync(34_000);
  await settle();
  expect(server.streams).toHaveLength(1);
  await theClock.advanceAsync(1_000);
  await settle();
  expect(state().line.status).toBe('lost');
});

test('a server that is about to stop says when to come back', async () => {
  server.push('life-2', { type: 'reconnect', afterMs: 1000 });
  await settle();
  await theClock.advanceAsync(999);
  await settle();
  expect(server.streams).toHaveLength(1);
  await theClock.advanceAsync(201);
  await settle();
  expect(server.streams.at(-1)?.lastEventId).toBe('life-2');
});

test('an event that is not understood is skipped, and the line lives', async () => {
  server.write('id: life-3\nevent: new\ndata: {"type":"from-the-future"}\n\n');
  server.push('life-4', { type: 'message', id: 'a', message: message(2, 'Still here') });
  await settle();
  expect(state().conversations['a']?.messages).toHaveLength(2);
});

test('a dead token ends the session and is not asked again', async () => {
  server.refuseStreams(401);
  server.cut();
  await settle();
  await theClock.advanceAsync(60_000);
  await settle();
  expect(signedOut).toBe(1);
  expect(server.streams).toHaveLength(2);
});

test('accepting shows the conversation', async () => {
  server.push('life-2', { type: 'alert', alert: alert('b') });
  await settle();
  server.answer('POST /desk/v1/alerts/b/accept', () => json(details(engagement('b'), [message(1, 'Help')])));
  await session.accept('b');
  expect(state()).toMatchObject({ alerts: [], openIds: ['a', 'b'], selectedId: 'b' });
});

test('too late to accept: the alert goes and it is said', async () => {
  server.push('life-2', { type: 'alert', alert: alert('b') });
  await settle();
  server.answer('POST /desk/v1/alerts/b/accept', () => json({ status: 409 }, 409));
  await session.accept('b');
  expect(state().alerts).toEqual([]);
  expect(state().notice?.kind).toBe('taken');
});

test('messages go out one after the other, and are doubled by neither echo nor answer', async () => {
  const first = { kind: 'text', text: 'One', actions: [], cards: [] } as const;
  let release: (response: Response) => void = () => undefined;
  server.answer('POST /desk/v1/engagements/a/messages', () => new Promise((resolve) => (release = resolve)));
  const one = session.send('a', first);
  const two = session.send('a', { ...first, text: 'Two' });
  await settle();
  const sends = () => server.calls.filter((each) => each.line.endsWith('/messages'));
  expect(sends()).toHaveLength(1);
  expect(state().conversations['a']?.pending).toHaveLength(2);
  const clientMessageId = state().conversations['a']?.pending[0]?.clientMessageId ?? '';
  const echo = message(2, 'One', { senderType: 'AGENT', clientMessageId });
  server.push('life-5', { type: 'message', id: 'a', message: echo });
  await settle();
  release(json(echo, 201));
  expect(await one).toBe(true);
  await settle();
  expect(sends()).toHaveLength(2);
  release(json({ status: 409 }, 409));
  expect(await two).toBe(false);
  expect(state().conversations['a']).toMatchObject({ pending: [{ status: 'failed' }] });
  expect(state().conversations['a']?.messages).toHaveLength(2);
});

test('a failed message is sent again under the same id, or thrown away', async () => {
  const route = 'POST /desk/v1/engagements/a/messages';
  server.answer(route, () => Promise.reject(new TypeError('offline')));
  expect(await session.send('a', { kind: 'text', text: 'Hi', actions: [], cards: [] })).toBe(false);
  const id = state().conversations['a']?.pending[0]?.clientMessageId ?? '';
  server.answer(route, () => json(message(2, 'Hi', { senderType: 'AGENT', clientMessageId: id }), 201));
  expect(await session.resend('a', id)).toBe(true);
  const ids = server.calls.filter((each) => each.line === route).map((each) => each.body);
  expect(ids).toMatchObject([{ clientMessageId: id }, { clientMessageId: id }]);
  expect(state().conversations['a']?.pending).toEqual([]);
});

test('looking at a conversation tells the customer once', async () => {
  session.looked('a');
  session.looked('a');
  await settle();
  expect(server.calls.filter((each) => each.line.endsWith('/read'))).toEqual([
    { line: 'POST /desk/v1/engagements/a/read', body: { messageId: 'message-1' } },
  ]);
});

test('my typing is sent at most every three seconds, theirs is shown for five', async () => {
  session.typing('a');
  session.typing('a');
  await theClock.advanceAsync(3_000);
  session.typing('a');
  expect(server.calls.filter((each) => each.line.endsWith('/typing'))).toHaveLength(2);
  server.push('life-6', { type: 'typing', id: 'a', participantId: 'p', name: 'Cora', at: AT });
  await settle();
  expect(state().conversations['a']?.typing).toBe('Cora');
  await theClock.advanceAsync(5_000);
  expect(state().conversations['a']?.typing).toBeUndefined();
});

test('an engagement accepted in another window is fetched', async () => {
  server.answer('GET /desk/v1/engagements/c', () => json(details(engagement('c'), [message(1, 'There')])));
  server.push('life-9', { type: 'engagement-updated', engagement: engagement('c') });
  await settle();
  expect(state().openIds).toEqual(['a', 'c']);
});
