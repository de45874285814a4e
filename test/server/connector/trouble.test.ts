import { afterEach, expect, test } from 'vitest';
import fc from '../../support/property.ts';
import { routes } from '../../../src/protocol/index.ts';
import { createMemoryStore, StoreError, type Store } from '../../../src/server/storage/index.ts';
import { CONNECTOR, createKit, refusedConnection, SHOP, stopAll, type Loose } from './kit.ts';

afterEach(stopAll);

function fullStore(): { store: Store; full: boolean } {
  const inner = createMemoryStore();
  const state: { store: Store; full: boolean } = {
    full: false,
    store: {
      transact: (work) =>
        state.full ? Promise.reject(new StoreError('full', 'no room')) : inner.transact(work),
      close: () => inner.close(),
    },
  };
  return state;
}

test('a full disk is named, nothing is half kept, and the same message goes through once there is room', async () => {
  const disk = fullStore();
  const kit = await createKit({ connector: { store: disk.store } });
  const person = await kit.person();
  await person.begin();
  const id = person.engagementId();
  disk.full = true;
  const refused = await person.send(id, { type: 'text', text: 'hello' });
  expect([refused.status, refused.body.code]).toEqual([507, 'storage-full']);
  disk.full = false;
  const again = await person.send(
    id,
    { type: 'text', text: 'hello' },
    { clientSeq: 1, clientMessageId: 'client-guest-1-1' },
  );
  expect([again.status, again.body.seq]).toEqual([202, 1]);
});

test('a callback that could not be kept is not answered 200, so that it comes again', async () => {
  const disk = fullStore();
  const kit = await createKit({ connector: { store: disk.store } });
  const person = await kit.person();
  await person.begin();
  await person.say(person.engagementId(), 'hello');
  await kit.settle();
  const body: Loose = {
    eventType: 'MESSAGES', accountId: 'ABCDEF', eventDate: '2026-01-01T00:00:01Z', messageId: 'm-1', dialogId: 'd', engagementId: 'e',
    channelProviderId: kit.ids.messagingElement, providerDialogId: person.engagementId(), senderParticipantType: 'AGENT',
    body: { elementType: 'text', elementText: { text: 'kept at last' } },
  }; // prettier-ignore
  disk.full = true;
  expect((await kit.hook(body)).status).toBe(507);
  disk.full = false;
  expect((await kit.hook(body)).status).toBe(200);
  const { entries } = await person.history(person.engagementId());
  expect(entries.at(-1)).toMatchObject({
    type: 'MESSAGE_ARRIVED',
    message: { body: { text: 'kept at last' } },
  });
});

test('started while the contact centre is away, it takes messages and subscribes as soon as it can', async () => {
  const kit = await createKit();
  await kit.app().stop();
  const before = kit.seen.length;
  kit.faults.upstream = () => Promise.reject(refusedConnection());
  await kit.restart();
  const person = await kit.person();
  await person.begin();
  expect((await person.send(person.engagementId(), { type: 'text', text: 'hello' })).status).toBe(202);
  kit.faults.upstream = undefined;
  for (let second = 0; second < 10; second++) await kit.settle(1000);
  const calls = kit.seen
    .slice(before)
    .map((call) => `${call.method} ${call.path.split('/').at(-1)?.split('?')[0]}`);
  expect(calls.filter((call) => call === 'GET subscriptions')).toHaveLength(2);
  expect(calls).toContain('POST messages');
});

test('the published keys are away: a token cannot be judged, and the page is asked to try again', async () => {
  const kit = await createKit({
    connector: { tokens: { issuer: 'i', audience: 'a', jwksUrl: 'https://push.test/none' } },
  });
  const person = await kit.person();
  const answer = await person.call('GET', routes.session('x'));
  expect([answer.status, answer.body.code, answer.headers.get('retry-after')]).toEqual([
    503,
    'upstream-unavailable',
    '5',
  ]);
});

test('it says that it is well, and that it drains', async () => {
  const kit = await createKit();
  const health = async (): Promise<unknown> => (await kit.fetch(new Request(`${CONNECTOR}/healthz`))).json();
  expect(await health()).toEqual({ status: 'ok' });
  await kit.app().stop();
  expect(await health()).toEqual({ status: 'draining' });
});

test(
  'no JSON whatever makes it fail by a fault of its own, on any address that takes a body',
  { timeout: 30_000 },
  async () => {
    const kit = await createKit();
    const person = await kit.person();
    await person.begin();
    const { sessionId } = person.session();
    const id = person.engagementId();
    const text = { clientMessageId: 'c', senderId: 's', clientSeq: 1, body: { type: 'text', text: 'x' } };
    const addresses: readonly (readonly [string, string])[] = [
      ['POST', routes.messages(sessionId, id)],
      ['POST', routes.read(sessionId, id)],
      ['PUT', routes.context(sessionId, id)],
      ['PUT', routes.sessionParameters(sessionId)],
    ];
    const bent = fc.oneof(
      fc.jsonValue(),
      fc.record({ ...mapped(text), clientMessageId: fc.string({ unit: 'binary', maxLength: 8 }) }),
      fc.constant({ ...text, clientMessageId: '\ud800', senderId: '\udfff' }),
      fc.record({ ...mapped(text), body: fc.jsonValue() }),
    );
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...addresses), bent, async ([method, path], body) => {
        const answer = await person.call(method, path, body);
        expect(answer.status).toBeLessThan(500);
      }),
      { seed: 1, numRuns: 150 },
    );
    const strange = ['%E0%A4%A', '..%2F..', '%00', '%ud800', 'a b'].map(
      (each) => `${CONNECTOR}/chat/v1/sessions/${each}`,
    );
    for (const url of strange) {
      const response = await kit.fetch(new Request(url, { headers: { ...person.headers(), origin: SHOP } }));
      expect([400, 404]).toContain(response.status);
    }
  },
);

test('no callback whatever makes it fail by a fault of its own', async () => {
  const kit = await createKit();
  const person = await kit.person();
  await person.begin();
  const whole: Loose = {
    eventType: 'MESSAGES', accountId: 'ABCDEF', eventDate: 'x', messageId: '\ud800', dialogId: 'd', engagementId: 'e', status: 'SENT',
    channelProviderId: kit.ids.messagingElement, providerDialogId: person.engagementId(), senderParticipantType: 'AGENT',
    senderParticipantId: 'a/b c', senderParticipantName: 'n'.repeat(900), body: { elementType: 'text', elementText: { text: 'x' } },
    attachments: [{ attachmentId: '\udfff', name: '\ud800.png' }],
  }; // prettier-ignore
  const types = [
    'MESSAGES',
    'TYPING',
    'PARTICIPANT_ADDED',
    'PARTICIPANT_DISCONNECTED',
    'ENGAGEMENT_CREATED',
    'ENGAGEMENT_ERROR',
    'X_SANDBOX_READ',
  ];
  const bent = fc
    .record({
      eventType: fc.constantFrom(...types),
      field: fc.constantFrom(...Object.keys(whole)),
      value: fc.jsonValue(),
    })
    .map(({ eventType, field, value }) => ({ ...whole, participantId: 'p q', [field]: value, eventType }));
  await fc.assert(
    fc.asyncProperty(bent, async (body) => {
      expect((await kit.hook(body)).status).toBe(200);
    }),
    { seed: 2, numRuns: 150 },
  );
  await kit.hook(whole);
  const { body } = await person.call(
    'GET',
    `${routes.entries(person.session().sessionId, person.engagementId())}?after=0`,
  );
  expect(body.entries.length).toBeGreaterThan(0);
});

function mapped(value: object): Record<string, fc.Arbitrary<unknown>> {
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, fc.constant(each)]));
}
