import { afterEach, expect, test } from 'vitest';
import { routes } from '../../../src/protocol/index.ts';
import { createKit, stopAll, typesOf, type Kit, type Loose } from './kit.ts';

afterEach(stopAll);

async function begun() {
  const kit = await createKit();
  const person = await kit.person({ integrationId: kit.ids.chat });
  await person.begin({ displayName: 'Cleo', sessionParameters: { page: '/home' } });
  return { kit, person };
}

const callsOf = (kit: Kit): readonly string[] =>
  kit.seen
    .filter((call) => call.path.startsWith('/api/digital/channel/'))
    .map((call) => {
      const path = call.path.replace('/api/digital/channel/v1/accounts/ABCDEF', '');
      return `${call.method} ${path.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '*')}`;
    });

const alertOf = (snapshot: Loose): string => snapshot.alerts[0].engagement.id;

test('the calls upstream follow the order of the seed guide', async () => {
  const { kit, person } = await begun();
  const { sessionId } = person.session();
  await person.call('PUT', routes.sessionParameters(sessionId), { page: '/cart' });
  const { engagementId } = await person.open({ topic: 'returns' });
  await kit.settle();
  await person.say(engagementId, 'hello');
  await kit.settle();
  await person.call('POST', routes.disconnect(sessionId, engagementId), { reason: 'USER_CLOSED' });
  await kit.settle();
  expect((await person.call('DELETE', `${routes.session(sessionId)}?reason=USER_CLOSED`)).status).toBe(204);
  await kit.settle();
  expect(callsOf(kit)).toEqual([
    'POST /sessions',
    'POST /sessions/*:updateSessionParameters',
    'POST /engagements',
    'POST /engagements/*/messages',
    'POST /engagements/*:disconnect',
    'DELETE /sessions/*?reason=USER_CLOSED',
  ]);
  const [session, parameters, engagement, message] = kit.seen.filter((call) =>
    call.path.includes('/channel/'),
  );
  expect(session?.body).toMatchObject({ displayName: 'Cleo', sessionParameters: { page: '/home' } });
  expect(parameters?.body).toEqual({ page: '/cart' });
  expect(engagement?.body).toMatchObject({ channelId: 'Chat', engagementParameters: { topic: 'returns' } });
  expect(message?.body.body.elementText.text).toBe('hello');
});

test('an engagement is made, becomes active, carries both directions and ends by the agent', async () => {
  const { kit, person } = await begun();
  const ada = await kit.agent('ada');
  const socket = person.socket({ cursor: person.session().cursor });
  await kit.settle();
  const { engagementId, joined, kind } = await person.open();
  expect([joined, kind]).toEqual([true, 'chat']);
  await person.say(engagementId, 'hello');
  await kit.settle();
  const desk = alertOf((await ada('GET', '/snapshot')).body);
  await ada('POST', `/alerts/${desk}/accept`);
  const reply = { clientMessageId: 'desk-1', content: { kind: 'text', text: 'Hi, I am Ada' } };
  expect((await ada('POST', `/engagements/${desk}/messages`, reply)).status).toBe(201);
  await kit.settle();
  await ada('POST', `/engagements/${desk}/end`);
  await kit.settle();
  const types = typesOf(socket.frames);
  expect(types[0]).toBe('ENGAGEMENT_OPENED');
  for (const type of [
    'ENGAGEMENT_ACTIVE',
    'MESSAGE_DELIVERED',
    'MESSAGE_ARRIVED',
    'PARTICIPANT_DISCONNECTED',
  ]) {
    expect(types).toContain(type);
  }
  expect(types.filter((type) => type === 'ENGAGEMENT_TERMINATED')).toHaveLength(1);
  expect(types.at(-1)).toBe('ENGAGEMENT_TERMINATED');
  const late = await person.send(engagementId, { type: 'text', text: 'still there?' });
  expect([late.status, late.body.code]).toEqual([409, 'engagement-ended']);
});

test('the customer may end it: told once as ended, and the desk loses its card', async () => {
  const { kit, person } = await begun();
  const ada = await kit.agent('ada');
  const { engagementId } = await person.open();
  await person.say(engagementId, 'hello');
  await kit.settle();
  const desk = alertOf((await ada('GET', '/snapshot')).body);
  await ada('POST', `/alerts/${desk}/accept`);
  await kit.settle();
  await person.call('POST', routes.disconnect(person.session().sessionId, engagementId), {});
  await kit.settle();
  const { entries } = await person.history(engagementId);
  expect(entries.filter((entry) => entry.type === 'ENGAGEMENT_TERMINATED')).toHaveLength(1);
  const one = await person.call('GET', routes.engagement(person.session().sessionId, engagementId));
  expect(one.body.status).toBe('TERMINATED');
  const gone = (await ada('GET', '/snapshot')).body.engagements.filter(
    (each: Loose) => each.phase === 'agent',
  );
  expect(gone).toEqual([]);
});

test('another session of the customer hears of the engagement, joins it, and then hears its messages', async () => {
  const { kit, person } = await begun();
  const phone = await kit.person({ integrationId: kit.ids.chat });
  await phone.begin();
  const socket = phone.socket({ cursor: phone.session().cursor });
  await kit.settle();
  const { engagementId } = await person.open();
  await person.say(engagementId, 'from the desk top');
  await kit.settle();
  expect(socket.frames.flatMap((frame) => (frame.type === 'event' ? [frame.event] : []))).toMatchObject([
    { type: 'ENGAGEMENT_OPENED', engagement: { engagementId, joined: false } },
  ]);
  const early = await phone.send(engagementId, { type: 'text', text: 'me too' });
  expect(early.body.code).toBe('engagement-not-joined');
  const joined = await phone.call('POST', routes.join(phone.session().sessionId, engagementId), {});
  expect(joined.body).toMatchObject({ joined: true });
  await person.say(engagementId, 'now heard');
  await kit.settle();
  expect(typesOf(socket.frames)).toContain('MESSAGE_ACCEPTED');
  expect((await phone.send(engagementId, { type: 'text', text: 'me too' }, { clientSeq: 1 })).status).toBe(
    202,
  );
  await kit.settle();
  expect(kit.seen.filter((call) => call.path.includes(':join'))).toHaveLength(1);
});

test('what Custom Chat cannot carry is refused before it is accepted', async () => {
  const { person } = await begun();
  const { engagementId } = await person.open();
  const bodies = [
    { type: 'choice', action: 'reply', text: 'Yes', payload: 'YES' },
    { type: 'location', latitude: 1, longitude: 2 },
    { type: 'files', text: '', attachmentIds: ['x'] },
  ];
  for (const body of bodies) {
    const answer = await person.send(engagementId, body, { clientSeq: 1 });
    expect([answer.status, answer.body.code]).toEqual([422, 'not-supported']);
  }
  const typing = await person.call('POST', routes.typing(person.session().sessionId, engagementId), {});
  expect(typing.body.code).toBe('not-supported');
});

test('a contact centre that refuses or does not answer is named to the page, and nothing is left behind', async () => {
  const { kit, person } = await begun();
  kit.faults.upstream = (call, pass) =>
    call.path.endsWith('/engagements')
      ? Promise.resolve(Response.json({ detail: 'No such session' }, { status: 404 }))
      : pass();
  const refused = await person.call('POST', routes.engagements(person.session().sessionId), {});
  expect([refused.status, refused.body.code]).toEqual([502, 'upstream-refused']);
  kit.faults.upstream = () => Promise.reject(new TypeError('broken'));
  const away = await person.call('POST', routes.engagements(person.session().sessionId), {});
  expect([away.status, away.body.code]).toEqual([503, 'upstream-unavailable']);
  const listed = await person.call('GET', routes.engagements(person.session().sessionId));
  expect(listed.body).toEqual([]);
});

test('several engagements run at once, each with a log of its own', async () => {
  const { kit, person } = await begun();
  const one = await person.open();
  await kit.settle();
  const two = await person.open();
  await kit.settle();
  await person.say(one.engagementId, 'first');
  const answer = await person.send(two.engagementId, { type: 'text', text: 'second' }, { clientSeq: 1 });
  expect(answer.status).toBe(202);
  await kit.settle();
  const listed = await person.call('GET', routes.engagements(person.session().sessionId));
  expect(listed.body.map((each: Loose) => each.engagementId)).toEqual([one.engagementId, two.engagementId]);
  const ids = kit.seen.filter((call) => call.path.endsWith('/messages')).map((call) => call.body.dialogId);
  expect(new Set(ids).size).toBe(2);
});

test('an engagement whose making was not answered is found by its id: none is left behind over there', async () => {
  const { kit, person } = await begun();
  let made = 0;
  kit.faults.upstream = async (call, pass) => {
    const answer = await pass();
    if (call.method !== 'POST' || !call.path.endsWith('/engagements')) return answer;
    made += 1;
    throw new TypeError('the answer was lost');
  };
  const { engagementId } = await person.open();
  expect(made).toBe(1);
  const listed = await person.call('GET', routes.engagements(person.session().sessionId));
  expect(listed.body.map((each: Loose) => each.engagementId)).toEqual([engagementId]);
});
