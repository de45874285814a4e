import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { EVENT_NAMES, type ChatEngagement } from '../../../src/facades/chat-sdk/index.ts';
import { createStage, EVENTS, thrownBy, type Page, type Stage } from './stage.ts';

/** The checklist of axp.md section 10, as far as it concerns the Chat SDK (#9 to #12 belong to other rooms). */
let stage: Stage;
let page: Page;
beforeEach(async () => {
  stage = await createStage();
  page = stage.page();
});
afterEach(() => stage.center.stop());

async function chat(): Promise<ChatEngagement> {
  await page.init();
  const made = await page.outcome(page.sdk.createEngagement());
  if ('code' in made) throw new Error(made.code);
  await stage.center.settle();
  return made;
}

describe('10 the checklist', () => {
  test('#1 twelve functions, no more', () => {
    expect(Object.values(page.sdk).every((member) => typeof member === 'function')).toBe(true);
    expect(Object.keys(page.sdk)).toHaveLength(12);
  });

  test('#2 sixteen events; times are Dates, durations seconds', async () => {
    expect([...EVENT_NAMES]).toEqual([...EVENTS]);
    await page.init();
    stage.center.faults.dropLine();
    await stage.center.advance(301_000, 1000);
    const [failed] = page.of('EVENT_STREAM_FAILED');
    expect(failed?.['eventDate']).toBeInstanceOf(Date);
    expect(Number(failed?.['retryAfter'])).toBeLessThan(60);
    expect(page.of('IDLE_TIMEOUT_EXPIRED')).toMatchObject([{ gracePeriod: 30 }]);
  });

  test('#3 the codes are told by exceptions that have them', async () => {
    const fault = await page.sdk.getEngagements().catch((error: unknown) => error);
    expect(fault).toMatchObject({ name: 'ACSException', code: 'ACS-310' });
    expect(thrownBy(() => page.sdk.resetIdleTimeout())).toBe('ACS-310');
  });

  test('#4 the iterator: newest first, itself, newer is next, a snapshot, 10 and 50', async () => {
    const one = await chat();
    for (const text of ['One', 'Two', 'Three']) await page.outcome(one.sendMessage(text));
    const [ten, two, most] = [
      await page.outcome(one.getMessages()),
      await page.outcome(one.getMessages(2)),
      await page.outcome(one.getMessages(50)),
    ];
    if ('code' in ten || 'code' in two || 'code' in most) throw new Error('no iterator');
    expect([ten.getPageSize(), most.getPageSize()]).toEqual([10, 50]);
    expect(two.items.map(({ body }) => body.elementText.text)).toEqual(['Three', 'Two']);
    expect(two.hasNext()).toBe(false);
    await page.outcome(one.sendMessage('Four'));
    expect(await page.outcome(two.previous())).toBe(two);
    expect(two.hasNext()).toBe(true);
    expect(await page.outcome(two.next())).toBe(two);
    expect(two.items.map(({ body }) => body.elementText.text)).toEqual(['Three', 'Two']);
  });

  test('#5 the timers run on a clock that can be given', async () => {
    const startMs = stage.clock.now();
    await page.init({ idleTimeout: 600, idleShutdownGraceTimeout: 60 });
    await stage.center.advance(800_000, 1000);
    const [idle] = page.of('IDLE_TIMEOUT_EXPIRED');
    const [end] = page.of('SHUTDOWN');
    const [reminder] = page.of('TOKEN_EXPIRY_REMINDER');
    expect(Number(idle?.['eventDate']) - startMs).toBe(600_000);
    expect(Number(end?.['eventDate']) - startMs).toBe(660_000);
    expect(reminder).toBeUndefined(); // the session was over before the token's last three minutes
  });

  test('#6 members of an engagement are its own and bound; items are fresh and mutable', async () => {
    const one = await chat();
    const { sendMessage } = { ...one };
    await page.outcome(sendMessage('Hello'));
    const iterator = await page.outcome(one.getMessages());
    if ('code' in iterator) throw new Error(iterator.code);
    expect(Object.isFrozen(iterator.items)).toBe(false);
    expect(iterator.items.pop()).toBeDefined();
  });

  test('#7 on replaces, off clears', async () => {
    const heard: string[] = [];
    page.sdk.on('INITIALIZED', () => void heard.push('first'));
    page.sdk.on('INITIALIZED', () => void heard.push('second'));
    await page.init();
    await page.outcome(page.sdk.shutdown());
    page.sdk.off();
    await page.init();
    expect(heard).toEqual(['second']);
  });

  test('#8 MESSAGE_DELIVERED after sendMessage resolved, for each of many', async () => {
    const one = await chat();
    const order: string[] = [];
    page.sdk.on('MESSAGE_DELIVERED', ({ messageId }) => void order.push(`delivered ${messageId}`));
    const sends = Array.from({ length: 10 }, (_, at) =>
      one.sendMessage(`m${at}`).then(({ messageId }) => void order.push(`sent ${messageId}`)),
    );
    await page.outcome(Promise.all(sends));
    await stage.center.settle();
    const delivered = order.filter((line) => line.startsWith('delivered'));
    expect(delivered).toHaveLength(10);
    for (const line of delivered) {
      const id = line.replace('delivered ', '');
      expect(order.indexOf(`sent ${id}`)).toBeLessThan(order.indexOf(line));
    }
  });
});
