import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import packageJson from '../../../package.json' with { type: 'json' };
import * as core from '../../../src/facades/omni-sdk/core/index.ts';
import { TextMessage } from '../../../src/facades/omni-sdk/messaging/index.ts';
import { createStage, thrownBy, type Page, type Stage } from './stage.ts';

let stage: Stage;
beforeEach(async () => {
  stage = await createStage();
});
afterEach(() => stage.center.stop());

describe('2.2 the surface', () => {
  test('AxpOmniSdk has the documented members and no others', () => {
    expect(Object.keys(core.AxpOmniSdk).toSorted()).toEqual(
      [
        'init',
        'getDefaultConversation',
        'setJwt',
        'setLogLevel',
        'resetIdleTimeout',
        'shutdown',
        'version',
        'addSdkInitializedListener',
        'removeSdkInitializedListener',
        'addSdkShutdownListener',
        'removeSdkShutdownListener',
        'addIdleTimeOutInvokedListener',
        'removeIdleTimeOutInvokedListener',
      ].toSorted(),
    );
  });

  test('its name before 1.0.0 is the same object', () => {
    expect(core.AxpClientSdk).toBe(core.AxpOmniSdk);
  });

  test('the version is that of the package', () => {
    expect(core.AxpOmniSdk.version()).toBe(packageJson.version);
  });

  test.for<[string, object, readonly string[]]>([
    ['LogLevel', core.LogLevel, ['DEBUG', 'ERROR', 'INFO', 'OFF', 'WARN']],
    ['ShutdownReason', core.ShutdownReason, ['UNKNOWN', 'USER_CLOSED', 'USER_INACTIVE']],
    ['ParticipantType', core.ParticipantType, ['AGENT', 'BOT', 'CUSTOMER', 'SUPERVISOR', 'SYSTEM']],
  ])('the values of %s are their names', ([, values, names]) => {
    expect(Object.entries(values)).toEqual(names.map((name) => [name, name]));
  });

  test('the regions are those of the documents', () => {
    expect(core.AxpRegionConstants).toEqual({
      NORTH_AMERICA: 'na',
      SOUTH_AMERICA: 'sa',
      EUROPE: 'eu',
      UNITED_KINGDOM: 'uk',
      ASIA_PACIFIC: 'ap',
      AUSTRALIA: 'au',
      CANADA: 'ca',
    });
  });
});

describe('2.2 init parameters', () => {
  test.for<[string, Record<string, unknown>, string]>([
    ['no host', { host: undefined }, 'MissingMandatoryParameter'],
    ['an empty host', { host: '' }, 'MissingMandatoryParameter'],
    ['a host that is a number', { host: 7 }, 'ConstraintViolation'],
    ['a host without https', { host: 'http://chat.example.com' }, 'ConstraintViolation'],
    ['a host that runs script', { host: 'javascript:alert(1)' }, 'ConstraintViolation'],
    ['a host with a space', { host: 'chat example' }, 'ConstraintViolation'],
    ['no integrationId', { integrationId: undefined }, 'MissingMandatoryParameter'],
    ['an integrationId that is a number', { integrationId: 7 }, 'ConstraintViolation'],
    ['an integrationId of somebody else', { integrationId: crypto.randomUUID() }, 'Forbidden'],
    ['no appKey', { appKey: undefined }, 'MissingMandatoryParameter'],
    ['an appKey of another application', { appKey: 'another' }, 'Forbidden'],
    ['no token', { token: undefined }, 'MissingMandatoryParameter'],
    ['a token that is a number', { token: 7 }, 'Unauthorized'],
    ['a token of two parts', { token: 'a.b' }, 'Unauthorized'],
    ['a token that somebody else signed', { token: 'aaaa.bbbb.cccc' }, 'Unauthorized'],
    ['no jwtProvider', { jwtProvider: undefined }, 'MissingMandatoryParameter'],
    ['a jwtProvider without a member', { jwtProvider: {} }, 'MissingMandatoryParameter'],
    ['a jwtProvider that is a text', { jwtProvider: 'provider' }, 'MissingMandatoryParameter'],
    ['a displayName that is a number', { displayName: 7 }, 'ConstraintViolation'],
    ['a duration that is a text', { idleTimeoutDuration: '300000' }, 'ConstraintViolation'],
    ['a duration that is no number', { idleShutdownGraceTimeoutDuration: NaN }, 'ConstraintViolation'],
    ['sessionParameters with a number', { sessionParameters: { model: 1 } }, 'ConstraintViolation'],
    [
      'sessionParameters with a long key',
      { sessionParameters: { ['k'.repeat(65)]: 'v' } },
      'ConstraintViolation',
    ],
  ])('%s rejects with its code', async ([, more, code]) => {
    const page = stage.page();
    expect(await page.outcome(page.sdk.init(await page.params(more)))).toMatchObject({ code });
  });

  test.for([[undefined], [null], ['text'], [7], [[]]])('%s in their place is refused', async ([given]) => {
    const page = stage.page();
    expect(await page.outcome(page.sdk.init(given as never))).toMatchObject({
      code: 'MissingMandatoryParameter',
    });
  });

  test.for([['chat.colloquy.test'], ['https://chat.colloquy.test'], ['https://chat.colloquy.test/']])(
    'the host %s is taken',
    async ([host]) => {
      const page = stage.page();
      await page.init({ host });
      expect(page.names()).toContain('SdkInitialized');
    },
  );

  test('a region becomes its host in the vendor’s cloud, with a warning', async () => {
    const page = stage.page();
    await page.outcome(page.sdk.init(await page.params({ host: 'na' })));
    expect(page.log.filter((line) => line.includes('region'))).toHaveLength(1);
  });

  test('the guide’s key JwtProvider is taken in the place of jwtProvider', async () => {
    const page = stage.page();
    await page.init({ jwtProvider: undefined, JwtProvider: page.provider });
    expect(page.names()).toContain('SdkInitialized');
  });

  test('an integration for chats has no default conversation', async () => {
    const page = stage.page({ integrationId: stage.center.chatIntegrationId });
    expect(await page.outcome(page.sdk.init(await page.params()))).toMatchObject({ code: 'BadRequest' });
  });

  test('an unreachable connector is a NetworkError, and the next init works', async () => {
    const page = stage.page();
    const params = await page.params();
    stage.center.faults.refuse(true);
    expect(await page.outcome(page.sdk.init(params))).toMatchObject({ code: 'NetworkError' });
    stage.center.faults.refuse(false);
    await page.init();
    expect(page.of('SdkInitialized')).toHaveLength(1);
  });

  test.for<[unknown, boolean]>([
    ['debug', true],
    ['DEBUG', true],
    ['WARN', false],
    ['loud', false],
    [undefined, false],
  ])('the log level %s decides whether debug lines are written: %s', async ([logLevel, isWritten]) => {
    const page = stage.page();
    await page.init({ logLevel });
    stage.center.faults.dropLine();
    await stage.center.advance(2000);
    expect(page.log.some((line) => line.startsWith('DEBUG'))).toBe(isWritten);
  });
});

describe('2.2 the session', () => {
  test('init resolves to the object that the listeners get', async () => {
    const page = stage.page();
    let carried: unknown;
    page.sdk.addSdkInitializedListener((session) => (carried = session));
    expect(await page.init()).toBe(carried);
  });

  test('it has one conversation, the customer’s name, an id and the session’s parameters', async () => {
    const page = stage.page();
    const session = await page.init({ displayName: 'Nobody', sessionParameters: { model: 'ABC-123' } });
    expect(session).toMatchObject({
      displayName: 'Robin',
      participantId: expect.any(String),
      sessionParameters: { model: 'ABC-123' },
    });
    expect(session.conversations).toHaveLength(1);
    expect(page.sdk.getDefaultConversation()).toBe(session.conversations[0]);
  });

  test('without an enhanced class the conversation is a core one', async () => {
    const page = stage.page();
    const { conversations } = await page.value(page.sdk.init(await page.params()));
    expect(conversations[0]).toBeInstanceOf(core.AxpConversationCore);
    expect(conversations[0]).not.toHaveProperty('sendMessage');
  });

  test('every init begins a session of its own; the conversation is the same', async () => {
    const page = stage.page();
    const first = (await page.init()).conversations[0]?.conversationId;
    await page.value(page.sdk.shutdown());
    expect((await page.init()).conversations[0]?.conversationId).toBe(first);
  });

  test.for<[string, (sdk: core.OmniSdk) => unknown]>([
    ['getDefaultConversation', (sdk) => sdk.getDefaultConversation()],
    ['setJwt', (sdk) => sdk.setJwt('a.b.c')],
    ['resetIdleTimeout', (sdk) => sdk.resetIdleTimeout()],
  ])('%s throws NotInitialized before init, while it runs and after shutdown', async ([, work]) => {
    const page = stage.page();
    expect(thrownBy(() => work(page.sdk))).toBe('NotInitialized');
    const starting = page.sdk.init(await page.params());
    expect(thrownBy(() => work(page.sdk))).toBe('NotInitialized');
    await page.value(starting);
    await page.value(page.sdk.shutdown());
    expect(thrownBy(() => work(page.sdk))).toBe('NotInitialized');
  });

  test('shutdown rejects with NotInitialized where there is no session', async () => {
    const page = stage.page();
    expect(await page.outcome(page.sdk.shutdown())).toMatchObject({ code: 'NotInitialized' });
    await page.init();
    await page.value(page.sdk.shutdown());
    expect(await page.outcome(page.sdk.shutdown())).toMatchObject({ code: 'NotInitialized' });
  });

  test('a second init is AlreadyInitialized, while the first runs and afterwards', async () => {
    const page = stage.page();
    const params = await page.params();
    const first = page.sdk.init(params);
    expect(await page.outcome(page.sdk.init(params))).toMatchObject({ code: 'AlreadyInitialized' });
    await page.value(first);
    expect(await page.outcome(page.sdk.init(params))).toMatchObject({ code: 'AlreadyInitialized' });
  });

  test.for([
    [undefined, 'UNKNOWN'],
    ['USER_CLOSED', 'USER_CLOSED'],
    ['USER_INACTIVE', 'USER_INACTIVE'],
  ] as const)('shutdown(%s) is told once, with the reason %s', async ([reason, told]) => {
    const page = stage.page();
    await page.init();
    await page.value(page.sdk.shutdown(reason));
    expect(page.of('SdkShutdown')).toEqual([
      { eventDate: expect.any(Date), sessionId: expect.any(String), reason: told },
    ]);
  });

  test('a reason that there is not is refused, and the session goes on', async () => {
    const page = stage.page();
    await page.init();
    const refused = page.sdk.shutdown('LUNCH' as never);
    expect(await page.outcome(refused)).toMatchObject({ code: 'ConstraintViolation' });
    expect(page.conversation().conversationId).not.toBe('');
  });

  test('shutdown cleans up where the server cannot be reached', async () => {
    const page = stage.page();
    await page.init();
    stage.center.faults.refuse(true);
    await page.value(page.sdk.shutdown());
    expect(page.of('SdkShutdown')).toHaveLength(1);
    stage.center.faults.refuse(false);
    await page.init();
    expect(page.of('SdkInitialized')).toHaveLength(2);
  });
});

describe('2.2 nothing hangs', () => {
  const HOUR_MS = 3_600_000;

  test('init settles where the connector never answers', async () => {
    const page = stage.page();
    const params = await page.params();
    stage.center.faults.delay(HOUR_MS);
    expect(await page.outcome(page.sdk.init(params))).toMatchObject({ code: 'NetworkError' });
  });

  test('init settles where fetchJwt never answers', async () => {
    const page = stage.page();
    const jwtProvider = { fetchJwt: () => new Promise<string>(() => undefined) };
    const starting = page.sdk.init(await page.params({ token: undefined, jwtProvider }));
    expect(await page.outcome(starting)).toMatchObject({ code: 'Unauthorized' });
  });

  test('messages, the past and shutdown settle where the connector falls silent', async () => {
    const page = stage.page();
    await page.init();
    const conversation = page.conversation();
    stage.center.faults.delay(HOUR_MS);
    const outcomes = await Promise.all([
      page.outcome(conversation.sendMessage(new TextMessage('Hello'))),
      page.outcome(conversation.getMessages()),
    ]);
    expect(outcomes).toMatchObject([{ code: 'NetworkError' }, { code: 'NetworkError' }]);
    await page.value(page.sdk.shutdown());
    expect(page.of('SdkShutdown')).toHaveLength(1);
  });

  test('shutdown while init runs is refused, and the session comes to stand', async () => {
    const page = stage.page();
    const starting = page.sdk.init(await page.params());
    expect(await page.outcome(page.sdk.shutdown())).toMatchObject({ code: 'NotInitialized' });
    await page.value(starting);
    expect(page.of('SdkInitialized')).toHaveLength(1);
  });

  test('a session that the server ends is told of, and the next init works', async () => {
    const page = stage.page();
    await page.init();
    const { sessionId } = page.of('EventStreamConnected')[0] ?? {};
    await endOnServer(page, String(sessionId));
    await stage.center.advance(60_000, 1000);
    expect(page.of('EventStreamFailed').at(-1)).toMatchObject({ reason: 'SDK_SESSION_INVALID' });
    expect(page.of('SdkShutdown')).toMatchObject([{ reason: 'UNKNOWN' }]);
    expect(thrownBy(() => page.sdk.getDefaultConversation())).toBe('NotInitialized');
    await page.init();
  });
});

/** As another client of the customer would. */
async function endOnServer(page: Page, sessionId: string): Promise<void> {
  const token = await page.freshToken();
  const { appKey } = await page.params();
  const url = `${stage.center.baseUrl}/chat/v1/sessions/${sessionId}?reason=UNKNOWN`;
  const headers = { authorization: `Bearer ${token}`, appkey: appKey };
  const response = await stage.center.world.fetch(new Request(url, { method: 'DELETE', headers }));
  expect(response.status).toBeLessThan(300);
}

describe('2.2 listeners', () => {
  test('several may listen; each goes by its own id; one that throws disturbs nobody', async () => {
    const page = stage.page();
    const heard: string[] = [];
    const ids = ['first', 'second', 'third'].map((name) =>
      page.sdk.addSdkInitializedListener(() => {
        heard.push(name);
        throw new Error('of the page');
      }),
    );
    expect(new Set(ids).size).toBe(3);
    page.sdk.removeSdkInitializedListener(ids[1] ?? '');
    page.sdk.removeSdkInitializedListener('unknown');
    await page.init();
    expect(heard).toEqual(['first', 'third']);
  });

  test('what is no function is refused', () => {
    const page = stage.page();
    expect(thrownBy(() => page.sdk.addSdkShutdownListener('text' as never))).toBe('ConstraintViolation');
  });

  test('a log level that there is not is refused', () => {
    const page = stage.page();
    expect(thrownBy(() => page.sdk.setLogLevel('LOUD' as never))).toBe('ConstraintViolation');
  });
});

describe('2.2 idle time, in milliseconds', () => {
  test('IdleTimeout after the configured time, shutdown after the grace', async () => {
    const page = stage.page();
    await page.init({ idleTimeoutDuration: 300_000, idleShutdownGraceTimeoutDuration: 60_000 });
    await stage.center.advance(299_000, 5000);
    expect(page.of('IdleTimeOutInvoked')).toEqual([]);
    await stage.center.advance(1500);
    expect(page.of('IdleTimeOutInvoked')).toEqual([
      { eventDate: expect.any(Date), sessionId: expect.any(String), gracePeriod: 60_000 },
    ]);
    await stage.center.advance(61_000, 5000);
    expect(page.of('SdkShutdown')).toMatchObject([{ reason: 'USER_INACTIVE' }]);
    expect(thrownBy(() => page.sdk.getDefaultConversation())).toBe('NotInitialized');
  });

  test('the defaults are 15 minutes and 30 seconds', async () => {
    const page = stage.page();
    await page.init({ jwtProvider: { fetchJwt: page.freshToken } });
    await stage.center.advance(895_000, 10_000);
    expect(page.of('IdleTimeOutInvoked')).toEqual([]);
    await stage.center.advance(10_000, 1000);
    expect(page.of('IdleTimeOutInvoked')).toMatchObject([{ gracePeriod: 30_000 }]);
  });

  test('resetIdleTimeout in the grace begins anew', async () => {
    const page = stage.page();
    await page.init({ idleTimeoutDuration: 300_000, idleShutdownGraceTimeoutDuration: 30_000 });
    await stage.center.advance(310_000, 5000);
    page.sdk.resetIdleTimeout();
    await stage.center.advance(200_000, 5000);
    expect(page.of('SdkShutdown')).toEqual([]);
    expect(page.of('IdleTimeOutInvoked')).toHaveLength(1);
  });
});
