import { afterEach, expect, test } from 'vitest';
import {
  asId,
  decodeCursor,
  encodeCursor,
  routes,
  type Epoch,
  type ServerFrame,
} from '../../../src/protocol/index.ts';
import { CONNECTOR, createKit, createTestSocket, SHOP, stopAll, typesOf, type KitOptions } from './kit.ts';

afterEach(stopAll);

async function begun(options: KitOptions = {}) {
  const kit = await createKit(options);
  const person = await kit.person();
  const view = await person.begin();
  return { kit, person, id: person.engagementId(), cursor: view.cursor };
}

const entries = (frames: readonly ServerFrame[]) =>
  frames.flatMap((frame) => (frame.type === 'event' && 'seq' in frame.event ? [frame.event] : []));

test('the same entries with the same cursors come over WebSocket, SSE and long poll', async () => {
  const { kit, person, id, cursor } = await begun();
  const socket = person.socket({ cursor });
  const sse = await person.sse(cursor);
  await kit.settle();
  await person.say(id, 'one');
  await person.say(id, 'two');
  await kit.settle();
  const polled = await person.poll(cursor);
  const wanted = entries(socket.frames);
  expect(wanted.length).toBeGreaterThan(3);
  expect(entries(sse.frames)).toEqual(wanted);
  expect(sse.ids).toEqual(wanted.map((entry) => entry.id));
  // The same reading at a later moment: ids and facts are equal, only a message shows its delivery of now.
  expect(entries(polled).map((entry) => [entry.id, entry.log, entry.epoch, entry.seq, entry.type])).toEqual(
    wanted.map((entry) => [entry.id, entry.log, entry.epoch, entry.seq, entry.type]),
  );
  for (const frames of [socket.frames, sse.frames, polled])
    expect(frames[0]).toMatchObject({ type: 'hello', resume: 'replay' });
});

test('a reader may change the transport at any entry: what follows goes on without hole or double', async () => {
  const { kit, person, id, cursor } = await begun();
  for (const text of ['one', 'two', 'three']) await person.say(id, text);
  await kit.settle();
  const all = entries(await person.poll(cursor));
  for (let cut = 1; cut < all.length; cut++) {
    const at = all[cut - 1]?.id ?? cursor;
    const socket = person.socket({ cursor: at });
    const sse = await person.sse(at);
    await kit.settle();
    const rest = all.slice(cut).map((entry) => entry.seq);
    expect(entries(socket.frames).map((entry) => entry.seq)).toEqual(rest);
    expect(entries(sse.frames).map((entry) => entry.seq)).toEqual(rest);
    expect(entries(await person.poll(at)).map((entry) => entry.seq)).toEqual(rest);
    socket.drop();
    sse.cancel();
  }
});

test('without a cursor a stream begins at the heads of the moment', async () => {
  const { kit, person, id } = await begun();
  await person.say(id, 'before');
  await kit.settle();
  const socket = person.socket();
  await kit.settle();
  expect(socket.frames.map((frame) => frame.type)).toEqual(['hello', 'caught-up']);
  await person.say(id, 'after');
  await kit.settle();
  expect(typesOf(socket.frames)[0]).toBe('MESSAGE_ACCEPTED');
});

test('a cursor of another epoch, one ahead of the log and one that is none get a snapshot', async () => {
  const { kit, person, id, cursor } = await begun();
  await person.say(id, 'one');
  await kit.settle();
  const heads = decodeCursor(cursor) ?? {};
  const head = heads[id] ?? { epoch: asId<Epoch>('x'), seq: 0 };
  const wrong = [
    encodeCursor({ ...heads, [id]: { ...head, epoch: asId<Epoch>('elsewhere') } }),
    encodeCursor({ ...heads, [id]: { ...head, seq: 99 } }),
    'garbage',
  ];
  for (const each of wrong) {
    const frames = await person.poll(each);
    expect(frames.map((frame) => frame.type)).toEqual(['hello', 'caught-up']);
    const [hello] = frames;
    expect(hello).toMatchObject({ type: 'hello', resume: 'snapshot' });
    const anew = hello?.type === 'hello' ? hello.cursor : '';
    expect((await person.poll(anew))[0]).toMatchObject({ resume: 'replay' });
  }
});

test('logs of somebody else in a cursor are passed over: a cursor is no right', async () => {
  const { kit, person, cursor } = await begun();
  const other = await kit.person({ sub: 'guest-2' });
  await other.begin();
  await other.say(other.engagementId(), 'secret');
  await kit.settle();
  const stolen = encodeCursor({ ...decodeCursor(cursor), ...decodeCursor(other.session().cursor) });
  expect(entries(await person.poll(stolen))).toEqual([]);
});

test('heartbeats carry the heads, at the beat and at once for a probe', async () => {
  const { kit, person, id } = await begun();
  const socket = person.socket();
  await kit.settle();
  await kit.settle(15_000);
  socket.say({ type: 'probe' });
  await kit.settle();
  const beats = socket.frames.filter((frame) => frame.type === 'heartbeat');
  expect(beats).toHaveLength(2);
  expect(Object.keys(beats[0]?.heads ?? {})).toContain(id);
});

test('a long poll waits for news, answers at once when some come, and after its time with the heads', async () => {
  const { kit, person, id, cursor } = await begun();
  const waiting = person.poll(cursor, '');
  await kit.settle();
  await kit.settle(1000);
  await person.say(id, 'news');
  expect(typesOf(await waiting)).toContain('MESSAGE_ACCEPTED');
  await kit.settle();
  const now = entries(await person.poll(cursor)).at(-1)?.id ?? cursor;
  let answered = false;
  const quiet = person.poll(now, '').then((frames) => ((answered = true), frames));
  await kit.settle();
  await kit.settle(24_000);
  expect(answered).toBe(false);
  await kit.settle(1000);
  expect((await quiet).map((frame) => frame.type)).toEqual(['hello', 'caught-up']);
});

test('a living stream ends with the token; one renewed in band lives on', async () => {
  const { kit, person } = await begun();
  const left = person.socket();
  const renewed = person.socket();
  const sse = await person.sse();
  await kit.settle();
  await kit.settle(600_000);
  const fresh = await person.renew();
  renewed.say({ type: 'reauthenticate', token: fresh });
  await kit.settle();
  expect(renewed.frames.at(-1)).toEqual({ type: 'reauthenticated', tokenExpiresInMs: 900_000 });
  await kit.settle(300_000);
  expect(left.frames.at(-1)).toMatchObject({ type: 'denied', code: 'token-expired' });
  expect(left.closed()?.code).toBe(4001);
  expect(sse.frames.at(-1)).toMatchObject({ type: 'denied', code: 'token-expired' });
  expect(sse.ended()).toBe(true);
  expect(renewed.closed()).toBeUndefined();
});

test('an SSE stream lives on when the page reads its session with a fresh token', async () => {
  const { kit, person } = await begun();
  const sse = await person.sse();
  await kit.settle();
  await kit.settle(600_000);
  await person.renew();
  await person.call('GET', routes.session(person.session().sessionId));
  await person.renew({ ttlSeconds: 60 });
  await person.call('GET', routes.session(person.session().sessionId)); // an older token shortens nothing
  await kit.settle(400_000);
  expect(sse.frames.some((frame) => frame.type === 'reauthenticated')).toBe(true);
  expect(sse.ended()).toBe(false);
});

test("a socket is refused without a token in 5 s, with garbage, and with another customer's", async () => {
  const { kit, person } = await begun();
  const request = new Request(CONNECTOR + routes.socket(person.session().sessionId), {
    headers: { origin: SHOP },
  });
  const silent = createTestSocket();
  await kit.app().fetch(request, { acceptSocket: () => silent.duplex });
  await kit.settle(5000);
  expect(silent.frames).toMatchObject([{ type: 'denied', code: 'unauthenticated' }]);
  const garbage = person.socket({ token: 'garbage' });
  const foreign = person.socket({ token: await kit.token({ sub: 'guest-2' }) });
  const expired = person.socket({ token: await kit.token({ ttlSeconds: -60 }) });
  const appkey = person.socket({ appkey: 'wrong' });
  await kit.settle();
  const code = (socket: typeof silent) =>
    socket.frames.map((frame) => (frame.type === 'denied' ? frame.code : frame.type));
  expect([garbage, foreign, expired, appkey].map(code)).toEqual([
    ['unauthenticated'],
    ['forbidden'],
    ['token-expired'],
    ['appkey-wrong'],
  ]);
  expect(garbage.closed()?.code).toBe(4001);
});

test('a bad frame is dropped and the line lives; an oversize one and a flood end it', async () => {
  const { kit, person } = await begun();
  const socket = person.socket();
  await kit.settle();
  for (const bad of ['no json', '[]', '{"type":"dance"}', '{"type":"ack"}']) socket.say(bad);
  socket.say({ type: 'probe' });
  await kit.settle();
  expect(socket.frames.at(-1)?.type).toBe('heartbeat');
  socket.say('x'.repeat(65_537));
  expect(socket.closed()?.code).toBe(1009);
  const flood = person.socket();
  await kit.settle();
  for (let at = 0; at < 200; at++) flood.say({ type: 'ack', cursor: 'c' });
  expect(flood.closed()?.code).toBe(1008);
});

test('a reader that takes nothing is cut at 256 entries, and goes on from its cursor', async () => {
  const { kit, person, id, cursor } = await begun();
  const socket = person.socket({ cursor });
  await kit.settle();
  socket.stuck = true;
  for (let at = 1; at <= 300 && !socket.closed(); at++) {
    await person.send(id, { type: 'text', text: 'x' }, { senderId: 'many', clientSeq: at });
    await kit.settle();
  }
  expect(socket.closed()?.code).toBe(4000);
  const last = entries(socket.frames).at(-1);
  const rest = entries(await person.poll(last?.id ?? ''));
  expect(rest[0]?.seq).toBe((last?.seq ?? 0) + 1);
}, 60_000);

test('a reader with over 1 MiB unsent is cut', async () => {
  const { kit, person } = await begun();
  const socket = person.socket();
  await kit.settle();
  socket.duplex.bufferedBytes = 1024 * 1024 + 1;
  await kit.settle(15_000);
  expect(socket.closed()?.code).toBe(4000);
});

test('the eleventh stream of a session takes the place of the oldest', async () => {
  const { kit, person } = await begun();
  const sockets = [];
  for (let at = 0; at < 11; at++) {
    sockets.push(person.socket());
    await kit.settle();
  }
  expect(sockets.map((socket) => socket.closed()?.code)).toEqual([
    4000,
    ...Array.from({ length: 10 }, () => undefined),
  ]);
});

test('a server that stops tells every stream to come back, and refuses new ones', async () => {
  const { kit, person, cursor } = await begun();
  const socket = person.socket();
  const sse = await person.sse();
  const poll = person.poll(cursor, '');
  await kit.settle();
  await kit.app().stop();
  await kit.settle();
  for (const frames of [socket.frames, sse.frames, await poll]) {
    const last = frames.at(-1);
    expect(last?.type).toBe('reconnect');
    expect(last?.type === 'reconnect' && last.delayMs <= 20_000).toBe(true);
  }
  expect(socket.closed()?.code).toBe(4000);
  const refused = await person.call('GET', routes.stream(person.session().sessionId));
  expect([refused.status, refused.body.code]).toEqual([503, 'draining']);
});

test('typing on the other side is told, and taken back after 6 s without news', async () => {
  const { kit, person, id } = await begun();
  await person.say(id, 'hello');
  await kit.settle();
  const socket = person.socket();
  await kit.settle();
  const upstream = kit.seen.find((call) => call.path.endsWith('/messages'))?.body;
  await kit.hook({
    eventType: 'TYPING', accountId: 'ABCDEF', engagementId: 'e', dialogId: 'd', channelId: 'Messaging',
    channelProviderId: kit.ids.messagingElement, providerDialogId: upstream.providerDialogId,
    senderParticipantId: 'agent-1', senderParticipantType: 'AGENT', senderParticipantDisplayName: 'Ada',
  }); // prettier-ignore
  await kit.settle(5000);
  expect(typesOf(socket.frames)).toEqual(['TYPING_STARTED']);
  await kit.settle(1000);
  expect(typesOf(socket.frames)).toEqual(['TYPING_STARTED', 'TYPING_STOPPED']);
});
