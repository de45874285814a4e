import { afterEach, expect, test } from 'vitest';
import type { LogEntry } from '../../../src/protocol/index.ts';
import { createKit, HOOK, stopAll, type Kit, type Loose } from './kit.ts';

afterEach(stopAll);

async function begun() {
  const kit = await createKit();
  const person = await kit.person();
  await person.begin();
  const id = person.engagementId();
  await person.say(id, 'hello');
  await kit.settle();
  const last = (await person.history(id)).head.seq;
  const fresh = async (): Promise<readonly LogEntry[]> =>
    (await person.history(id, '?limit=50')).entries.filter((entry) => entry.seq > last);
  return { kit, person, id, fresh };
}

const message = (kit: Kit, id: string, at: number, change: object = {}): Loose => ({
  eventType: 'MESSAGES', accountId: 'ABCDEF', eventDate: `2026-01-01T00:01:${String(at).padStart(2, '0')}.000Z`,
  messageId: `m-${at}`, dialogId: 'd-1', engagementId: 'e-1', status: 'DELIVERED', channelId: 'Messaging',
  channelProviderId: kit.ids.messagingElement, providerDialogId: id, senderParticipantId: 'agent-1',
  senderParticipantName: 'Ada', senderParticipantType: 'AGENT', sessionId: null, attachments: [], customData: {},
  body: { elementType: 'text', elementText: { text: `text ${at}`, textFormat: 'PLAINTEXT' } }, ...change,
}); // prettier-ignore
const person = (kit: Kit, id: string, type: 'ADDED' | 'DISCONNECTED', at: number): Loose => ({
  eventType: `PARTICIPANT_${type}`, accountId: 'ABCDEF', engagementId: 'e-1', dialogId: 'd-1',
  eventDate: `2026-01-01T00:01:${String(at).padStart(2, '0')}.000Z`, channelProviderId: kit.ids.messagingElement,
  providerDialogId: id, connectionId: 'c-1', participantId: 'agent-1', displayName: 'Ada', participantType: 'AGENT',
}); // prettier-ignore
const texts = (entries: readonly LogEntry[]): readonly string[] =>
  entries.flatMap((entry) => {
    if (entry.type !== 'MESSAGE_ARRIVED') return [];
    return [`${entry.message.body.text}${entry.message.late ? ' (late)' : ''}`];
  });

test('a callback that comes twice has its effect once', async () => {
  const { kit, id, fresh } = await begun();
  for (const body of [
    message(kit, id, 1),
    message(kit, id, 1),
    person(kit, id, 'ADDED', 2),
    person(kit, id, 'ADDED', 2),
  ])
    expect((await kit.hook(body)).status).toBe(200);
  expect((await fresh()).map((entry) => entry.type)).toEqual(['MESSAGE_ARRIVED', 'PARTICIPANT_ADDED']);
});

test('the same message told again with another date or status is not shown again', async () => {
  const { kit, id, fresh } = await begun();
  await kit.hook(message(kit, id, 1));
  await kit.hook(message(kit, id, 1, { eventDate: '2026-01-01T00:09:00Z', status: 'READ' }));
  expect(texts(await fresh())).toEqual(['text 1']);
});

test('callbacks posted at once and twice each keep one entry each', async () => {
  const { kit, id, fresh } = await begun();
  const bodies = [1, 2, 3, 4].flatMap((at) => [message(kit, id, at), message(kit, id, at)]);
  const answers = await Promise.all(bodies.map((body) => kit.hook(body)));
  expect(answers.every((answer) => answer.status === 200)).toBe(true);
  expect([...texts(await fresh())].map((text) => text.slice(0, 6)).sort()).toEqual([
    'text 1',
    'text 2',
    'text 3',
    'text 4',
  ]);
});

test('a message that comes after a younger one is appended where it came, marked as late', async () => {
  const { kit, id, fresh } = await begun();
  for (const at of [1, 3, 2, 4]) await kit.hook(message(kit, id, at));
  expect(texts(await fresh())).toEqual(['text 1', 'text 3', 'text 2 (late)', 'text 4']);
});

test('old news of a coming or going does not undo newer news', async () => {
  const { kit, id, fresh } = await begun();
  await kit.hook(person(kit, id, 'DISCONNECTED', 1));
  await kit.hook(person(kit, id, 'ADDED', 5));
  await kit.hook(person(kit, id, 'DISCONNECTED', 3));
  expect((await fresh()).map((entry) => entry.type)).toEqual(['PARTICIPANT_ADDED']);
  await kit.hook(person(kit, id, 'DISCONNECTED', 6));
  await kit.hook(person(kit, id, 'ADDED', 4));
  expect((await fresh()).map((entry) => entry.type)).toEqual([
    'PARTICIPANT_ADDED',
    'PARTICIPANT_DISCONNECTED',
  ]);
});

test('a going that overtakes its own coming, and a coming told anew, leave the newest news in force', async () => {
  const { kit, id, fresh } = await begun();
  await kit.hook(person(kit, id, 'DISCONNECTED', 4));
  await kit.hook(person(kit, id, 'ADDED', 2));
  expect(await fresh()).toEqual([]);
  await kit.hook(person(kit, id, 'ADDED', 6));
  await kit.hook(person(kit, id, 'ADDED', 8));
  await kit.hook(person(kit, id, 'DISCONNECTED', 7));
  expect((await fresh()).map((entry) => entry.type)).toEqual(['PARTICIPANT_ADDED']);
});

test('the echo that overtakes the answer to its own sending delivers the message once', async () => {
  const { kit, person: cleo, id, fresh } = await begun();
  kit.faults.upstream = async (call, pass) => {
    const response = await pass();
    if (!call.path.endsWith('/messages')) return response;
    const echo = message(kit, id, 7, {
      senderParticipantType: 'CUSTOMER',
      providerMessageId: call.body.providerMessageId,
    });
    await kit.hook(echo);
    return response;
  };
  await cleo.say(id, 'second');
  await kit.settle();
  const types = (await fresh()).map((entry) => entry.type);
  expect(types.filter((type) => type === 'MESSAGE_ACCEPTED')).toHaveLength(1);
  const range = await cleo.call(
    'GET',
    `/chat/v1/sessions/${cleo.session().sessionId}/engagements/${id}/entries?after=0`,
  );
  const delivered = range.body.entries.filter((entry: Loose) => entry.type === 'MESSAGE_DELIVERED');
  expect(delivered).toHaveLength(2);
});

test("a customer's message that did not come through us is shown as the customer's own, delivered", async () => {
  const { kit, id, fresh } = await begun();
  await kit.hook(message(kit, id, 1, { senderParticipantType: 'CUSTOMER', senderParticipantId: 'theirs' }));
  expect(await fresh()).toMatchObject([
    { type: 'MESSAGE_ACCEPTED', message: { delivery: 'delivered', body: { text: 'text 1' } } },
  ]);
});

test('unknown types, other accounts, other channels and unknown dialogs are answered 200 and change nothing', async () => {
  const { kit, id, fresh } = await begun();
  const strange = [
    { eventType: 'NEW_IN_2027', engagementId: 'e-1' },
    message(kit, id, 1, { accountId: 'ZZZZZZ' }),
    message(kit, id, 2, { channelProviderId: 'somebody-else' }),
    message(kit, id, 3, { channelProviderId: kit.ids.chatElement }),
    message(kit, 'unknown-dialog', 4),
    { eventType: 'MESSAGES' },
    { hello: 'world' },
  ];
  for (const body of strange) expect((await kit.hook(body)).status).toBe(200);
  expect(await fresh()).toEqual([]);
  const response = await kit.fetch(
    new Request(HOOK, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"x":' }),
  );
  expect(response.status).toBe(400);
});

test('subscribing at the start is idempotent, and heals a changed subscription', async () => {
  const kit = await createKit();
  const made = (): number =>
    kit.seen.filter((call) => call.method === 'POST' && call.path.includes('/subscriptions')).length;
  expect(made()).toBe(2);
  await kit.app().stop();
  await kit.restart();
  expect(made()).toBe(2);
});

test('an engagement error is told with its words', async () => {
  const { kit, id, fresh } = await begun();
  await kit.hook({
    eventType: 'ENGAGEMENT_ERROR', accountId: 'ABCDEF', type: 'ROUTING_FAILED', title: 'No queue', detail: null,
    providerDialogId: id, channelProviderId: kit.ids.messagingElement, eventDate: '2026-01-01T00:01:00Z',
  }); // prettier-ignore
  expect(await fresh()).toMatchObject([
    { type: 'ENGAGEMENT_ERROR', title: 'No queue', errorType: 'ROUTING_FAILED' },
  ]);
});
