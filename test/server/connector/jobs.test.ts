import { afterEach, expect, test } from 'vitest';
import { createKit, refusedConnection, stopAll, typesOf, type Kit, type Person, type Seen } from './kit.ts';

afterEach(stopAll);

const isSend = (call: Seen): boolean => call.method === 'POST' && call.path.endsWith('/messages');
const sends = (kit: Kit): readonly string[] =>
  kit.seen.filter(isSend).map((call) => call.body.body.elementText.text);

async function begun(kind: 'messaging' | 'chat' = 'messaging') {
  const kit = await createKit();
  const person = await kit.person({ integrationId: kit.ids[kind] });
  await person.begin();
  const id = kind === 'chat' ? (await person.open()).engagementId : person.engagementId();
  await kit.settle();
  return { kit, person, id };
}

async function factsOf(person: Person, id: string): Promise<readonly string[]> {
  const path = `/chat/v1/sessions/${person.session().sessionId}/engagements/${id}/entries?after=0`;
  const { body } = await person.call('GET', path);
  const types: string[] = body.entries.map((entry: { type: string }) => entry.type);
  return types.filter((type) => type.startsWith('MESSAGE_') && type !== 'MESSAGE_ARRIVED');
}

test('a contact centre that nobody reaches gets the messages later, in order, each once', async () => {
  const { kit, person, id } = await begun();
  kit.faults.upstream = () => Promise.reject(refusedConnection());
  for (const text of ['one', 'two', 'three']) await person.say(id, text);
  for (let second = 0; second < 60; second++) await kit.settle(1000);
  expect(sends(kit)).toEqual([]);
  kit.faults.upstream = undefined;
  for (let second = 0; second < 60; second++) await kit.settle(1000);
  expect(sends(kit)).toEqual(['one', 'two', 'three']);
  expect((await factsOf(person, id)).filter((type) => type === 'MESSAGE_DELIVERED')).toHaveLength(3);
});

test('a refused access token is replaced once and the call repeated', async () => {
  const { kit, person, id } = await begun();
  let refused = 0;
  kit.faults.upstream = (call, pass) =>
    isSend(call) && refused++ === 0 ? Promise.resolve(new Response(null, { status: 401 })) : pass();
  await person.say(id, 'hello');
  await kit.settle();
  expect(sends(kit)).toEqual(['hello']);
  expect(kit.seen.filter((call) => call.path.includes('openid-connect'))).toHaveLength(2);
});

test('after 429 the message waits for Retry-After', async () => {
  const { kit, person, id } = await begun();
  kit.faults.upstream = (call, pass) =>
    isSend(call)
      ? Promise.resolve(Response.json({ title: 'spike' }, { status: 429, headers: { 'retry-after': '7' } }))
      : pass();
  await person.say(id, 'hello');
  await kit.settle();
  kit.faults.upstream = undefined;
  await kit.settle(6900);
  expect(sends(kit)).toEqual([]);
  await kit.settle(1600);
  expect(sends(kit)).toEqual(['hello']);
});

test('a refusal of the contact centre becomes MESSAGE_FAILED with its words, and the next message goes on', async () => {
  const { kit, person, id } = await begun();
  kit.faults.upstream = (call, pass) =>
    isSend(call) && call.body.body.elementText.text === 'bad'
      ? Promise.resolve(Response.json({ title: 'Bad', detail: 'The channel is closed' }, { status: 400 }))
      : pass();
  await person.say(id, 'bad');
  await kit.settle();
  await person.say(id, 'good');
  await kit.settle();
  const { entries } = await person.history(id);
  expect(entries.find((entry) => entry.type === 'MESSAGE_ACCEPTED')).toMatchObject({
    message: { delivery: 'failed' },
  });
  expect(await factsOf(person, id)).toEqual([
    'MESSAGE_ACCEPTED',
    'MESSAGE_FAILED',
    'MESSAGE_ACCEPTED',
    'MESSAGE_DELIVERED',
  ]);
});

test('Custom Messaging, unknown outcome: the echo settles it', async () => {
  const { kit, person, id } = await begun();
  kit.faults.upstream = async (call, pass) => {
    const response = await pass();
    if (!isSend(call)) return response;
    throw new TypeError('the connection broke after the request was taken');
  };
  await person.say(id, 'hello');
  await kit.settle();
  expect(await factsOf(person, id)).toEqual(['MESSAGE_ACCEPTED', 'MESSAGE_DELIVERED']);
  await kit.settle(60_000);
  expect(sends(kit)).toEqual(['hello']);
  expect(await factsOf(person, id)).toEqual(['MESSAGE_ACCEPTED', 'MESSAGE_DELIVERED']);
});

test('Custom Messaging, unknown outcome without an echo: unconfirmed after 30 s, never sent again', async () => {
  const { kit, person, id } = await begun();
  kit.faults.upstream = (call, pass) =>
    isSend(call) ? Promise.resolve(new Response(null, { status: 502 })) : pass();
  await person.say(id, 'hello');
  await kit.settle();
  kit.faults.upstream = undefined;
  await kit.settle(28_000);
  expect(await factsOf(person, id)).toEqual(['MESSAGE_ACCEPTED']);
  await kit.settle(4000);
  await kit.settle(600_000);
  expect(await factsOf(person, id)).toEqual(['MESSAGE_ACCEPTED', 'MESSAGE_UNCONFIRMED']);
  expect(sends(kit)).toEqual([]);
});

test('Custom Chat, unknown outcome: the transcript settles it', async () => {
  const { kit, person, id } = await begun('chat');
  kit.faults.callback = () => Promise.resolve(new Response(null, { status: 200 })); // the echo is lost
  kit.faults.upstream = async (call, pass) => {
    const response = await pass();
    if (!isSend(call)) return response;
    throw new TypeError('the connection broke after the request was taken');
  };
  await person.say(id, 'hello');
  await kit.settle();
  await kit.settle(2000);
  await kit.settle(2000);
  expect(await factsOf(person, id)).toEqual(['MESSAGE_ACCEPTED', 'MESSAGE_DELIVERED']);
  expect(sends(kit)).toEqual(['hello']);
});

test('Custom Chat, unknown outcome that the transcript does not show: failed after 30 s, never sent again', async () => {
  const { kit, person, id } = await begun('chat');
  kit.faults.upstream = (call, pass) =>
    isSend(call) ? Promise.resolve(new Response(null, { status: 500 })) : pass();
  await person.say(id, 'hello');
  for (let turn = 0; turn < 18; turn++) await kit.settle(2000);
  expect(await factsOf(person, id)).toEqual(['MESSAGE_ACCEPTED', 'MESSAGE_FAILED']);
  expect(sends(kit)).toEqual([]);
});

test('killed in mid-conversation, a new process on the same store goes on: nothing lost, nothing doubled', async () => {
  const { kit, person, id } = await begun();
  await person.say(id, 'before');
  await kit.settle();
  const cursor = person.session().cursor;
  kit.faults.upstream = () => Promise.reject(refusedConnection());
  await person.say(id, 'while the contact centre is away');
  await kit.settle();
  kit.kill();
  kit.faults.upstream = undefined;
  await kit.restart();
  await person.say(id, 'after');
  for (let second = 0; second < 40; second++) await kit.settle(1000);
  const unique = new Set(sends(kit));
  expect([...unique]).toEqual(['before', 'while the contact centre is away', 'after']);
  const frames = await person.poll(cursor);
  expect(frames[0]).toMatchObject({ type: 'hello', resume: 'replay' });
  expect(typesOf(frames).filter((type) => type === 'MESSAGE_ACCEPTED')).toHaveLength(3);
});

test('killed while a call was under way: its outcome is settled by the echo, not by sending again', async () => {
  const { kit, person, id } = await begun();
  kit.faults.callback = () => Promise.reject(refusedConnection());
  kit.faults.upstream = async (call, pass) => {
    const response = await pass();
    return isSend(call) ? new Promise<Response>(() => undefined) : response; // the answer never comes
  };
  await person.say(id, 'hello');
  await kit.settle();
  kit.kill();
  kit.faults.upstream = undefined;
  await kit.restart();
  await kit.settle();
  kit.faults.callback = undefined;
  await kit.settle(5000);
  await kit.settle(60_000);
  expect(sends(kit)).toEqual(['hello']);
  expect(await factsOf(person, id)).toEqual(['MESSAGE_ACCEPTED', 'MESSAGE_DELIVERED']);
});
