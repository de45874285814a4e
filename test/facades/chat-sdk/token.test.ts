import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createStage, thrownBy, type Page, type Stage } from './stage.ts';

let stage: Stage;
let page: Page;
beforeEach(async () => {
  stage = await createStage();
  page = stage.page();
});
afterEach(() => stage.center.stop());

const LIFE_MS = 900_000;

describe('1.11 the life of a token', () => {
  test('the reminder comes exactly 180 s before the end', async () => {
    const startMs = stage.clock.now();
    await page.init({ idleTimeout: 0 });
    await stage.center.advance(LIFE_MS - 181_000, 1000);
    expect(page.names()).not.toContain('TOKEN_EXPIRY_REMINDER');
    await stage.center.advance(2000, 100);
    const [reminder] = page.of('TOKEN_EXPIRY_REMINDER');
    const [at, end] = [Number(reminder?.['eventDate']), Number(reminder?.['expiryDate'])];
    expect(end - at).toBe(180_000);
    expect(end).toBe(startMs + LIFE_MS);
    await stage.center.advance(100_000, 1000);
    expect(page.of('TOKEN_EXPIRY_REMINDER')).toHaveLength(1);
  });

  test('it comes at once for a token with less than that left', async () => {
    const params = await page.params();
    await stage.center.advance(LIFE_MS - 60_000, 5000);
    await page.outcome(page.sdk.init(params, { idleTimeout: 0 }));
    expect(page.of('TOKEN_EXPIRY_REMINDER')).toHaveLength(1);
  });

  test('a token set in time: no expiry, no gap in the stream, and a reminder of its own', async () => {
    await page.init({ idleTimeout: 0 });
    page.sdk.on('TOKEN_EXPIRY_REMINDER', async () => page.sdk.setJwtToken((await page.params()).token));
    page.told.length = 0;
    await stage.center.advance(2 * LIFE_MS, 5000);
    expect(page.names()).not.toContain('TOKEN_EXPIRED');
    expect(page.names()).not.toContain('EVENT_STREAM_FAILED');
  });

  test('without one: TOKEN_EXPIRED, FAILED with UNAUTHORIZED, and disconnected until one is set', async () => {
    await page.init({ idleTimeout: 0 });
    page.told.length = 0;
    await stage.center.advance(LIFE_MS + 5000, 5000);
    expect(page.names()).toEqual(['TOKEN_EXPIRY_REMINDER', 'TOKEN_EXPIRED', 'EVENT_STREAM_FAILED']);
    expect(Object.keys(page.of('TOKEN_EXPIRED')[0] ?? {})).toEqual(['expiredDate']);
    expect(page.of('EVENT_STREAM_FAILED')).toMatchObject([{ reason: 'UNAUTHORIZED', retryAfter: 0 }]);
    await stage.center.advance(600_000, 5000);
    expect(page.told).toHaveLength(3);
    const { token } = await page.params();
    page.sdk.setJwtToken(`jwt.${token}`);
    await stage.center.advance(2000);
    expect(page.names().slice(3)).toEqual(['EVENT_STREAM_CONNECTING', 'EVENT_STREAM_CONNECTED']);
  });

  test('a call with an expired token goes on when a fresh one is set, and is ACS-305 without one', async () => {
    await page.init({ idleTimeout: 0 });
    await stage.center.advance(LIFE_MS + 5000, 5000);
    expect(await page.outcome(page.sdk.createEngagement())).toEqual({ code: 'ACS-305' });
    const late = page.sdk.createEngagement();
    page.sdk.setJwtToken((await page.params()).token);
    expect(await page.outcome(late)).toHaveProperty('engagementId');
  });

  test('an expired token at init is ACS-305', async () => {
    const params = await page.params();
    await stage.center.advance(LIFE_MS + 300_000, 5000);
    expect(await page.outcome(page.sdk.init(params))).toEqual({ code: 'ACS-305' });
  });

  test.for<[unknown, string]>([
    [undefined, 'ACS-308'],
    [null, 'ACS-308'],
    ['', 'ACS-308'],
    [7, 'ACS-305'],
    ['one.two', 'ACS-305'],
    ['jwt.a.b.c.d', 'ACS-305'],
    ['a b.c.d', 'ACS-305'],
  ])('setJwtToken(%s) throws %s and keeps the token', async ([given, code]) => {
    await page.init();
    expect(thrownBy(() => page.sdk.setJwtToken(given as string))).toBe(code);
    expect(await page.outcome(page.sdk.getEngagements())).toEqual([]);
  });
});
