import { afterEach, expect, test } from 'vitest';
import { createMemoryStore, StoreError, type Store } from '../../../src/server/storage/index.ts';
import { createKit, stopAll } from './kit.ts';

afterEach(stopAll);

/** A store on a disk that can fill up: what was written stays, a transaction that writes fails whole. */
function onDisk(): { readonly store: Store; fill(is: boolean): void } {
  const inner = createMemoryStore();
  let isFull = false;
  return {
    fill: (is) => void (isFull = is),
    store: {
      transact: (work) =>
        inner.transact((rows) =>
          work({
            get: (key) => rows.get(key),
            list: (range) => rows.list(range),
            delete: (key) => rows.delete(key),
            put: async (key, value) => {
              if (isFull) throw new StoreError('full', 'No room left on the disk of /data/connector.db.');
              await rows.put(key, value);
            },
          }),
        ),
      close: () => inner.close(),
    },
  };
}

test('with a full disk a message is refused whole, reading goes on, and the same message goes through once there is room', async () => {
  const { store, fill } = onDisk();
  const kit = await createKit({ connector: { store } });
  const person = await kit.person();
  await person.begin();
  const id = person.engagementId();
  await person.say(id, 'One');
  await kit.settle();

  fill(true);
  const message = { clientMessageId: 'the-second', clientSeq: 2 };
  const refused = await person.send(id, { type: 'text', text: 'Two' }, message);
  expect(refused).toMatchObject({ status: 507, body: { code: 'storage-full', status: 507 } });
  expect(JSON.stringify(refused.body)).not.toContain('/data');
  expect(refused.headers.get('content-type')).toContain('application/problem+json');
  const textsOf = async (): Promise<readonly string[]> =>
    JSON.stringify((await person.history(id)).entries).match(/"text":"(One|Two)"/g) ?? [];
  expect(await textsOf()).toEqual(['"text":"One"']);

  fill(false);
  const again = await person.send(id, { type: 'text', text: 'Two' }, message);
  expect(again.status).toBe(202);
  await kit.settle();
  expect(await textsOf()).toEqual(['"text":"One"', '"text":"Two"']);
  const third = await person.send(id, { type: 'text', text: 'Two' }, message);
  expect(third.status).toBeLessThan(300);
  expect(await textsOf()).toHaveLength(2);
});

test('with a full disk no session begins, and the answer says why', async () => {
  const { store, fill } = onDisk();
  const kit = await createKit({ connector: { store } });
  const person = await kit.person();
  fill(true);
  const answer = await person.call('POST', '/chat/v1/sessions', { integrationId: kit.ids.messaging });
  expect(answer).toMatchObject({ status: 507, body: { code: 'storage-full' } });
  fill(false);
  await person.begin();
});
