import { expect, test } from 'vitest';
import { indexedDbRecords } from '../../../src/client/outbox/indexedDbRecords.ts';
import { openOutbox } from '../../../src/client/outbox/indexedDbOutbox.ts';
import { createSeededRandom, systemClock } from '../../../src/lib/index.ts';
import { asId, type ClientMessageId, type EngagementId } from '../../../src/protocol/index.ts';

const engagementId = asId<EngagementId>('engagement-1');
const body = (text: string) => ({ type: 'body', body: { type: 'text', text } }) as const;

function open(scope: string, seed: number, onFenced?: () => void) {
  return openOutbox({
    openRecords: indexedDbRecords(),
    scope,
    clock: systemClock,
    random: createSeededRandom(seed),
    onDurable: () => undefined,
    onFenced,
  });
}

test('what one page keeps, files included, the next one finds, with the same sender and the next number', async () => {
  const first = await open('reload', 1);
  expect(first.durable).toBe(true);
  const file = new File(['contents'], 'a.txt', { type: 'text/plain' });
  await first.add({
    clientMessageId: asId<ClientMessageId>('1'),
    engagementId,
    content: { type: 'files', files: [file], text: 'See', uploaded: [] },
    status: 'queued',
  });
  await first.add({
    clientMessageId: asId<ClientMessageId>('2'),
    engagementId,
    content: body('b'),
    status: 'queued',
  });
  first.close();

  const second = await open('reload', 2);
  expect(second.senderId).toBe(first.senderId);
  const [one, two] = second.readAll();
  expect(one?.clientSeq).toBe(1);
  expect(two?.content).toEqual(body('b'));
  if (one?.content.type !== 'files') throw new Error('the files are gone');
  expect(await one.content.files[0]?.text()).toBe('contents');
  await second.remove(asId<ClientMessageId>('1'));
  const again = await second.add({
    clientMessageId: asId<ClientMessageId>('3'),
    engagementId,
    content: body('c'),
    status: 'queued',
  });
  expect(again.clientSeq).toBe(3);
  second.close();
  expect((await open('reload', 3)).readAll().map((entry) => entry.clientSeq)).toEqual([2, 3]);
});

test('a file of over twenty megabytes is kept in memory only, and the store says so while it is here', async () => {
  const store = await open('large', 4);
  const file = new File([new Uint8Array(20 * 1024 * 1024 + 1)], 'a.bin');
  const clientMessageId = asId<ClientMessageId>('1');
  await store.add({
    clientMessageId,
    engagementId,
    content: { type: 'files', files: [file], text: '', uploaded: [] },
    status: 'queued',
  });
  expect(store.durable).toBe(false);
  expect(store.readAll()).toHaveLength(1);
  await store.remove(clientMessageId);
  expect(store.durable).toBe(true);
  await store.add({
    clientMessageId,
    engagementId,
    content: { type: 'files', files: [file], text: '', uploaded: [] },
    status: 'queued',
  });
  expect((await open('large', 5)).readAll()).toEqual([]);
});

test('whoever opened it before writes nothing more', async () => {
  let fenced = 0;
  const old = await open('fence', 6, () => (fenced += 1));
  const fresh = await open('fence', 7);
  await expect(old.check()).rejects.toMatchObject({ code: 'disposed' });
  const entry = { clientMessageId: asId<ClientMessageId>('1'), engagementId, content: body('a') };
  await expect(old.add({ ...entry, status: 'queued' })).rejects.toMatchObject({ code: 'disposed' });
  expect(fenced).toBe(2);
  expect((await fresh.add({ ...entry, status: 'queued' })).clientSeq).toBe(1);
});
