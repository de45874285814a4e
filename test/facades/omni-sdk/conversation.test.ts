import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { TextMessage } from '../../../src/facades/omni-sdk/messaging/index.ts';
import { createStage, type Page, type Stage } from './stage.ts';

let stage: Stage;
beforeEach(async () => {
  stage = await createStage();
  await stage.center.agent(); // else the house would speak
});
afterEach(() => stage.center.stop());

const textsOf = async (page: Page): Promise<string[]> =>
  (await page.value(page.conversation().getMessages())).items.map(({ body }) => body.elementText.text);
const say = (page: Page, text: string) => page.value(page.conversation().sendMessage(new TextMessage(text)));

describe('2.3 the conversation', () => {
  test('is there without anybody making it, and is the only one', async () => {
    const page = stage.page({ customerId: 'new' });
    const { conversations } = await page.init();
    expect(conversations).toHaveLength(1);
    expect(conversations[0]?.conversationId).toEqual(expect.any(String));
  });

  test('is the same on all devices of a customer, and another one for another customer', async () => {
    const ids: (string | undefined)[] = [];
    for (const customerId of ['one', 'one', 'two']) {
      const { conversations } = await stage.page({ customerId }).init();
      ids.push(conversations[0]?.conversationId);
    }
    expect(ids[1]).toBe(ids[0]);
    expect(ids[2]).not.toBe(ids[0]);
  });

  test('goes on, in either direction, on the device that one happens to hold', async () => {
    const [phone, laptop] = [stage.page({ customerId: 'one' }), stage.page({ customerId: 'one' })];
    await phone.init();
    await say(phone, 'From the phone');
    await laptop.init();
    await say(laptop, 'From the laptop');
    await say(phone, 'From the phone again');
    const all = ['From the phone again', 'From the laptop', 'From the phone'];
    expect(await textsOf(phone)).toEqual(all);
    expect(await textsOf(laptop)).toEqual(all);
  });

  test('a device that is idle does not end it for the other', async () => {
    const [phone, laptop] = [stage.page({ customerId: 'one' }), stage.page({ customerId: 'one' })];
    await phone.init({ idleTimeoutDuration: 300_000 });
    await laptop.init({ idleTimeoutDuration: 600_000 });
    await stage.center.advance(340_000, 10_000);
    expect(phone.of('SdkShutdown')).toHaveLength(1);
    expect(laptop.of('SdkShutdown')).toHaveLength(0);
    await say(laptop, 'Still here');
  });

  test('outlives shutdown: after the next init it is found with all that was said', async () => {
    const page = stage.page();
    await page.init();
    await say(page, 'Before');
    await page.value(page.sdk.shutdown());
    await page.init();
    await say(page, 'After');
    expect(await textsOf(page)).toEqual(['After', 'Before']);
  });

  test('what was said before init is history and is not told again', async () => {
    const page = stage.page();
    await page.init();
    await say(page, 'Before');
    await page.value(page.sdk.shutdown());
    const told = page.told.length;
    await page.init();
    await stage.center.advance(5000);
    expect(page.names().slice(told)).toEqual([
      'EventStreamConnecting',
      'SdkInitialized',
      'EventStreamConnected',
    ]);
  });
});

describe('2.6 what the JavaScript SDK has not', () => {
  test.for(['sendReadReceipt', 'markAsRead', 'editMessage', 'deleteMessage', 'end', 'close', 'search'])(
    'there is no %s to rely on',
    async (name) => {
      const page = stage.page();
      await page.init();
      expect(name in page.conversation()).toBe(false);
    },
  );
});
