import { describe, expect, test } from 'vitest';
import { advance, settle } from '../settle.ts';
import { tabsStage } from '../tabs/tabsStage.ts';

const text = (words: string) => ({ body: { type: 'text', text: words } }) as const;
const isDurable = (player: { client: { getState(): { outboxDurable: boolean } } }): boolean =>
  player.client.getState().outboxDurable;

async function withOneUnsent() {
  const stage = tabsStage();
  const before = stage.enters();
  await before.client.start();
  await settle();
  stage.far.failNext('/messages', 'lost', 1000);
  await before.client.send(stage.far.engagementId, text('One'));
  await before.client.send(stage.far.engagementId, text('Two'));
  await settle();
  return { ...stage, before };
}

test('what was unsent when the page crashed is shown again and sent once, in order', async () => {
  const { before, enters, far, clock } = await withOneUnsent();
  expect(isDurable(before)).toBe(true);
  before.kill();
  const after = enters();
  await after.client.start();
  await settle();
  expect(after.texts()).toEqual(['[One]', '[Two]']);
  far.clearFaults();
  await advance(clock, 10_000, 500);
  expect(after.texts()).toEqual(['One', 'Two']);
  expect(far.texts()).toEqual(['One', 'Two']);
  expect(far.nextNumber.size).toBe(1);
});

test('an answer that was lost in the crash does not double the message', async () => {
  const { enters, far, clock } = tabsStage();
  const before = enters();
  await before.client.start();
  await settle();
  far.failNext('/messages', 'answer-lost');
  far.failNext('/messages', 'lost', 100);
  far.refusesSockets = true;
  await before.client.send(far.engagementId, text('Once'));
  before.kill();
  await settle();
  far.clearFaults();
  far.refusesSockets = false;
  const after = enters();
  await after.client.start();
  await advance(clock, 5000);
  expect(far.texts()).toEqual(['Once']);
  expect(after.texts()).toEqual(['Once']);
});

test('a failed message is still there after a reload, and can be tried again', async () => {
  const { enters, far, clock } = tabsStage();
  const before = enters();
  await before.client.start();
  await settle();
  far.failNext('/messages', { code: 'too-long' });
  const id = await before.client.send(far.engagementId, text('Refused'));
  await advance(clock, 1000);
  before.kill();
  const after = enters();
  await after.client.start();
  await settle();
  const told = before.events.find((event) => event.type === 'MESSAGE_REJECTED');
  expect(told).toMatchObject({ code: 'too-long', retryable: false });
  expect(after.events.find((event) => event.type === 'MESSAGE_REJECTED')).toEqual(told);
  await after.client.retrySend(far.engagementId, id);
  await advance(clock, 2000);
  expect(after.texts()).toEqual(['Refused']);
});

test('the end of the idle grace keeps what is unsent for the next start; a shutdown hands it back', async () => {
  const idle = await withOneUnsent();
  const ended = idle.before.client.shutdown('USER_INACTIVE');
  await idle.clock.advanceAsync(6000);
  await ended;
  idle.far.clearFaults();
  await idle.before.client.start();
  await advance(idle.clock, 3000);
  expect(idle.far.texts()).toEqual(['One', 'Two']);

  const closed = await withOneUnsent();
  const down = closed.before.client.shutdown();
  await closed.clock.advanceAsync(6000);
  await down;
  expect(closed.before.types().filter((type) => type === 'MESSAGE_REJECTED')).toHaveLength(2);
  closed.far.clearFaults();
  const next = closed.enters();
  await next.client.start();
  await advance(closed.clock, 3000);
  expect(closed.far.texts()).toEqual([]);
});

describe('where nothing can be kept', () => {
  test('a store that does not open: memory, and the page is told', async () => {
    const { browser, enters, far, clock } = tabsStage();
    browser.refuseRecords(new Error('denied'));
    const one = enters();
    await one.client.start();
    expect(isDurable(one)).toBe(false);
    await one.client.send(far.engagementId, text('One'));
    await advance(clock, 500);
    expect(one.texts()).toEqual(['One']);
  });

  test('a store that refuses later: the message is kept in memory and sent, and the page is told', async () => {
    const { browser, enters, far, clock } = tabsStage();
    const one = enters();
    await one.client.start();
    await one.client.send(far.engagementId, text('One'));
    await advance(clock, 500);
    expect(isDurable(one)).toBe(true);
    browser.refuseRecords(new Error('quota'));
    await one.client.send(far.engagementId, text('Two'));
    await advance(clock, 2000);
    expect(isDurable(one)).toBe(false);
    expect(far.texts()).toEqual(['One', 'Two']);
  });

  test('a store that the browser has erased meanwhile', async () => {
    const { browser, enters, far, clock } = tabsStage();
    const one = enters();
    await one.client.start();
    browser.records.clear();
    await one.client.send(far.engagementId, text('One'));
    await advance(clock, 2000);
    expect(isDurable(one)).toBe(false);
    expect(far.texts()).toEqual(['One']);
  });

  test('records that are none of ours are passed over', async () => {
    const { browser, enters, before, far } = await withOneUnsent();
    before.kill();
    const [key] = [...browser.records.keys()].filter((name) => name.includes('|outbox|'));
    browser.records.set(`${key}-bent`, { order: 0, entry: { clientMessageId: 7 } });
    const after = enters();
    await after.client.start();
    await settle();
    expect(after.texts()).toEqual(['[One]', '[Two]']);
    expect(far.texts()).toEqual([]);
  });
});

test('over fifty megabytes the outbox is full, and the text stays with the caller', async () => {
  const { enters, far } = tabsStage();
  const one = enters();
  await one.client.start();
  await settle();
  far.failNext('/messages', 'lost', 1000);
  const long = text('x'.repeat(4096));
  for (let at = 0; at < 500; at++) await one.client.send(far.engagementId, long);
  await expect(one.client.send(far.engagementId, text('x'))).rejects.toMatchObject({ code: 'outbox-full' });
});
