import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Config, SDKInitParams } from '../../../src/facades/chat-sdk/index.ts';
import { createStage, type Stage } from './stage.ts';

let stage: Stage;
beforeEach(async () => {
  stage = await createStage();
});
afterEach(() => stage.center.stop());

const bad = (value: unknown): Partial<SDKInitParams> => value as Partial<SDKInitParams>;

describe('1.3 init parameters', () => {
  test.for<[string, unknown, string]>([
    ['no hostURL', { hostURL: undefined }, 'ACS-301'],
    ['an empty hostURL', { hostURL: '' }, 'ACS-301'],
    ['a hostURL that is no address', { hostURL: 'not an address' }, 'ACS-309'],
    ['a hostURL that is a number', { hostURL: 7 }, 'ACS-309'],
    ['a hostURL without https', { hostURL: 'http://chat.example.com' }, 'ACS-309'],
    ['a hostURL that runs script', { hostURL: 'javascript:alert(1)' }, 'ACS-309'],
    ['no integrationId', { integrationId: undefined }, 'ACS-307'],
    ['an integrationId that is a number', { integrationId: 7 }, 'ACS-307'],
    ['an integrationId that the token was not made for', { integrationId: crypto.randomUUID() }, 'ACS-307'],
    ['no token', { token: undefined }, 'ACS-308'],
    ['an empty token', { token: '' }, 'ACS-308'],
    ['a token that is a number', { token: 7 }, 'ACS-305'],
    ['a token of two parts', { token: 'header.payload' }, 'ACS-305'],
    ['a token of five parts', { token: 'a.b.c.d.e' }, 'ACS-305'],
    ['a token that somebody else signed', { token: 'aaaa.bbbb.cccc' }, 'ACS-305'],
    ['no appkey', { appkey: undefined }, 'ACS-302'],
    ['an appkey of another application', { appkey: 'another' }, 'ACS-302'],
    ['a displayName that is a number', { displayName: 7 }, 'ACS-302'],
    ['sessionParameters that are a text', { sessionParameters: 'model=1' }, 'ACS-302'],
    ['sessionParameters with a number', { sessionParameters: { model: 1 } }, 'ACS-302'],
    ['sessionParameters with a long key', { sessionParameters: { ['k'.repeat(65)]: 'v' } }, 'ACS-302'],
    ['sessionParameters with a long value', { sessionParameters: { k: 'v'.repeat(257) } }, 'ACS-302'],
    [
      'more than 20 sessionParameters',
      { sessionParameters: Object.fromEntries(Array.from({ length: 21 }, (_, at) => [`k${at}`, 'v'])) },
      'ACS-302',
    ],
  ])('%s is refused with its code', async ([, more, code]) => {
    const page = stage.page();
    const given = { ...(await page.params()), ...bad(more) };
    expect(await page.outcome(page.sdk.init(given))).toMatchObject({ code });
    expect(page.storage.size).toBe(0);
  });

  test.for([[undefined], [null], ['text'], [7], [[]]])(
    '%s in the place of the parameters is ACS-302',
    async ([given]) => {
      const page = stage.page();
      expect(await page.outcome(page.sdk.init(given as never))).toMatchObject({ code: 'ACS-302' });
    },
  );

  test('a slash at the end of the hostURL changes nothing', async () => {
    const page = stage.page();
    await page.init({}, { hostURL: `${stage.center.baseUrl}//` });
    expect(page.names()).toContain('INITIALIZED');
  });

  test('a token with the prefix of the token API is taken', async () => {
    const page = stage.page();
    const { token } = await page.params();
    await page.init({}, { token: `jwt.${token}` });
    expect(page.names()).toContain('INITIALIZED');
  });

  test('an unreachable server is ACS-306', async () => {
    const page = stage.page();
    const params = await page.params();
    stage.center.faults.refuse(true);
    expect(await page.outcome(page.sdk.init(params))).toMatchObject({ code: 'ACS-306' });
  });

  test('after a failed init the next one works', async () => {
    const page = stage.page();
    const params = await page.params();
    await page.outcome(page.sdk.init({ ...params, appkey: 'another' }));
    await page.init();
    expect(page.names().filter((name) => name === 'INITIALIZED')).toHaveLength(1);
  });
});

describe('1.4 configuration', () => {
  test('the seed’s defaults stand where nothing is given, with ACS-201', async () => {
    const page = stage.page();
    await page.outcome(page.sdk.init(await page.params()));
    expect(page.warnings).toEqual(['ACS-201']);
    await stage.center.advance(299_000, 1000);
    expect(page.names()).not.toContain('IDLE_TIMEOUT_EXPIRED');
    await stage.center.advance(1000);
    expect(page.of('IDLE_TIMEOUT_EXPIRED')).toMatchObject([{ gracePeriod: 30 }]);
  });

  test.for([['text'], [7], [true], [[]]])('%s in its place is ACS-303', async ([given]) => {
    const page = stage.page();
    const params = await page.params();
    expect(await page.outcome(page.sdk.init(params, given as never))).toMatchObject({ code: 'ACS-303' });
  });

  test.for<[keyof Config, unknown, string | undefined]>([
    ['reconnectionTimeout', 120, undefined],
    ['reconnectionTimeout', 900, undefined],
    ['reconnectionTimeout', 119, 'ACS-207'],
    ['reconnectionTimeout', 901, 'ACS-207'],
    ['reconnectionTimeout', '300', 'ACS-207'],
    ['idleTimeout', 0, undefined],
    ['idleTimeout', 300, undefined],
    ['idleTimeout', 3300, undefined],
    ['idleTimeout', 299, 'ACS-208'],
    ['idleTimeout', 3301, 'ACS-208'],
    ['idleTimeout', NaN, 'ACS-208'],
    ['idleShutdownGraceTimeout', 30, undefined],
    ['idleShutdownGraceTimeout', 300, undefined],
    ['idleShutdownGraceTimeout', 29, 'ACS-209'],
    ['idleShutdownGraceTimeout', 301, 'ACS-209'],
    ['idleShutdownGraceTimeout', null, 'ACS-209'],
    ['logLevel', 'WARN', undefined],
    ['logLevel', 'LOUD', 'ACS-210'],
    ['logLevel', 3, 'ACS-210'],
  ])('%s %s is warned of with %s', async ([name, value, code]) => {
    const page = stage.page();
    await page.outcome(page.sdk.init(await page.params(), { [name]: value }));
    expect(page.warnings).toEqual(code === undefined ? [] : [code]);
    expect(page.names()).toContain('INITIALIZED');
  });

  test('an idle time of 0 switches the timer off', async () => {
    const page = stage.page();
    await page.init({ idleTimeout: 0 });
    await stage.center.advance(4_000_000, 50_000);
    expect(page.names()).not.toContain('IDLE_TIMEOUT_EXPIRED');
  });

  test('the default log level is ERROR: warnings are silent', async () => {
    const page = stage.page();
    page.sdk.setLogLevel('ERROR');
    await page.outcome(page.sdk.init(await page.params()));
    expect(page.warnings).toEqual([]);
  });
});

describe('1.5 the user context', () => {
  test('is the very object that INITIALIZED carries', async () => {
    const page = stage.page();
    let carried: unknown;
    page.sdk.on('INITIALIZED', (context) => (carried = context));
    expect(await page.init()).toBe(carried);
  });

  test('has the name of the token, the session parameters and no chats at first', async () => {
    const page = stage.page();
    const context = await page.init({}, { displayName: 'Nobody', sessionParameters: { model: 'ABC-123' } });
    expect(context).toEqual({
      displayName: 'Robin',
      engagements: [],
      sessionParameters: { model: 'ABC-123' },
    });
  });

  test('lists the chats of the customer’s other sessions', async () => {
    const first = stage.page();
    await first.init();
    const chat = await first.outcome(first.sdk.createEngagement());
    const context = await stage.page().init();
    expect(context.engagements.map((one) => one.engagementId)).toEqual([
      'code' in chat ? chat.code : chat.engagementId,
    ]);
  });
});
