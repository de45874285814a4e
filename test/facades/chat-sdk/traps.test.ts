import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ChatEngagement, ChatMessage } from '../../../src/facades/chat-sdk/index.ts';
import { createStage, type Page, type Stage } from './stage.ts';

/** Every point of axp.md 1.12 and 1.13 by its number: what pages that were written against the vendor's SDK rely on. */
let stage: Stage;
let page: Page;
beforeEach(async () => {
  stage = await createStage();
  page = stage.page();
});
afterEach(() => stage.center.stop());

async function chat(of: Page = page): Promise<ChatEngagement> {
  const made = await of.outcome(of.sdk.createEngagement());
  if ('code' in made) throw new Error(made.code);
  await stage.center.settle();
  return made;
}

async function send(one: Pick<ChatEngagement, 'sendMessage'>, text: string): Promise<ChatMessage> {
  const sent = await page.outcome(one.sendMessage(text));
  if ('code' in sent) throw new Error(sent.code);
  return sent;
}

/** The page is loaded anew: same Session Storage, nothing else. */
const reload = (): Page => stage.page({ storage: page.storage });

describe('1.13 what the sample widget relies on', () => {
  test('#1 a copy of an engagement by rest and spread can be used, also without what was dropped', async () => {
    await page.init();
    const { lastUpdatedAt, ...rest } = await chat();
    const copy = { ...rest };
    expect(lastUpdatedAt).toBeInstanceOf(Date);
    expect([copy.engagementId, copy.engagementStatus]).toEqual([rest.engagementId, 'ACTIVE']);
    const { sendMessage, join, disconnect } = copy;
    expect(await page.outcome(sendMessage('Hello'))).toHaveProperty('messageId');
    expect(await page.outcome(join())).toEqual({ code: 'ACS-315' });
    expect(await page.outcome(disconnect())).toBeUndefined();
  });

  test('#2 messages and payloads are plain objects whose fields survive a spread', async () => {
    await page.init();
    const one = await chat();
    const message = await send(one, 'Hello');
    await stage.center.settle();
    const payloads: object[] = [message, message.senderParticipant, message.body];
    page.told.forEach(({ payload }) => payloads.push(payload));
    for (const each of payloads) expect(Object.getPrototypeOf(each)).toBe(Object.prototype);
    expect({ ...message }).toEqual(message);
  });

  test('#3 items may be reversed in place', async () => {
    await page.init();
    const one = await chat();
    await send(one, 'First');
    await send(one, 'Second');
    const iterator = await page.outcome(one.getMessages(10));
    if ('code' in iterator) throw new Error(iterator.code);
    const texts = iterator.items.reverse().map(({ body }) => body.elementText.text);
    expect(texts.slice(-2)).toEqual(['First', 'Second']);
    expect(iterator.items.at(-1)?.body.elementText.text).toBe('Second');
  });

  test('#4 previous moves the iterator itself; hasPrevious is true to it each time', async () => {
    await page.init();
    const one = await chat();
    for (const text of ['One', 'Two', 'Three']) await send(one, text);
    const iterator = await page.outcome(one.getMessages(1));
    if ('code' in iterator) throw new Error(iterator.code);
    const seen = [iterator.items[0]?.body.elementText.text];
    while (iterator.hasPrevious()) {
      await page.outcome(iterator.previous());
      seen.push(iterator.items[0]?.body.elementText.text);
    }
    expect(seen.slice(0, 3)).toEqual(['Three', 'Two', 'One']);
  });

  test('#5 handlers that are attached again and again hear each message once', async () => {
    let heard = 0;
    await page.init();
    const agent = await stage.center.agent();
    for (let at = 0; at < 5; at++) page.sdk.on('MESSAGE_ARRIVED', () => void (heard += 1));
    const one = await chat();
    await send(one, 'Hello');
    await agent.accept();
    const before = heard;
    await agent.says('Hi');
    await stage.center.settle();
    expect(heard - before).toBe(1);
  });

  test('#6 MESSAGE_DELIVERED comes only after whoever waited for sendMessage went on', async () => {
    await page.init();
    const one = await chat();
    const order: string[] = [];
    page.sdk.on('MESSAGE_DELIVERED', ({ messageId }) => void order.push(`delivered ${messageId}`));
    const sent = one.sendMessage('Hello').then(async (message) => {
      // A page that renders in between.
      for (let at = 0; at < 5; at++) await Promise.resolve();
      order.push(`sent ${message.messageId}`);
      return message;
    });
    const message = await page.outcome(sent);
    await stage.center.settle();
    const id = 'messageId' in message ? message.messageId : '';
    expect(order).toEqual([`sent ${id}`, `delivered ${id}`]);
  });

  test('#7 CONNECTING and CONNECTED come once during init', async () => {
    await page.init();
    expect(page.names()).toEqual(['EVENT_STREAM_CONNECTING', 'EVENT_STREAM_CONNECTED', 'INITIALIZED']);
  });

  test('#8 after a reload the chat is ACTIVE and its events flow without join', async () => {
    await page.init();
    const agent = await stage.center.agent();
    const one = await chat();
    await send(one, 'Hello');
    await agent.accept();
    const again = reload();
    const { engagements } = await again.init();
    expect(engagements.map(({ engagementId }) => engagementId)).toEqual([one.engagementId]);
    expect(engagements[0]?.engagementStatus).toBe('ACTIVE');
    await agent.says('Welcome back');
    await stage.center.settle();
    expect(again.of('MESSAGE_ARRIVED')).toMatchObject([{ body: { elementText: { text: 'Welcome back' } } }]);
  });

  test('#8 the chat of another session is not ACTIVE until it is joined, and then its events flow', async () => {
    await page.init();
    const agent = await stage.center.agent();
    const one = await chat();
    await send(one, 'Hello');
    await agent.accept();
    const other = stage.page();
    const [same] = (await other.init()).engagements;
    expect(same?.engagementStatus).toBe('PENDING');
    if (same) await other.outcome(same.join());
    expect(same?.engagementStatus).toBe('ACTIVE');
    await agent.says('Hello again');
    await stage.center.settle();
    expect(other.of('MESSAGE_ARRIVED').at(-1)).toMatchObject({
      body: { elementText: { text: 'Hello again' } },
    });
  });

  test('#9 the chats of a customer can be listed with their last message before any is joined', async () => {
    await page.init();
    const [one, two] = [await chat(), await chat()];
    await send(one, 'About lamps');
    await send(two, 'About chairs');
    const other = stage.page();
    const { engagements } = await other.init();
    const list = [];
    for (const each of engagements) {
      const iterator = await other.outcome(each.getMessages());
      list.push('items' in iterator && iterator.items[0]?.body.elementText.text);
      expect(each.createdAt).toBeInstanceOf(Date);
    }
    expect(list).toEqual(['About lamps', 'About chairs']);
  });

  test('#10 disconnect("USER_CLOSED") and shutdown("USER_CLOSED") end it, whatever its status', async () => {
    await page.init();
    const made = await page.outcome(page.sdk.createEngagement());
    if ('code' in made) throw new Error(made.code);
    await page.outcome(made.disconnect('USER_CLOSED').catch(() => undefined));
    expect(await page.outcome(page.sdk.shutdown('USER_CLOSED'))).toBeUndefined();
    expect(page.of('SHUTDOWN')).toMatchObject([{ reason: 'USER_CLOSED' }]);
    expect((await reload().init()).engagements).toEqual([]);
  });

  test('#11 PARTICIPANT_ADDED comes for everybody, the customer and the agent', async () => {
    await page.init();
    const agent = await stage.center.agent();
    const one = await chat();
    await send(one, 'Hello');
    await agent.accept();
    await stage.center.settle();
    const types = page.of('PARTICIPANT_ADDED').map(({ participant }) => Object(participant).participantType);
    expect(types[0]).toBe('CUSTOMER');
    expect(types.filter((type) => type === 'AGENT')).toHaveLength(1);
    expect(page.of('PARTICIPANT_ADDED').every(({ engagementId }) => engagementId === one.engagementId)).toBe(
      true,
    );
  });
});

describe('1.12 slips of the guide that a page may have copied', () => {
  test('resetTimer is not there: resetIdleTimeout is', () => {
    expect(Object.keys(page.sdk)).not.toContain('resetTimer');
    expect(Object.keys(page.sdk)).toContain('resetIdleTimeout');
  });

  test('the event IDLE_TIMEOUT is warned of with ACS-203, and nothing else breaks', async () => {
    page.sdk.on('IDLE_TIMEOUT' as 'IDLE_TIMEOUT_EXPIRED', () => undefined);
    expect(page.warnings).toEqual(['ACS-203']);
    await page.init();
  });

  test('gracePeriod is seconds', async () => {
    await page.init({ idleShutdownGraceTimeout: 120 });
    await stage.center.advance(301_000, 1000);
    expect(page.of('IDLE_TIMEOUT_EXPIRED')).toMatchObject([{ gracePeriod: 120 }]);
  });

  test('getEngagementById answers with a promise', async () => {
    await page.init();
    const one = await chat();
    const promise = page.sdk.getEngagementById(one.engagementId);
    expect(promise).toBeInstanceOf(Promise);
    expect(await page.outcome(promise)).toBe(one);
  });

  test('getParticipants is there beside participants', async () => {
    await page.init();
    const one = await chat();
    expect(one.getParticipants()).toEqual(one.participants);
  });
});
