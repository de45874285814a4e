import { expect, test } from 'vitest';
import { decodeSessionLog, recordSession, replaySession } from '../../src/recording/index.ts';
import type { SessionLog } from '../../src/recording/index.ts';
import type { ChatEvent, ChatState } from '../../src/model/index.ts';
import { agent, customer, line, openScenario, pause } from '../../src/testing/index.ts';
import type { RecordOptions } from '../../src/recording/index.ts';
import { createSimulatedClock } from '../../src/lib/index.ts';
import { arrived } from '../support/chatEntries.ts';
import { createFakeChatClient } from '../support/fakeChatClient.ts';

/** A session by script with its states, each with its moment. */
async function recorded(options: RecordOptions = {}) {
  const scenario = await openScenario();
  const { client, clock } = scenario;
  await scenario.play(customer.says('Anna Berg, Wharf Lane 4'));
  const begunMs = clock.monotonic();
  const recording = recordSession(client, { clock, ...options });
  const states: { readonly atMs: number; readonly state: ChatState }[] = [];
  const note = (): void => void states.push({ atMs: clock.monotonic() - begunMs, state: client.getState() });
  note();
  client.subscribe(note);
  for (const step of [
    ...[agent.accepts(), agent.types(), pause(1_500), agent.says('Which one?', 'Red', 'Blue'), pause(700)],
    ...[customer.chooses('Blue'), pause(300), line.drops(3_000), customer.says('And a bow'), pause(9_000)],
    ...[line.refusesFiles(), customer.sendsFile('Anna.pdf'), pause(500), line.takesFiles()],
    ...[customer.triesAgain(), pause(500)],
    ...[agent.reads(), agent.ends(), pause(100)],
  ])
    await scenario.play(step);
  recording.stop();
  const log = recording.log();
  await scenario.stop();
  return { log, states };
}

/** A replay loads no file. */
const withoutAddresses = (state: ChatState): unknown =>
  JSON.parse(JSON.stringify(state).replaceAll(/"url":"[^"]*"/g, '"url":"about:blank"'));

const asFile = (log: unknown): SessionLog => decodeSessionLog(JSON.stringify(log));

test('the log without redaction gives the states again, at the same moments', async () => {
  const { log, states } = await recorded({ redact: (event) => event });
  const replay = replaySession(asFile(log));
  // Several things happen at one moment: the last of its states is the one that stays.
  const last = new Map(states.map(({ atMs, state }) => [atMs, state]));
  for (const [atMs, state] of last) {
    replay.moveTo(atMs);
    expect(replay.client.getState()).toEqual(withoutAddresses(state));
  }
  expect([log.redaction, log.isCut]).toEqual(['own', false]);
});

test('the redacted log gives lists of the same shape, and names nobody', async () => {
  const { log, states } = await recorded();
  expect(JSON.stringify(log)).not.toMatch(/Anna|Berg|Wharf|Which|Ada|Blue/);
  expect(log.isCut).toBe(false);
  const replay = replaySession(asFile(log));
  const shape = ({ engagements, session, connection, idle }: ChatState) => [
    [session.status, connection.status, idle.status],
    ...Object.values(engagements).flatMap(({ timeline, typing, unread, readUpToSeq }) => [
      [typing.length, unread, readUpToSeq],
      ...timeline.map((item) =>
        item.kind === 'message'
          ? [
              item.message.body.type,
              item.message.body.text.length,
              item.message.own,
              item.message.delivery.status,
            ]
          : [item.kind],
      ),
    ]),
  ];
  for (const [atMs, state] of new Map(states.map(({ atMs, state }) => [atMs, state]))) {
    replay.moveTo(atMs);
    expect(shape(replay.client.getState())).toEqual(shape(state));
  }
});

test('forth is told event by event, back in one change, and the places are the same', async () => {
  const { log } = await recorded();
  const replay = replaySession(asFile(log));
  const heard: ChatEvent['type'][] = [];
  replay.client.subscribe(({ type }) => heard.push(type));
  replay.moveTo(2_000);
  const then = replay.client.getState();
  replay.moveTo(log.lengthMs + 9_000);
  expect([replay.atMs(), replay.now()]).toEqual([log.lengthMs, log.startedAtMs + log.lengthMs]);
  expect(heard).toHaveLength(log.events.filter(({ afterMs }) => afterMs > 0).length);
  heard.length = 0;
  replay.moveTo(2_000);
  expect(heard).toEqual(['STATE_MIRRORED']);
  expect(replay.client.getState()).toEqual(then);
  replay.moveTo(-5);
  expect(replay.atMs()).toBe(0);
});

test('what is done in a replay does nothing', async () => {
  const { log } = await recorded();
  const { client } = replaySession(asFile(log));
  const before = client.getState();
  const id = before.engagementIds[0];
  if (id === undefined) throw new Error('There is a conversation');
  await client.start();
  client.markSeen(id, 99);
  await client.loadOlder(id);
  await client.shutdown();
  await expect(client.send(id, { body: { type: 'text', text: 'Hello' } })).rejects.toMatchObject({
    code: 'not-supported',
  });
  expect(client.getState()).toBe(before);
});

test('a full recording keeps its beginning and says that there was more', () => {
  const client = createFakeChatClient();
  const recording = recordSession(client, { mostEvents: 2, clock: createSimulatedClock() });
  client.emit({ type: 'SESSION_STARTING' }, arrived(1, 'One'));
  expect(recording.log()).toMatchObject({
    isCut: true,
    events: [{ event: { type: 'STATE_MIRRORED' } }, { event: { type: 'SESSION_STARTING' } }],
  });
});

test('no picture is asked for: it is another one, or none', async () => {
  const client = createFakeChatClient();
  await client.start();
  const recording = recordSession(client, { clock: createSimulatedClock() });
  client.emit(
    arrived(1, {
      ...{ type: 'carousel', text: 'Look' },
      items: [{ title: 'One', mediaUrl: 'https://shop.example/1.png', actions: [] }],
    }),
  );
  const pictureOf = (pictureUrl?: string): unknown => {
    const { client } = replaySession(asFile(recording.log()), pictureUrl === undefined ? {} : { pictureUrl });
    const item = Object.values(client.getState().engagements)[0]?.timeline[0];
    const body = item?.kind === 'message' ? item.message.body : undefined;
    return body?.type === 'carousel' && body.items[0]?.mediaUrl;
  };
  expect(pictureOf()).toBe('about:blank');
  expect(pictureOf('https://book.example/grey.svg')).toBe('https://book.example/grey.svg');
});
