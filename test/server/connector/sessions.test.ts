import { afterEach, expect, test } from 'vitest';
import { routes } from '../../../src/protocol/index.ts';
import { hmacHex } from '../../../src/server/http/index.ts';
import { createKit, stopAll, typesOf, type Kit, type KitOptions, type Loose, type Person } from './kit.ts';

afterEach(stopAll);

const minutes = async (kit: Kit, count: number): Promise<void> => {
  for (let at = 0; at < count; at++) await kit.settle(60_000);
};
const presences = (kit: Kit): readonly boolean[] =>
  kit.seen.filter((call) => call.path.endsWith('/customer-presence')).map((call) => call.body.present);

async function begun(options: KitOptions = {}) {
  const kit = await createKit(options);
  const person = await kit.person();
  await person.begin({ displayName: 'Cleo' });
  return { kit, person, id: person.engagementId() };
}

async function agentAnswers(kit: Kit, person: Person, id: string, text = 'Hi'): Promise<void> {
  await person.say(id, 'hello');
  await kit.settle();
  const ada = await kit.agent('ada');
  await kit.settle();
  const { body } = await ada('GET', '/snapshot');
  const desk = body.alerts[0].engagement.id;
  await ada('POST', `/alerts/${desk}/accept`);
  await ada('POST', `/engagements/${desk}/messages`, {
    clientMessageId: text,
    content: { kind: 'text', text },
  });
  await kit.settle();
}

test('a session names the customer, the features and limits of its integration, and a cursor that misses nothing', async () => {
  const { kit, person } = await begun();
  const view = person.session();
  expect(view).toMatchObject({ kind: 'messaging', displayName: 'Cleo', tokenExpiresInMs: 900_000 });
  expect(view.features).toEqual({
    richMedia: true,
    files: true,
    typing: true,
    readReceipts: true,
    createEngagement: false,
  });
  expect(view.limits).toMatchObject({ textLength: 4096, fileBytes: 52_428_800 });
  expect(view.engagements).toMatchObject([
    { status: 'ACTIVE', kind: 'messaging', joined: true, head: { seq: 0 } },
  ]);
  await person.say(person.engagementId(), 'between answer and stream');
  await kit.settle();
  expect(typesOf(await person.poll(view.cursor))).toContain('MESSAGE_ACCEPTED');
  const chat = await kit.person({ integrationId: kit.ids.chat });
  expect(await chat.begin()).toMatchObject({
    kind: 'chat',
    engagements: [],
    features: { files: false, createEngagement: true },
  });
});

test("the token's name wins over the page's", async () => {
  const kit = await createKit();
  const person = await kit.person({ name: 'Ada Lovelace' });
  expect((await person.begin({ displayName: 'Root' })).displayName).toBe('Ada Lovelace');
});

test('two devices of one customer share the conversation: same entries, same order, one sender', async () => {
  const { kit, person: laptop, id } = await begun();
  const phone = await kit.person();
  const view = await phone.begin();
  expect(view.sessionId).not.toBe(laptop.session().sessionId);
  expect(view.participantId).toBe(laptop.session().participantId);
  expect(phone.engagementId()).toBe(id);
  const socket = phone.socket({ cursor: view.cursor });
  await kit.settle();
  await laptop.say(id, 'from the laptop');
  await phone.say(id, 'from the phone');
  await kit.settle();
  const texts = socket.frames.flatMap((frame) =>
    frame.type === 'event' && frame.event.type === 'MESSAGE_ACCEPTED' ? [frame.event.message.body] : [],
  );
  expect(texts).toMatchObject([{ text: 'from the laptop' }, { text: 'from the phone' }]);
  const mine = (await laptop.history(id)).entries;
  expect(mine.map((entry) => entry.seq)).toEqual((await phone.history(id)).entries.map((entry) => entry.seq));
  expect(mine).toHaveLength(
    socket.frames.filter(
      (frame) => frame.type === 'event' && 'seq' in frame.event && !/DELIVERED/.test(frame.event.type),
    ).length,
  );
});

test('a guest never sees the conversation of the verified customer of the same id', async () => {
  const { kit, id } = await begun();
  const verified = await kit.person({ verifiedCustomer: true });
  await verified.begin();
  expect(verified.engagementId()).not.toBe(id);
  const answer = await verified.call('GET', routes.history(verified.session().sessionId, id));
  expect(answer.body.code).toBe('not-found');
});

test('a session without a stream is ended after its time; its conversation stays', async () => {
  const { kit, person, id } = await begun({ connector: { sessionIdleMs: 10 * 60_000 } });
  await person.say(id, 'hello');
  const socket = person.socket();
  await minutes(kit, 14); // a stream is open: nothing ends (but the token would at 15)
  await person.renew();
  expect((await person.call('GET', routes.session(person.session().sessionId))).status).toBe(200);
  socket.drop();
  await minutes(kit, 9);
  expect((await person.call('GET', routes.session(person.session().sessionId))).status).toBe(200);
  await minutes(kit, 3);
  const gone = await person.call('GET', routes.session(person.session().sessionId));
  expect([gone.status, gone.body.code]).toEqual([410, 'session-gone']);
  await person.begin();
  expect(person.engagementId()).toBe(id);
});

test('ending a session tells its streams, refuses everything after, and leaves other sessions alone', async () => {
  const { kit, person, id } = await begun();
  const phone = await kit.person();
  await phone.begin();
  const socket = person.socket();
  const sse = await person.sse();
  await kit.settle();
  await person.call('DELETE', `${routes.session(person.session().sessionId)}?reason=USER_INACTIVE`);
  await kit.settle();
  for (const frames of [socket.frames, sse.frames]) {
    expect(typesOf(frames)).toEqual(['SESSION_ENDED']);
    expect(frames.at(-1)).toMatchObject({ type: 'denied', code: 'session-gone' });
  }
  const send = await person.send(id, { type: 'text', text: 'late' });
  expect(send.body.code).toBe('session-gone');
  expect((await phone.send(id, { type: 'text', text: 'here' })).status).toBe(202);
});

test("the last stream's going is told as away after 5 s, its coming back at once, a reload not at all", async () => {
  const { kit, person, id } = await begun();
  await person.say(id, 'hello');
  await kit.settle();
  const first = person.socket();
  await kit.settle();
  expect(presences(kit)).toEqual([true]);
  first.drop();
  await kit.settle(2000);
  const second = person.socket();
  await kit.settle(10_000);
  expect(presences(kit)).toEqual([true]);
  second.drop();
  await kit.settle(5000);
  await kit.settle();
  expect(presences(kit)).toEqual([true, false]);
  person.socket();
  await kit.settle();
  expect(presences(kit)).toEqual([true, false, true]);
});

test('a customer who was there when the process died and does not come back is told as away', async () => {
  const { kit, person, id } = await begun();
  await person.say(id, 'hello');
  await kit.settle();
  person.socket();
  await kit.settle();
  kit.kill();
  await kit.restart();
  await kit.settle(44_000);
  expect(presences(kit)).toEqual([true]);
  await kit.settle(1000);
  expect(presences(kit)).toEqual([true, false]);
});

test('a message for a session without a stream is told to the push connector: five ids, signed, no content', async () => {
  const { kit, person, id } = await begun();
  const socket = person.socket();
  await kit.settle();
  await person.say(id, 'hello');
  await kit.settle();
  expect(kit.pushes).toEqual([]);
  socket.drop();
  await agentAnswers(kit, person, id, 'secret words');
  await kit.settle();
  expect(kit.pushes.length).toBeGreaterThan(0);
  const { body, headers } = kit.pushes.at(-1) ?? { body: {}, headers: new Headers() };
  expect(Object.keys(body).sort()).toEqual([
    'conversationId',
    'customerId',
    'eventDate',
    'eventId',
    'sessionId',
  ]);
  expect(body).toMatchObject({
    conversationId: id,
    customerId: 'guest-1',
    sessionId: person.session().sessionId,
  });
  expect(headers.get('x-hmac')).toBe(await hmacHex('push-secret', body.eventId + body.sessionId));
  expect(JSON.stringify(kit.pushes)).not.toContain('secret words');
});

test('push: errors but 400 and 500 lead to a cool-down; a good answer begins the count anew', async () => {
  const push = {
    callbackUrl: 'https://push.test/callback',
    secret: 's',
    configId: 'c',
    backoffAfterErrors: 2,
    coolDownMs: 60_000,
  };
  const { kit, id } = await begun({ connector: { push } });
  let number = 0;
  const arrive = async (status: number): Promise<number> => {
    kit.faults.pushStatus = status;
    number += 1;
    const before = kit.pushes.length;
    await kit.hook({
      eventType: 'MESSAGES', accountId: 'ABCDEF', eventDate: new Date(kit.clock.now()).toISOString(), messageId: `m-${number}`,
      dialogId: 'd', engagementId: 'e', channelProviderId: kit.ids.messagingElement, providerDialogId: id,
      senderParticipantType: 'AGENT', body: { elementType: 'text', elementText: { text: 'x' } },
    }); // prettier-ignore
    await kit.settle();
    return kit.pushes.length - before;
  };
  for (const status of [400, 500, 400, 500]) expect(await arrive(status)).toBe(1);
  for (const status of [503, 204, 503, 401]) expect(await arrive(status)).toBe(1);
  expect(await arrive(204)).toBe(0);
  await kit.settle(60_000);
  expect(await arrive(204)).toBe(1);
});

test("the agent's reading is told as a signal and kept; the customer's reading is told to the sandbox", async () => {
  const { kit, person, id } = await begun();
  await agentAnswers(kit, person, id);
  const socket = person.socket();
  await kit.settle();
  const own = kit.seen.find((call) => call.path.endsWith('/messages'))?.body.providerMessageId;
  await kit.hook({
    eventType: 'X_SANDBOX_READ', accountId: 'ABCDEF', engagementId: 'e', dialogId: 'd', providerDialogId: id, sessionId: null,
    channelProviderId: kit.ids.messagingElement, readerParticipantId: 'a', readerParticipantType: 'AGENT',
    messageId: 'theirs', providerMessageId: own, eventDate: '2026-01-01T00:00:01Z',
  }); // prettier-ignore
  await kit.settle();
  expect(socket.frames.at(-1)).toEqual({
    type: 'event',
    event: { type: 'MESSAGES_READ', engagementId: id, upToSeq: 1 },
  });
  const view = await person.call('GET', routes.session(person.session().sessionId));
  expect(view.body.engagements[0].readUpToSeq).toBe(1);
  const { head } = await person.history(id);
  const read = await person.call('POST', routes.read(person.session().sessionId, id), { upToSeq: head.seq });
  expect(read.status).toBe(204);
  const mark = kit.seen.find((call) => call.path.endsWith('/read-marks'));
  expect(mark?.body).toMatchObject({ providerDialogId: id, messageId: expect.any(String) });
});

test("the customer's typing goes upstream at most every 2 s", async () => {
  const { kit, person, id } = await begun();
  await person.say(id, 'hello');
  await kit.settle();
  const type = (): Promise<Loose> => person.call('POST', routes.typing(person.session().sessionId, id), {});
  for (let at = 0; at < 3; at++) expect((await type()).status).toBe(204);
  expect(kit.seen.filter((call) => call.path.endsWith(':typing'))).toHaveLength(1);
  await kit.settle(2000);
  await type();
  expect(kit.seen.filter((call) => call.path.endsWith(':typing'))).toHaveLength(2);
});

test('history is read backwards in pages without hole or double; a range is dense', async () => {
  const { kit, person, id } = await begun();
  for (let at = 1; at <= 12; at++) await person.say(id, `n${at}`);
  await kit.settle();
  const { sessionId } = person.session();
  const read: number[] = [];
  let before: number | undefined;
  for (let pages = 0; pages < 20; pages++) {
    const page = await person.history(id, `?limit=5${before ? `&before=${before}` : ''}`);
    read.unshift(...page.entries.map((entry) => entry.seq));
    before = page.olderBeforeSeq;
    if (before === undefined) break;
  }
  const all = await person.call('GET', routes.entries(sessionId, id));
  const shown = all.body.entries.filter((entry: Loose) => !/DELIVERED|FAILED|UNCONFIRMED/.test(entry.type));
  expect(read).toEqual(shown.map((entry: Loose) => entry.seq));
  const range = await person.call('GET', `${routes.entries(sessionId, id)}?after=3&limit=4`);
  expect(range.body.entries.map((entry: Loose) => entry.seq)).toEqual([4, 5, 6, 7]);
});

test('new sessions of one customer are limited', async () => {
  const { person } = await begun();
  const codes: string[] = [];
  for (let at = 0; at < 40; at++) {
    const answer = await person.call('POST', routes.sessions(), {
      integrationId: person.session().integrationId,
    });
    codes.push(answer.body.code ?? 'made');
  }
  expect(codes.filter((code) => code === 'made')).toHaveLength(39);
  expect(codes.at(-1)).toBe('rate-limited');
});
