import { afterEach, expect, test } from 'vitest';
import { routes } from '../../../src/protocol/index.ts';
import { createKit, stopAll, typesOf, type Loose } from './kit.ts';

afterEach(stopAll);

async function begun(...given: Parameters<typeof createKit>) {
  const kit = await createKit(...given);
  const person = await kit.person();
  await person.begin({ displayName: 'Cleo' });
  return { kit, person, id: person.engagementId() };
}

test('a message is accepted with its place in the log and delivered by the echo of the contact centre', async () => {
  const { kit, person, id } = await begun();
  const answer = await person.send(id, { type: 'text', text: 'hello' });
  expect(answer.status).toBe(202);
  expect(answer.body).toMatchObject({
    clientMessageId: 'client-guest-1-1',
    seq: 1,
    epoch: expect.any(String),
  });
  await kit.settle();
  const { entries } = await person.history(id);
  const own = entries.find((entry) => entry.type === 'MESSAGE_ACCEPTED');
  expect(own).toMatchObject({
    seq: 1,
    message: { delivery: 'delivered', clientMessageId: 'client-guest-1-1' },
  });
  expect(entries.map((entry) => entry.type)).not.toContain('MESSAGE_DELIVERED');
});

test('the same client message id again gets the same answer and makes no second entry, for ever', async () => {
  const { kit, person, id } = await begun();
  const first = await person.send(id, { type: 'text', text: 'once' });
  await kit.settle();
  await kit.settle(40 * 24 * 3_600_000);
  await person.renew();
  await person.begin();
  const again = await person.send(
    id,
    { type: 'text', text: 'once' },
    { clientMessageId: 'client-guest-1-1', clientSeq: 1 },
  );
  expect(again.status).toBe(202);
  expect(again.body).toEqual(first.body);
  const { entries } = await person.history(id);
  expect(entries.filter((entry) => entry.type === 'MESSAGE_ACCEPTED')).toHaveLength(1);
  expect(kit.seen.filter((call) => call.path.endsWith('/messages'))).toHaveLength(1);
});

test('the same client message id with another content is refused', async () => {
  const { person, id } = await begun();
  await person.say(id, 'one');
  const answer = await person.send(
    id,
    { type: 'text', text: 'two' },
    { clientMessageId: 'client-guest-1-1', clientSeq: 1 },
  );
  expect([answer.status, answer.body.code]).toEqual([422, 'key-reused']);
});

test('a gap in a sender is refused with the number that is expected; a tombstone fills it and leaves no entry', async () => {
  const { person, id } = await begun();
  const body = { type: 'text', text: 'third' };
  const early = await person.send(id, body, { clientSeq: 2 });
  expect([early.status, early.body.code, early.body.expected]).toEqual([409, 'sequence-gap', 1]);
  const stone = await person.send(
    id,
    { type: 'text', text: '-' },
    { clientSeq: 1, clientMessageId: 'removed', tombstone: true },
  );
  expect(stone.status).toBe(202);
  expect(stone.body.messageId).toBeUndefined();
  expect((await person.send(id, body, { clientSeq: 2 })).status).toBe(202);
  const { entries } = await person.history(id);
  // The bot may have answered meanwhile.
  expect(entries.filter((entry) => entry.type === 'MESSAGE_ACCEPTED')).toHaveLength(1);
});

test('a tombstone for a message that was accepted after all tells so by the message id', async () => {
  const { person, id } = await begun();
  const sent = await person.say(id, 'kept');
  const stone = await person.send(
    id,
    { type: 'text', text: '-' },
    { clientSeq: 1, clientMessageId: sent.clientMessageId, tombstone: true },
  );
  expect(stone.body).toEqual(JSON.parse(JSON.stringify(sent)));
});

test('numbers count per sender: two devices of one customer do not disturb each other', async () => {
  const { person, id } = await begun();
  expect((await person.send(id, { type: 'text', text: 'a' }, { senderId: 'one', clientSeq: 1 })).status).toBe(
    202,
  );
  expect((await person.send(id, { type: 'text', text: 'b' }, { senderId: 'two', clientSeq: 1 })).status).toBe(
    202,
  );
  expect((await person.send(id, { type: 'text', text: 'c' }, { senderId: 'one', clientSeq: 2 })).status).toBe(
    202,
  );
});

test('ten sends at once get ten dense numbers', async () => {
  const { kit, person, id } = await begun();
  const answers = await Promise.all(
    Array.from({ length: 10 }, (_, at) =>
      person.send(id, { type: 'text', text: `n${at}` }, { senderId: `s${at}`, clientSeq: 1 }),
    ),
  );
  expect(answers.map((answer) => answer.body.seq).sort((a, b) => a - b)).toEqual([
    1, 2, 3, 4, 5, 6, 7, 8, 9, 10,
  ]);
  await kit.settle();
  const upstream = kit.seen.filter((call) => call.path.endsWith('/messages'));
  expect(new Set(upstream.map((call) => call.body.providerMessageId)).size).toBe(10);
});

test('over 500 messages at once a customer is asked to wait', async () => {
  const { person, id } = await begun();
  let refused: Loose;
  for (let at = 1; at <= 501 && !refused; at++) {
    const answer = await person.send(
      id,
      { type: 'text', text: 'x' },
      { clientSeq: at, clientMessageId: `m${at}`, tombstone: true },
    );
    if (answer.status !== 202)
      refused = { at, code: answer.body.code, wait: answer.headers.get('retry-after') };
  }
  expect(refused).toMatchObject({ at: 501, code: 'rate-limited', wait: '1' });
});

test('a reply names its question, here and to the contact centre', async () => {
  const { kit, person, id } = await begun();
  await person.say(id, 'hello');
  await kit.settle();
  const { entries } = await person.history(id);
  const question = entries.find((entry) => entry.type === 'MESSAGE_ARRIVED');
  const parentMessageId = question?.type === 'MESSAGE_ARRIVED' ? question.message.messageId : '';
  const body = { type: 'choice', action: 'reply', text: 'Yes', payload: 'YES' };
  expect((await person.send(id, body, { parentMessageId })).status).toBe(202);
  await kit.settle();
  const sent = kit.seen.filter((call) => call.path.endsWith('/messages')).at(-1)?.body;
  expect(sent.body).toMatchObject({
    elementType: 'reply',
    richMediaPayload: { selectedAction: { payload: 'YES' } },
  });
  expect(sent.parentMessageId).toEqual(expect.any(String));
  expect(sent.parentMessageId).not.toBe(parentMessageId);
  expect((await person.send(id, body, { parentMessageId: 'nothing-here' })).body.code).toBe('not-found');
});

test('a guest tells a random id and no word of being verified; a page cannot claim it', async () => {
  const { kit, person, id } = await begun();
  const parameters = { verifiedCustomer: 'true', customerId: 'root', page: '/cart' };
  await person.call('PUT', routes.sessionParameters(person.session().sessionId), parameters);
  await person.call('PUT', routes.context(person.session().sessionId, id), parameters);
  await person.say(id, 'hello');
  await kit.settle();
  const sent = kit.seen.find((call) => call.path.endsWith('/messages'))?.body;
  expect(sent.customerIdentifiers).toEqual({ customerId: ['guest-1'] });
  expect(sent.engagementParameters).toEqual({ page: '/cart' });
  expect(kit.lines.join('\n')).toContain('claimed an identity');
});

test('a verified customer is told with the identifiers of the token', async () => {
  const kit = await createKit();
  const identifiers = { emailAddresses: ['ada@shop.test'] };
  const person = await kit.person({ sub: 'c-42', name: 'Ada', verifiedCustomer: true, identifiers });
  await person.begin({ displayName: 'Somebody else' });
  await person.say(person.engagementId(), 'hello');
  await kit.settle();
  const sent = kit.seen.find((call) => call.path.endsWith('/messages'))?.body;
  expect(sent).toMatchObject({
    senderName: 'Ada',
    customerIdentifiers: { customerId: ['c-42'], ...identifiers },
    engagementParameters: { verifiedCustomer: 'true' },
  });
});

test('after the agent ends, the conversation stays open and the next message opens it again upstream', async () => {
  const { kit, person, id } = await begun();
  await person.say(id, 'hello');
  await kit.settle();
  const disconnect = routes.disconnect(person.session().sessionId, id);
  expect((await person.call('POST', disconnect, { reason: 'USER_CLOSED' })).status).toBe(204);
  await kit.settle();
  expect(kit.seen.some((call) => call.path.endsWith(`${id}:disconnect`))).toBe(true);
  const one = await person.call('GET', routes.engagement(person.session().sessionId, id));
  expect(one.body.status).toBe('ACTIVE');
  await person.say(id, 'me again');
  await kit.settle();
  const { entries } = await person.history(id);
  const types = typesOf(entries.map((event) => ({ type: 'event', event })));
  expect(types).toContain('PARTICIPANT_DISCONNECTED');
  expect(types).not.toContain('ENGAGEMENT_TERMINATED');
  expect(types.lastIndexOf('PARTICIPANT_ADDED')).toBeGreaterThan(types.indexOf('PARTICIPANT_DISCONNECTED'));
});
