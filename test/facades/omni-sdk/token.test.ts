import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { JwtProvider } from '../../../src/facades/omni-sdk/core/index.ts';
import { TextMessage } from '../../../src/facades/omni-sdk/messaging/index.ts';
import { createStage, thrownBy, type Page, type Stage } from './stage.ts';

let stage: Stage;
beforeEach(async () => {
  stage = await createStage();
});
afterEach(() => stage.center.stop());

const LIVE_MS = 900_000;
const ON = { idleTimeoutDuration: 3_300_000 };

/** Lets the token run out. */
async function expire(page: Page): Promise<void> {
  await stage.center.advance(LIVE_MS + 5000, 5000);
  expect(page.names()).toContain('SdkInitialized');
}

describe('2.2 JwtProvider in three spellings', () => {
  test.for<[string, (page: Page) => JwtProvider]>([
    ['onExpire and onExpireWarning', ({ provider }) => provider],
    [
      'onExpiry and onExpiryWarning',
      ({ asked }) => ({
        onExpiry: () => void asked.push(['onExpire', undefined]),
        onExpiryWarning: (remainingMs) => void asked.push(['onExpireWarning', remainingMs]),
      }),
    ],
  ])('%s are called three minutes before the end, and at the end', async ([, make]) => {
    const page = stage.page();
    await page.init({ ...ON, jwtProvider: make(page) });
    await stage.center.advance(LIVE_MS - 185_000, 5000);
    expect(page.asked).toEqual([]);
    await stage.center.advance(10_000, 1000);
    expect(page.asked).toEqual([['onExpireWarning', 180_000]]);
    await stage.center.advance(180_000, 5000);
    expect(page.asked).toEqual([
      ['onExpireWarning', 180_000],
      ['onExpire', undefined],
    ]);
  });

  test('a token set after the warning keeps the session without a word', async () => {
    const page = stage.page();
    const provider: JwtProvider = {
      onExpire: () => void page.asked.push(['onExpire', undefined]),
      onExpireWarning: async () => page.sdk.setJwt(`jwt.${await page.freshToken()}`),
    };
    await page.init({ ...ON, jwtProvider: provider });
    await expire(page);
    expect(page.asked).toEqual([]);
    await page.value(page.conversation().sendMessage(new TextMessage('Still here')));
    expect(page.of('EventStreamFailed')).toEqual([]);
  });

  test('fetchJwt is called three minutes before the end, and its token is used', async () => {
    const page = stage.page();
    let calls = 0;
    await page.init({ ...ON, jwtProvider: { fetchJwt: () => (calls++, page.freshToken()) } });
    await stage.center.advance(LIVE_MS - 185_000, 5000);
    expect(calls).toBe(0);
    await stage.center.advance(10_000, 1000);
    expect(calls).toBe(1);
    await stage.center.advance(LIVE_MS - 200_000, 5000);
    await page.value(page.conversation().sendMessage(new TextMessage('Still here')));
    expect(page.of('EventStreamFailed')).toEqual([]);
  });

  test('with fetchJwt no first token is needed', async () => {
    const page = stage.page();
    await page.init({ token: undefined, jwtProvider: { fetchJwt: page.freshToken } });
    expect(page.names()).toContain('SdkInitialized');
  });

  test.for<[string, () => never | Promise<null>]>([
    [
      'throws',
      () => {
        throw new Error('of the page');
      },
    ],
    ['rejects', () => Promise.reject(new Error('of the page'))],
    ['gives none', () => Promise.resolve(null)],
  ])(
    'a fetchJwt that %s ends init with an error, and a session with a line in the log',
    async ([, fetchJwt]) => {
      const page = stage.page();
      const refused = page.sdk.init(await page.params({ token: undefined, jwtProvider: { fetchJwt } }));
      expect(await page.outcome(refused)).toMatchObject({ code: 'Unauthorized' });
      await page.init({ ...ON, jwtProvider: { fetchJwt } });
      await expire(page);
      expect(page.log.some((line) => line.includes('fetchJwt') || line.includes('jwtProvider'))).toBe(true);
    },
  );
});

describe('2.2 the end of a token', () => {
  test('the stream stays down until a good token comes', async () => {
    const page = stage.page();
    await page.init(ON);
    await expire(page);
    expect(page.of('EventStreamFailed').at(-1)).toMatchObject({ reason: 'UNAUTHORIZED' });
    page.sdk.setJwt(await page.freshToken());
    await stage.center.advance(5000);
    expect(page.names().at(-1)).toBe('EventStreamConnected');
  });

  test.for<[unknown, string]>([
    [undefined, 'MissingMandatoryParameter'],
    ['', 'MissingMandatoryParameter'],
    [7, 'Unauthorized'],
    ['a.b', 'Unauthorized'],
  ])('setJwt(%s) throws %s', async ([token, code]) => {
    const page = stage.page();
    await page.init();
    expect(thrownBy(() => page.sdk.setJwt(token as never))).toBe(code);
  });
});
