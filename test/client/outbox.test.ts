import { describe, expect, test } from 'vitest';
import type { OpenRecords } from '../../src/client/ports/keptRecords.ts';
import type { RequestFault } from '../../src/testing/index.ts';
import { advance, settle, stage, type Stage } from './settle.ts';
import type { FakeBrowser } from './tabs/fakeBrowser.ts';
import { tabsStage } from './tabs/tabsStage.ts';

const text = (words: string) => ({ body: { type: 'text', text: words } }) as const;

async function started(options: Parameters<typeof stage>[0] = {}): Promise<Stage> {
  const set = stage(options);
  await set.client.start();
  await settle();
  return set;
}

const lastOf = ({ events }: Stage, type: string) => events.findLast((event) => event.type === type);

describe('what passes is tried until it is accepted, once and in order', () => {
  const faults: Readonly<Record<string, RequestFault>> = {
    'a lost request': 'lost',
    'a lost answer': 'answer-lost',
    'a server error': { code: 'internal' },
    'a full disk': { code: 'storage-full' },
    'a rate limit with a time': { code: 'rate-limited', retryAfterSeconds: 3 },
    'a captive portal': 'captive-portal',
    'a server that hangs': 'hangs',
  };
  for (const [name, fault] of Object.entries(faults))
    test(name, async () => {
      const set = await started();
      const { client, clock, far, texts } = set;
      far.failNext('/messages', fault, 2);
      await client.send(far.engagementId, text('One'));
      await client.send(far.engagementId, text('Two'));
      await client.send(far.engagementId, text('Three'));
      await advance(clock, 60_000, 500);
      expect(far.texts()).toEqual(['One', 'Two', 'Three']);
      expect(texts()).toEqual(['One', 'Two', 'Three']);
    });
});

test('a message that waits for room on the server says so, and goes by itself once there is some', async () => {
  const { client, far, clock, texts } = await started();
  far.failNext('/messages', { code: 'storage-full' }, 3);
  await client.send(far.engagementId, text('One'));
  await settle();
  const [item] = client.getState().engagements[far.engagementId]?.timeline ?? [];
  expect(item).toMatchObject({ message: { delivery: { status: 'waiting', code: 'storage-full' } } });
  await advance(clock, 30_000, 500);
  expect(texts()).toEqual(['One']);
});

test('one message is on its way at a time', async () => {
  const { client, far } = await started();
  far.failNext('/messages', 'hangs');
  await client.send(far.engagementId, text('One'));
  await client.send(far.engagementId, text('Two'));
  await settle();
  expect(far.requests.filter((request) => request.endsWith('/messages'))).toHaveLength(1);
});

test('an answer without its echo counts as sent; the echo later places it once', async () => {
  const { client, far, clock, texts } = await started();
  far.cut();
  far.refusesSockets = true;
  far.failNext('/stream', 'lost', 100);
  far.failNext('/poll', 'lost', 100);
  await client.send(far.engagementId, text('One'));
  await settle();
  const [item] = client.getState().engagements[far.engagementId]?.timeline ?? [];
  expect(item).toMatchObject({ message: { delivery: { status: 'sent' } } });
  expect(texts()).toEqual(['[One]']);
  far.refusesSockets = false;
  await advance(clock, 60_000, 500);
  expect(texts()).toEqual(['One']);
});

test('a refusal for good is told, consumes its number, and lets the next ones pass', async () => {
  const set = await started();
  const { client, clock, far, texts } = set;
  far.failNext('/messages', { code: 'too-long' });
  const refused = await client.send(far.engagementId, text('Refused'));
  await client.send(far.engagementId, text('Next'));
  await advance(clock, 5000);
  expect(lastOf(set, 'MESSAGE_REJECTED')).toMatchObject({ code: 'too-long', retryable: false });
  expect(far.texts()).toEqual(['Next']);
  expect(texts()).toEqual(['Next', '[Refused]']);
  await client.retrySend(far.engagementId, refused);
  await advance(clock, 5000);
  expect(texts()).toEqual(['Next', 'Refused']);
  expect(far.accepted.has(refused)).toBe(true);
});

test('an ended conversation refuses without a tombstone', async () => {
  const { client, clock, far } = await started();
  far.failNext('/messages', { code: 'engagement-ended' });
  await client.send(far.engagementId, text('Too late'));
  await advance(clock, 5000);
  expect(far.requests.filter((request) => request.endsWith('/messages'))).toHaveLength(1);
});

test('a removed message never arrives, and those behind it do', async () => {
  const { client, clock, far, texts } = await started();
  far.failNext('/messages', 'lost', 3);
  await client.send(far.engagementId, text('One'));
  const gone = await client.send(far.engagementId, text('Gone'));
  await client.send(far.engagementId, text('Three'));
  await settle();
  expect(await client.removeUnsent(far.engagementId, gone)).toBe(true);
  await advance(clock, 20_000);
  expect(far.texts()).toEqual(['One', 'Three']);
  expect(texts()).toEqual(['One', 'Three']);
});

test('what is on its way or accepted cannot be removed', async () => {
  const { client, far } = await started();
  far.failNext('/messages', 'hangs');
  const id = await client.send(far.engagementId, text('One'));
  await settle();
  expect(await client.removeUnsent(far.engagementId, id)).toBe(false);
});

test('a server that lost numbers gets tombstones for them', async () => {
  const { client, clock, far } = await started();
  await client.send(far.engagementId, text('One'));
  await client.send(far.engagementId, text('Two'));
  await settle();
  const [sender] = far.nextNumber.keys();
  far.nextNumber.set(sender ?? '', 1); // restored from a backup
  await client.send(far.engagementId, text('Three'));
  await advance(clock, 20_000);
  expect(far.texts().at(-1)).toBe('Three');
  expect(far.nextNumber.get(sender ?? '')).toBe(4);
});

test('a server that is ahead makes the queue count on from there', async () => {
  const { client, clock, far, texts } = await started();
  await client.send(far.engagementId, text('One'));
  await settle();
  const [sender] = far.nextNumber.keys();
  far.nextNumber.set(sender ?? '', 9);
  await client.send(far.engagementId, text('Two'));
  await client.send(far.engagementId, text('Three'));
  await advance(clock, 20_000);
  expect(texts()).toEqual(['One', 'Two', 'Three']);
});

test('files go up first, with progress, then the message', async () => {
  const set = await started();
  const { client, clock, far, events } = set;
  const files = [new File(['a'], 'a.png', { type: 'image/png' }), new File(['b'], 'b.pdf')];
  far.failNext('/attachments', 'lost');
  await client.send(far.engagementId, { files, text: 'See' });
  await advance(clock, 10_000);
  expect(far.texts()).toEqual(['See']);
  const progress = events.flatMap((event) => (event.type === 'MESSAGE_SENDING' ? [event.progress] : []));
  expect(progress).toEqual([0, 0, 0.5, 1]);
  expect(far.requests.filter((request) => request.endsWith('/attachments'))).toHaveLength(3);
});

test('a file that is up is kept as such before the next one goes: a page reloaded then sends it up no second time', async () => {
  const { clock, far, browser, enters } = tabsStage();
  const { openRecords, keep } = heldRecords(browser, 'attachmentId');
  const { client } = enters(true, { world: { openRecords } });
  const uploads = (): number => far.requests.filter((request) => request.endsWith('/attachments')).length;
  await client.start();
  await client.send(far.engagementId, { files: [new File(['a'], 'a.png'), new File(['b'], 'b.pdf')] });
  await advance(clock, 2000);
  expect(uploads()).toBe(1);
  keep();
  await advance(clock, 2000);
  expect(uploads()).toBe(2);
});

test('a refusal is kept before it is told: a page reloaded then does not send it by itself', async () => {
  const { clock, far, browser, enters } = tabsStage();
  const { openRecords, keep } = heldRecords(browser, 'failed');
  const { client, types } = enters(true, { world: { openRecords } });
  await client.start();
  far.failNext('/messages', { code: 'too-long' });
  await client.send(far.engagementId, text('Refused'));
  await advance(clock, 2000);
  expect(types()).toContain('MESSAGE_SENDING');
  expect(types()).not.toContain('MESSAGE_REJECTED');
  keep();
  await advance(clock, 2000);
  expect(types().filter((type) => type === 'MESSAGE_REJECTED')).toHaveLength(1);
});

describe('a draft that cannot be kept is refused at once', () => {
  test.each([
    ['too long', text('x'.repeat(4097)), 'too-long'],
    ['empty', text(''), 'too-long'],
    ['a type that is not accepted', { files: [new File(['x'], 'x.exe')] }, 'file-type-refused'],
    ['a file over the limit', { files: [new File(['x'.repeat(1001)], 'x.png')] }, 'too-large'],
  ] as const)('%s', async (_name, draft, code) => {
    const { client, far, types } = await started();
    await expect(client.send(far.engagementId, draft)).rejects.toMatchObject({ code });
    expect(types()).not.toContain('MESSAGE_QUEUED');
  });

  test('without a session', async () => {
    const { client, far } = stage();
    await expect(client.send(far.engagementId, text('x'))).rejects.toMatchObject({ code: 'not-started' });
  });

  test('the five hundred and first that waits', async () => {
    const { client, far } = await started();
    far.isDown = true;
    for (let at = 0; at < 500; at++) await client.send(far.engagementId, text(`${at}`));
    await expect(client.send(far.engagementId, text('x'))).rejects.toMatchObject({ code: 'outbox-full' });
  });
});

test('a message that the contact centre refused later is sent again as a new one', async () => {
  const { client, clock, far, texts } = await started();
  const id = await client.send(far.engagementId, text('Hi'));
  await settle();
  const { engagementId } = far;
  const messageId = far.accepted.get(id)?.messageId;
  const [item] = client.getState().engagements[engagementId]?.timeline ?? [];
  if (item?.kind !== 'message' || item.message.messageId !== messageId || !item.message.messageId)
    throw new Error('the message is not there');
  far.logs.append(engagementId, {
    type: 'MESSAGE_FAILED',
    engagementId,
    messageId: item.message.messageId,
    detail: 'no',
  });
  await settle();
  await client.retrySend(engagementId, id);
  await advance(clock, 2000);
  expect(texts()).toEqual(['Hi', 'Hi']);
  expect(far.accepted.size).toBe(2);
});

test('a fresh token that the connector refuses as well holds a message, not for ever', async () => {
  const { client, clock, far, texts } = await started();
  far.failNext('/messages', { code: 'unauthenticated' }, 2);
  await client.send(far.engagementId, text('One'));
  await advance(clock, 80_000, 500);
  expect(texts()).toEqual(['One']);
});

test('a small file that nobody answers goes up again soon', async () => {
  const { client, clock, far } = await started();
  far.failNext('/attachments', 'hangs');
  await client.send(far.engagementId, {
    files: [new File(['x'.repeat(400)], 'a.txt', { type: 'text/plain' })],
  });
  await advance(clock, 30_000, 500);
  expect(far.requests.filter((request) => request.endsWith('/attachments'))).toHaveLength(2);
});

/** Records of a browser that say no word of a change until `keep`, from the one on that has `word` in it. */
function heldRecords(
  browser: FakeBrowser,
  word: string,
): { readonly openRecords: OpenRecords; readonly keep: () => void } {
  let keep = (): void => undefined;
  const isKept = new Promise<void>((resolve) => (keep = resolve));
  const openRecords: OpenRecords = async () => {
    const records = await browser.tab().world.openRecords?.();
    if (!records) throw new Error('This browser keeps nothing');
    return {
      ...records,
      async change(keys, decide) {
        const answer = await records.change(keys, decide);
        if (JSON.stringify([...browser.records.values()]).includes(word)) await isKept;
        return answer;
      },
    };
  };
  return { openRecords, keep: () => keep() };
}
