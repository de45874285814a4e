import { afterEach, expect, test } from 'vitest';
import { createMemoryStore, type Store } from '../../../src/server/storage/index.ts';
import { createKit, stopAll, type Kit, type KitOptions } from './kit.ts';

afterEach(stopAll);

const DAY_MS = 24 * 3_600_000;

/** Time passes on the wall; what falls due each minute runs. */
async function days(kit: Kit, count: number): Promise<void> {
  kit.clock.jumpWall(count * DAY_MS);
  for (let minute = 0; minute < 3; minute++) await kit.settle(60_000);
}

/** The rows that name an id, in key or value. */
async function rowsAbout(kit: Kit, id: string): Promise<readonly string[]> {
  const rows = await kit.store.transact((transaction) => transaction.list({ prefix: '' }));
  return rows.filter((row) => JSON.stringify(row).includes(id)).map(([key]) => key);
}

async function chatting(more: KitOptions = {}) {
  const kit = await createKit({ connector: { sessionIdleMs: 365 * DAY_MS }, ...more });
  const person = await kit.person({ integrationId: kit.ids.chat });
  await person.begin();
  const { engagementId: id } = await person.open();
  for (let at = 0; at < 3; at++) await person.say(id, `line ${at}`);
  await kit.settle();
  const end = async (): Promise<void> => {
    const { sessionId } = person.session();
    await person.call('POST', `/chat/v1/sessions/${sessionId}/engagements/${id}/disconnect`, {});
    await kit.settle();
  };
  return { kit, person, id, end };
}

test('an ended chat is kept for 30 days and then forgotten without a trace', async () => {
  const { kit, person, id, end } = await chatting();
  await end();
  await days(kit, 29.9);
  await person.renew();
  expect((await person.history(id)).entries.length).toBeGreaterThan(3);
  const messageId = await person.history(id).then(({ entries }) => {
    const said = entries.find((entry) => entry.type === 'MESSAGE_ACCEPTED');
    return said?.type === 'MESSAGE_ACCEPTED' ? said.message.messageId : '';
  });
  await days(kit, 0.2);
  // The control log, which lives as long as its session, still tells that there was one.
  expect((await rowsAbout(kit, id)).filter((key) => !key.startsWith('entry/'))).toEqual([]);
  expect(await rowsAbout(kit, `entry/${id}`)).toEqual([]);
  expect(await rowsAbout(kit, messageId)).toEqual([]);
  await person.renew();
  const gone = await person.call(
    'GET',
    `/chat/v1/sessions/${person.session().sessionId}/engagements/${id}/history`,
  );
  expect([gone.status, gone.body.code]).toEqual([404, 'not-found']);
  expect(
    (await person.call('GET', `/chat/v1/sessions/${person.session().sessionId}`)).body.engagements,
  ).toEqual([]);
  const frames = await person.poll(person.session().cursor);
  expect(frames[0]).toMatchObject({ type: 'hello', resume: 'replay' });
});

test('an open chat is kept whatever its age', async () => {
  const { kit, person, id } = await chatting();
  await days(kit, 400);
  await person.renew();
  await person.begin();
  expect((await person.history(id)).entries.length).toBeGreaterThan(3);
});

test('an ended session goes 30 days after its end, and with the last of a chat customer everything about him', async () => {
  const { kit, person, id, end } = await chatting();
  await end();
  const { sessionId } = person.session();
  await person.call('DELETE', `/chat/v1/sessions/${sessionId}?reason=USER_CLOSED`);
  await kit.settle();
  expect((await person.call('GET', `/chat/v1/sessions/${sessionId}`)).body.code).toBe('session-gone');
  await days(kit, 29.9);
  expect(await rowsAbout(kit, sessionId)).not.toEqual([]);
  await days(kit, 0.2);
  expect(await rowsAbout(kit, sessionId)).toEqual([]);
  expect(await rowsAbout(kit, id)).toEqual([]);
  expect(await rowsAbout(kit, 'customer/')).toEqual([]);
  await person.renew();
  expect((await person.call('GET', `/chat/v1/sessions/${sessionId}`)).body.code).toBe('not-found');
});

test('a messaging conversation outlives its sessions', async () => {
  const kit = await createKit({ connector: { retentionMs: DAY_MS } });
  const person = await kit.person();
  await person.begin();
  const id = person.engagementId();
  await person.say(id, 'hello');
  await kit.settle();
  const { sessionId } = person.session();
  await person.call('DELETE', `/chat/v1/sessions/${sessionId}?reason=USER_CLOSED`);
  await days(kit, 1.1);
  expect(await rowsAbout(kit, `session/${sessionId}`)).toEqual([]);
  await person.renew();
  await person.begin();
  expect(person.engagementId()).toBe(id);
  expect((await person.history(id)).entries.map((entry) => entry.type)).toContain('MESSAGE_ACCEPTED');
});

/** A store that tells when rows of a log have been deleted. */
function telling(onDeleted: () => void): Store {
  const inner = createMemoryStore();
  return {
    async transact(work) {
      let deleted = false;
      const result = await inner.transact((rows) =>
        work({
          get: (key) => rows.get(key),
          put: (key, value) => rows.put(key, value),
          list: (range) => rows.list(range),
          delete(key) {
            deleted ||= key.startsWith('entry/');
            return rows.delete(key);
          },
        }),
      );
      if (deleted) onDeleted();
      return result;
    },
    close: () => inner.close(),
  };
}

test('a long log is forgotten in parts, also over a kill in between', async () => {
  let kill = (): void => undefined;
  const { kit, person, id, end } = await chatting({ store: telling(() => kill()) });
  for (let at = 0; at < 150; at++) await person.say(id, `more ${at}`);
  await kit.settle();
  await end();
  const left = async (): Promise<number> =>
    (await kit.store.transact((rows) => rows.list({ prefix: `entry/${id}/` }))).length;
  const all = await left();
  expect(all).toBeGreaterThan(300);
  kill = () => {
    kill = () => undefined;
    kit.kill();
  };
  kit.clock.jumpWall(31 * DAY_MS);
  await kit.settle(60_000);
  expect(await left()).toBe(all - 200);
  await kit.restart();
  for (let minute = 0; minute < 2; minute++) await kit.settle(60_000);
  expect(await left()).toBe(0);
  expect(await rowsAbout(kit, `/${id}`)).toEqual([]);
});

test('callbacks are remembered for three days, whatever their number', async () => {
  const { kit, id } = await chatting();
  const seen = async (): Promise<number> =>
    (await kit.store.transact((rows) => rows.list({ prefix: 'seen/' }))).length;
  for (let at = 0; at < 2500; at++) {
    const body = { eventType: 'ENGAGEMENT_ERROR', type: 'X', providerDialogId: id, eventDate: `day ${at}` };
    await kit.hook({ ...body, channelProviderId: kit.ids.chatElement });
  }
  const before = await seen();
  expect(before).toBeGreaterThanOrEqual(2500);
  await days(kit, 2.9);
  expect(await seen()).toBe(before);
  await days(kit, 0.2);
  expect(await seen()).toBe(0);
});
