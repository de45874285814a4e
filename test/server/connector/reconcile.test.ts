import { afterEach, expect, test } from 'vitest';
import type { LogEntry } from '../../../src/protocol/index.ts';
import { createKit, stopAll, typesOf, type Kit, type Loose } from './kit.ts';

afterEach(stopAll);

async function chatting(options: Parameters<typeof createKit>[0] = {}) {
  const kit = await createKit(options);
  const person = await kit.person({ integrationId: kit.ids.chat });
  await person.begin();
  const ada = await kit.agent('ada');
  const { engagementId: id } = await person.open();
  await person.say(id, 'hello');
  await kit.settle();
  const desk: string = (await ada('GET', '/snapshot')).body.alerts[0].engagement.id;
  await ada('POST', `/alerts/${desk}/accept`);
  await kit.settle();
  let count = 0;
  const lost: Loose[] = [];
  return {
    kit,
    person,
    id,
    lost,
    desk,
    ada,
    /** The agent writes. */
    async answer(...texts: readonly string[]): Promise<void> {
      for (const text of texts) {
        const body = { clientMessageId: `desk-${++count}`, content: { kind: 'text', text } };
        expect((await ada('POST', `/engagements/${desk}/messages`, body)).status).toBe(201);
        await kit.settle();
      }
    },
    /** Callbacks are taken with 200 by something before us, and never come again. */
    lose(is: boolean): void {
      kit.faults.callback = is
        ? async (body) => {
            lost.push(body);
            return Response.json({});
          }
        : undefined;
    },
    entries: async (): Promise<readonly LogEntry[]> => (await person.history(id, '?limit=50')).entries,
  };
}

const said = (entries: readonly LogEntry[]): readonly string[] =>
  entries.flatMap((entry) => {
    if (entry.type === 'MESSAGE_ACCEPTED') return [`me: ${entry.message.body.text}`];
    if (entry.type !== 'MESSAGE_ARRIVED') return [];
    return [`${entry.message.body.text}${entry.message.late ? ' (late)' : ''}`];
  });
const asked = (kit: Kit, what: RegExp): number =>
  kit.seen.filter((call) => call.method === 'GET' && what.test(call.path)).length;
const MESSAGES = /\/channel\/.*\/messages\?/;
const STATE = /\/channel\/.*\/engagements\/[^/:?]+$/;

test('messages whose callbacks were lost are there after the resume, in order, each once', async () => {
  const { kit, person, lost, answer, lose, entries } = await chatting();
  await answer('one');
  lose(true);
  await answer('two', 'three');
  expect(said(await entries())).toEqual(['me: hello', 'one']);
  lose(false);
  const stream = await person.sse(person.session().cursor);
  await kit.settle(10);
  expect(said(await entries())).toEqual(['me: hello', 'one', 'two', 'three']);
  expect(typesOf(stream.frames).filter((type) => type === 'MESSAGE_ARRIVED')).toHaveLength(3);
  for (const body of lost) expect((await kit.hook(body)).status).toBe(200);
  await answer('four');
  expect(said(await entries())).toEqual(['me: hello', 'one', 'two', 'three', 'four']);
  stream.cancel();
});

test('what would stand above something that was shown is appended with the late mark', async () => {
  const { kit, person, id, answer, lose, entries } = await chatting();
  lose(true);
  await answer('lost before an answer');
  lose(false);
  await person.say(id, 'are you there?');
  await kit.settle();
  lose(true);
  await answer('lost after it');
  lose(false);
  const stream = await person.sse(person.session().cursor);
  await kit.settle(10);
  expect(said(await entries())).toEqual([
    'me: hello',
    'me: are you there?',
    'lost before an answer (late)',
    'lost after it',
  ]);
  stream.cancel();
});

test('while a stream is open a loss is made good within the minute, and nothing is asked without one', async () => {
  const { kit, person, answer, lose, entries } = await chatting();
  const stream = await person.sse(person.session().cursor);
  await kit.settle(10);
  lose(true);
  await answer('unheard');
  lose(false);
  await kit.settle(50_000);
  expect(said(await entries())).not.toContain('unheard');
  await kit.settle(10_000);
  expect(said(await entries())).toEqual(['me: hello', 'unheard']);
  stream.cancel();
  await kit.settle(60_000);
  const before = kit.seen.length;
  await kit.settle(180_000);
  expect(kit.seen.slice(before).filter((call) => MESSAGES.test(call.path) || STATE.test(call.path))).toEqual(
    [],
  );
});

test('an end that was never told is found, after the last words, and asked about no more', async () => {
  const { kit, person, id, ada, desk, answer, lose, entries } = await chatting();
  lose(true);
  await answer('goodbye');
  await ada('POST', `/engagements/${desk}/end`);
  await kit.settle();
  lose(false);
  const stream = await person.sse(person.session().cursor);
  await kit.settle(10);
  const types = (await entries()).map((entry) => entry.type);
  expect(types.filter((type) => type === 'ENGAGEMENT_TERMINATED')).toHaveLength(1);
  expect(types.at(-1)).toBe('ENGAGEMENT_TERMINATED');
  expect(said(await entries())).toEqual(['me: hello', 'goodbye']);
  expect((await person.send(id, { type: 'text', text: 'wait' })).body.code).toBe('engagement-ended');
  const before = asked(kit, STATE);
  stream.cancel();
  const again = await person.sse(person.session().cursor);
  await kit.settle(180_000);
  expect(asked(kit, STATE)).toBe(before);
  again.cancel();
});

test('last words whose callback was lost are found after the end was told', async () => {
  const { kit, person, ada, desk, answer, lose, entries } = await chatting();
  lose(true);
  await answer('take care');
  lose(false);
  await ada('POST', `/engagements/${desk}/end`);
  await kit.settle();
  expect((await entries()).at(-1)?.type).toBe('ENGAGEMENT_TERMINATED');
  const stream = await person.sse(person.session().cursor);
  await kit.settle(10);
  expect(said(await entries())).toEqual(['me: hello', 'take care']);
  expect((await entries()).filter((entry) => entry.type === 'ENGAGEMENT_TERMINATED')).toHaveLength(1);
  stream.cancel();
});

test('the coming of an agent, and the delivery of a message, are found too', async () => {
  const kit = await createKit();
  const person = await kit.person({ integrationId: kit.ids.chat });
  await person.begin();
  const ada = await kit.agent('ada');
  kit.faults.callback = async () => Response.json({});
  const { engagementId: id } = await person.open();
  await person.say(id, 'hello');
  await kit.settle(11_000); // a chat that nobody says is active is written to all the same
  const desk: string = (await ada('GET', '/snapshot')).body.alerts[0].engagement.id;
  await ada('POST', `/alerts/${desk}/accept`);
  await kit.settle();
  const stream = await person.sse(person.session().cursor);
  await kit.settle(10);
  const types = typesOf(stream.frames);
  for (const type of ['ENGAGEMENT_ACTIVE', 'PARTICIPANT_ADDED', 'MESSAGE_DELIVERED'])
    expect(types.filter((each) => each === type)).toHaveLength(1);
  await kit.settle(61_000);
  expect(typesOf(stream.frames)).toEqual(types);
  stream.cancel();
});

test('the work is bounded: one comparison for many streams, and on from the last known message', async () => {
  const { kit, person, answer, lose, entries } = await chatting();
  lose(true);
  await answer(...Array.from({ length: 115 }, (_, at) => `line ${at}`));
  lose(false);
  const streams = await Promise.all([1, 2, 3, 4, 5].map(() => person.sse(person.session().cursor)));
  await kit.settle(10);
  expect([asked(kit, STATE), asked(kit, MESSAGES)]).toEqual([1, 3]);
  expect(said(await entries()).slice(-49)).toEqual(Array.from({ length: 49 }, (_, at) => `line ${at + 66}`));
  await kit.settle(60_000);
  expect([asked(kit, STATE), asked(kit, MESSAGES)]).toEqual([2, 4]);
  for (const stream of streams) stream.cancel();
});

test('over five hundred lost messages are made good in several goes', async () => {
  const { kit, person, id, answer, lose } = await chatting();
  lose(true);
  await answer('first');
  const [body] = (await person.history(id)).entries;
  expect(body).toBeDefined();
  lose(false);
  kit.faults.upstream = async (call, pass) => {
    if (!MESSAGES.test(call.path)) return pass();
    const page: Loose = await (await pass()).json();
    const number = Number(new URLSearchParams(call.path.split('?')[1]).get('pageNumber'));
    const like = page.messages[0] ?? sample;
    sample = like;
    const messages = Array.from({ length: Math.min(50, 720 - (number - 1) * 50) }, (_, at) => {
      const messageIndex = (number - 1) * 50 + at;
      const one = { ...like, messageId: `many-${messageIndex}`, messageIndex, providerMessageId: null };
      return { ...one, senderParticipantId: 'agent-1', senderParticipantType: 'AGENT' };
    });
    return Response.json({ ...page, pagination: { ...page.pagination, total: 720 }, messages });
  };
  let sample: Loose;
  const stream = await person.sse(person.session().cursor);
  await kit.settle(10);
  await kit.settle(10);
  expect(asked(kit, MESSAGES)).toBe(16); // 15 pages; the second go begins with the last one of the first
  const arrived = typesOf(stream.frames).filter((type) => type === 'MESSAGE_ARRIVED');
  expect(arrived).toHaveLength(720);
  stream.cancel();
});

test('a contact centre that does not answer is asked again later; nothing is lost meanwhile', async () => {
  const { kit, person, answer, lose, entries } = await chatting();
  lose(true);
  await answer('patience');
  lose(false);
  kit.faults.upstream = async (call, pass) =>
    MESSAGES.test(call.path) ? new Response('{}', { status: 503 }) : pass();
  const stream = await person.sse(person.session().cursor);
  await kit.settle(10);
  expect(said(await entries())).toEqual(['me: hello']);
  kit.faults.upstream = undefined;
  await kit.settle(60_000);
  expect(said(await entries())).toEqual(['me: hello', 'patience']);
  stream.cancel();
});

test('messaging, which has no list, is never asked', async () => {
  const kit = await createKit();
  const person = await kit.person();
  await person.begin();
  await person.say(person.engagementId(), 'hello');
  const stream = await person.sse(person.session().cursor);
  await kit.settle(120_000);
  expect(kit.seen.filter((call) => call.method === 'GET' && /messages|engagements/.test(call.path))).toEqual(
    [],
  );
  stream.cancel();
});
