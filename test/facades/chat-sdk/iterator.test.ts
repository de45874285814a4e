import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ChatEngagement, ChatMessage, PageIterator } from '../../../src/facades/chat-sdk/index.ts';
import { createStage, type Page, type Stage } from './stage.ts';

let stage: Stage;
let page: Page;
let chat: ChatEngagement;
beforeEach(async () => {
  stage = await createStage();
  page = stage.page();
  await page.init();
  const made = await page.outcome(page.sdk.createEngagement());
  if ('code' in made) throw new Error(made.code);
  chat = made;
  await stage.center.settle();
});
afterEach(() => stage.center.stop());

async function write(count: number, from = 1): Promise<void> {
  for (let at = from; at < from + count; at++) await page.outcome(chat.sendMessage(`m${at}`));
  await stage.center.settle();
}

async function iterate(size?: number): Promise<PageIterator<ChatMessage>> {
  const iterator = await page.outcome(size === undefined ? chat.getMessages() : chat.getMessages(size));
  if ('code' in iterator) throw new Error(iterator.code);
  return iterator;
}

const texts = (iterator: PageIterator<ChatMessage>): string[] =>
  iterator.items.map((one) => one.body.elementText.text).filter((text) => /^m\d+$/.test(text));

describe('1.7 the page iterator', () => {
  test('holds the newest first, ten to a page', async () => {
    await write(12);
    const iterator = await iterate();
    expect(iterator.getPageSize()).toBe(10);
    expect(texts(iterator)).toEqual(['m12', 'm11', 'm10', 'm9', 'm8', 'm7', 'm6', 'm5', 'm4', 'm3']);
    expect([iterator.hasNext(), iterator.hasPrevious()]).toEqual([false, true]);
  });

  test('previous moves to older ones and resolves to the same object; next comes back', async () => {
    await write(5);
    const iterator = await iterate(2);
    const first = iterator.items;
    expect(await page.outcome(iterator.previous())).toBe(iterator);
    expect(texts(iterator)).toEqual(['m3', 'm2']);
    expect(iterator.hasNext()).toBe(true);
    expect(await page.outcome(iterator.next())).toBe(iterator);
    expect(texts(iterator)).toEqual(['m5', 'm4']);
    expect(iterator.items).not.toBe(first);
  });

  test('walks from the last to the first message and says when it is there', async () => {
    await write(7);
    const iterator = await iterate(3);
    const all = [...iterator.items];
    while (iterator.hasPrevious()) {
      await page.outcome(iterator.previous());
      all.push(...iterator.items);
    }
    const shown = all.map((one) => one.body.elementText.text).filter((text) => /^m\d+$/.test(text));
    expect(shown).toEqual(['m7', 'm6', 'm5', 'm4', 'm3', 'm2', 'm1']);
    const last = [...iterator.items];
    await page.outcome(iterator.previous());
    expect(iterator.items).toEqual(last);
  });

  test('goes over more than one page of the log', async () => {
    await write(60);
    const iterator = await iterate(50);
    expect(iterator.items).toHaveLength(50);
    expect(iterator.hasPrevious()).toBe(true);
    await page.outcome(iterator.previous());
    expect(texts(iterator).at(-1)).toBe('m1');
    expect(iterator.hasPrevious()).toBe(false);
  });

  test('is a snapshot: what comes later is not in it', async () => {
    await write(3);
    const iterator = await iterate(2);
    await write(2, 4);
    await page.outcome(iterator.previous());
    await page.outcome(iterator.next());
    expect(texts(iterator)).toEqual(['m3', 'm2']);
  });

  test('an empty past is an empty page', async () => {
    const before = await iterate();
    expect([before.hasNext(), before.hasPrevious()]).toEqual([false, false]);
  });

  test.for<[unknown]>([[0], [51], [-1], [2.5], ['10'], [null], [NaN]])(
    'a page size of %s is warned of with ACS-211, and 10 is used',
    async ([size]) => {
      const iterator = await iterate(size as number);
      expect(page.warnings).toContain('ACS-211');
      expect(iterator.getPageSize()).toBe(10);
    },
  );

  test('where nothing can be fetched, the start is ACS-316 and a step ACS-317; the iterator stays', async () => {
    await write(60);
    const iterator = await iterate(40);
    const before = texts(iterator);
    stage.center.faults.refuse(true);
    expect(await page.outcome(iterator.previous())).toEqual({ code: 'ACS-317' });
    expect(texts(iterator)).toEqual(before);
    expect(await page.outcome(chat.getMessages())).toEqual({ code: 'ACS-316' });
    stage.center.faults.refuse(false);
    await page.outcome(iterator.previous());
    expect(texts(iterator).at(-1)).toBe('m1');
  });

  test('steps that are asked for at once are made one after the other', async () => {
    await write(6);
    const iterator = await iterate(2);
    await page.outcome(Promise.all([iterator.previous(), iterator.previous()]));
    expect(texts(iterator)).toEqual(['m2', 'm1']);
  });
});
