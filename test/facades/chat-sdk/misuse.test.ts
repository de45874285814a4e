import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type {
  ChatEngagement,
  ChatMessage,
  ChatSdk,
  PageIterator,
} from '../../../src/facades/chat-sdk/index.ts';
import { createStage, thrownBy, type Page, type Stage } from './stage.ts';

let stage: Stage;
let page: Page;
/** Answers in the place of the connector, where it answers at all. */
let instead: (() => Promise<Response>) | undefined;
beforeEach(async () => {
  stage = await createStage();
  instead = undefined;
  const { fetch } = stage.center.world;
  page = stage.page({ world: { fetch: (request) => instead?.() ?? fetch(request) } });
});
afterEach(() => stage.center.stop());

async function chat(): Promise<ChatEngagement> {
  const made = await page.outcome(page.sdk.createEngagement());
  if ('code' in made) throw new Error(made.code);
  await stage.center.settle();
  return made;
}

/** The code with which a call ends, at once or later; 'nothing' where it succeeds. */
async function codeOfCall(call: () => unknown): Promise<string> {
  let answer: unknown;
  const thrown = thrownBy(() => (answer = call()));
  if (thrown !== 'nothing') return thrown;
  const settled = await page.outcome(Promise.resolve(answer));
  const isFault = typeof settled === 'object' && settled !== null && 'code' in settled;
  return isFault ? String(settled.code) : 'nothing';
}

type Call = (sdk: ChatSdk) => unknown;

/** What wants a session. */
const IN_SESSION: readonly [string, Call][] = [
  ['createEngagement', (sdk) => sdk.createEngagement()],
  ['getEngagements', (sdk) => sdk.getEngagements()],
  ['getEngagementById', (sdk) => sdk.getEngagementById(crypto.randomUUID())],
  ['resetIdleTimeout', (sdk) => sdk.resetIdleTimeout()],
  ['retryConnection', (sdk) => sdk.retryConnection()],
  ['setJwtToken', (sdk) => sdk.setJwtToken('aaaa.bbbb.cccc')],
  ['shutdown', (sdk) => sdk.shutdown()],
];
/** What wants none. */
const ALWAYS: readonly [string, Call][] = [
  ['on', (sdk) => sdk.on('SHUTDOWN', () => undefined)],
  ['off', (sdk) => sdk.off()],
  ['setLogLevel', (sdk) => sdk.setLogLevel('WARN')],
  ['version', (sdk) => sdk.version()],
];

describe('1.2 misuse: calls at the wrong time', () => {
  test.for(IN_SESSION)('%s before init is ACS-310', async ([, call]) => {
    expect(await codeOfCall(() => call(page.sdk))).toBe('ACS-310');
  });

  test.for(IN_SESSION)('%s during init is ACS-321', async ([, call]) => {
    const init = page.sdk.init(await page.params());
    expect(await codeOfCall(() => call(page.sdk))).toBe('ACS-321');
    expect(await page.outcome(init)).toHaveProperty('engagements');
  });

  test.for(IN_SESSION)('%s during shutdown is ACS-321', async ([, call]) => {
    await page.init();
    const shutdown = page.sdk.shutdown();
    expect(await codeOfCall(() => call(page.sdk))).toBe('ACS-321');
    expect(await page.outcome(shutdown)).toBeUndefined();
  });

  test.for(IN_SESSION)('%s after shutdown is ACS-310', async ([, call]) => {
    await page.init();
    await page.outcome(page.sdk.shutdown());
    expect(await codeOfCall(() => call(page.sdk))).toBe('ACS-310');
  });

  test.for(IN_SESSION)('%s after an init that failed is ACS-310', async ([, call]) => {
    await page.outcome(page.sdk.init({ ...(await page.params()), token: '' }));
    expect(await codeOfCall(() => call(page.sdk))).toBe('ACS-310');
  });

  test.for(ALWAYS)('%s works before init, during it, during shutdown and after it', async ([, call]) => {
    const codes = [await codeOfCall(() => call(page.sdk))];
    const init = page.sdk.init(await page.params());
    codes.push(await codeOfCall(() => call(page.sdk)));
    await page.outcome(init);
    const shutdown = page.sdk.shutdown();
    codes.push(await codeOfCall(() => call(page.sdk)));
    await page.outcome(shutdown);
    codes.push(await codeOfCall(() => call(page.sdk)));
    expect(codes).toEqual(['nothing', 'nothing', 'nothing', 'nothing']);
  });

  test('init during shutdown is ACS-321, after it a new session', async () => {
    await page.init();
    const params = await page.params();
    const shutdown = page.sdk.shutdown();
    expect(await codeOfCall(() => page.sdk.init(params))).toBe('ACS-321');
    await page.outcome(shutdown);
    expect(await codeOfCall(() => page.sdk.init(params))).toBe('nothing');
  });
});

describe('1.2 misuse: calls twice', () => {
  test('init at once: the second is ACS-321, the first goes on', async () => {
    const params = await page.params();
    const first = page.sdk.init(params);
    expect(await codeOfCall(() => page.sdk.init(params))).toBe('ACS-321');
    expect(await page.outcome(first)).toHaveProperty('engagements');
  });

  test('init again: ACS-204, and the session goes on', async () => {
    await page.init();
    expect(await codeOfCall(async () => page.sdk.init(await page.params()))).toBe('ACS-204');
    expect(await codeOfCall(() => page.sdk.getEngagements())).toBe('nothing');
  });

  test('shutdown at once: the second is ACS-321, and SHUTDOWN is told once', async () => {
    await page.init();
    const first = page.sdk.shutdown();
    expect(await codeOfCall(() => page.sdk.shutdown())).toBe('ACS-321');
    await page.outcome(first);
    expect(page.of('SHUTDOWN')).toHaveLength(1);
  });

  test('createEngagement at once makes two chats', async () => {
    await page.init();
    await page.outcome(Promise.all([page.sdk.createEngagement(), page.sdk.createEngagement()]));
    const all = await page.outcome(page.sdk.getEngagements());
    expect(new Set(Array.isArray(all) ? all.map((one) => one.engagementId) : []).size).toBe(2);
  });

  test('disconnect at once settles both, and the chat ends once', async () => {
    await page.init();
    const one = await chat();
    const codes = [one.disconnect(), one.disconnect()].map((promise) => codeOfCall(() => promise));
    expect((await Promise.all(codes))[0]).toBe('nothing');
    await stage.center.settle();
    expect(page.of('ENGAGEMENT_TERMINATED')).toHaveLength(1);
  });

  test('sendMessage at once sends both, in order', async () => {
    await page.init();
    const one = await chat();
    await page.outcome(Promise.all([one.sendMessage('First'), one.sendMessage('Second')]));
    await stage.center.settle();
    const texts = page.of('MESSAGE_DELIVERED').map(({ body }) => Object(body).elementText.text);
    expect(texts).toEqual(['First', 'Second']);
  });

  test('off of the same event twice warns, no more', async () => {
    page.sdk.off('SHUTDOWN');
    expect(await codeOfCall(() => page.sdk.off('SHUTDOWN'))).toBe('nothing');
    expect(page.warnings).toEqual(['ACS-205']);
  });
});

const LONG = 'x'.repeat(4097);
const MANY = Object.fromEntries(Array.from({ length: 21 }, (_, at) => [`k${at}`, 'v']));

/** Wrong types and values out of their bounds. */
const WRONG: readonly [string, string, (sdk: ChatSdk, one: ChatEngagement) => unknown][] = [
  ['createEngagement of a text', 'ACS-322', (sdk) => sdk.createEngagement('topic' as never)],
  ['createEngagement of a number inside', 'ACS-322', (sdk) => sdk.createEngagement({ balance: 1 as never })],
  ['createEngagement of 21 entries', 'ACS-322', (sdk) => sdk.createEngagement(MANY)],
  ['createEngagement of a long key', 'ACS-322', (sdk) => sdk.createEngagement({ ['k'.repeat(65)]: 'v' })],
  ['createEngagement of a long value', 'ACS-322', (sdk) => sdk.createEngagement({ k: 'v'.repeat(257) })],
  ['getEngagementById of nothing', 'ACS-322', (sdk) => sdk.getEngagementById(undefined as never)],
  ['getEngagementById of a number', 'ACS-322', (sdk) => sdk.getEngagementById(7 as never)],
  ['on without a handler', 'ACS-322', (sdk) => sdk.on('SHUTDOWN', undefined as never)],
  ['on with a text', 'ACS-322', (sdk) => sdk.on('SHUTDOWN', 'alert(1)' as never)],
  ['shutdown for a reason that is none', 'ACS-322', (sdk) => sdk.shutdown('BORED' as never)],
  ['setJwtToken of a number', 'ACS-305', (sdk) => sdk.setJwtToken(7 as never)],
  ['setJwtToken of nothing', 'ACS-308', (sdk) => sdk.setJwtToken(undefined as never)],
  ['retryConnection without a failure', 'ACS-318', (sdk) => sdk.retryConnection()],
  ['sendMessage of nothing', 'ACS-322', (_, one) => one.sendMessage(undefined as never)],
  ['sendMessage of an object', 'ACS-322', (_, one) => one.sendMessage({ text: 'Hello' } as never)],
  ['sendMessage of an empty text', 'ACS-322', (_, one) => one.sendMessage('')],
  ['sendMessage of 4097 characters', 'ACS-322', (_, one) => one.sendMessage(LONG)],
  ['sendMessage with a parent that is no UUID', 'ACS-322', (_, one) => one.sendMessage('Hello', 'first')],
  ['sendMessage with a number as parent', 'ACS-322', (_, one) => one.sendMessage('Hello', 7 as never)],
  ['disconnect for a reason that is none', 'ACS-322', (_, one) => one.disconnect('BORED' as never)],
  ['getParticipantById of a number', 'ACS-322', (_, one) => one.getParticipantById(7 as never)],
];

/** Warned of, and answered all the same. */
const BENT: readonly [string, string, (sdk: ChatSdk, one: ChatEngagement) => unknown][] = [
  ['on of an event that is none', 'ACS-203', (sdk) => sdk.on('IDLE_TIMEOUT' as never, () => undefined)],
  ['off of an event that is none', 'ACS-203', (sdk) => sdk.off(7 as never)],
  ['setLogLevel of a level that is none', 'ACS-210', (sdk) => sdk.setLogLevel('LOUD' as never)],
  ['setLogLevel of a number', 'ACS-210', (sdk) => sdk.setLogLevel(3 as never)],
  ['getMessages of 51', 'ACS-211', (_, one) => one.getMessages(51)],
  ['getMessages of a text', 'ACS-211', (_, one) => one.getMessages('10' as never)],
];

describe('1.2 misuse: wrong types and values', () => {
  test.for(WRONG)('%s is %s, and the session goes on', async ([, code, call]) => {
    await page.init();
    const one = await chat();
    expect(await codeOfCall(() => call(page.sdk, one))).toBe(code);
    expect(await codeOfCall(() => one.sendMessage('Still here'))).toBe('nothing');
  });

  test.for(BENT)('%s is warned of with %s', async ([, code, call]) => {
    await page.init();
    const one = await chat();
    expect(await codeOfCall(() => call(page.sdk, one))).toBe('nothing');
    expect(page.warnings).toContain(code);
  });
});

type Use = (one: ChatEngagement, iterator: PageIterator<ChatMessage>) => unknown;
const OF_ENGAGEMENT: readonly [string, Use][] = [
  ['join', (one) => one.join()],
  ['disconnect', (one) => one.disconnect()],
  ['sendMessage', (one) => one.sendMessage('Hello')],
  ['getMessages', (one) => one.getMessages()],
  ['getParticipantById', (one) => one.getParticipantById('anybody')],
  ['getParticipants', (one) => one.getParticipants()],
  ['participants', (one) => one.participants],
  ['engagementStatus', (one) => one.engagementStatus],
  ['lastUpdatedAt', (one) => one.lastUpdatedAt],
];

describe('1.6 misuse: an engagement of a session that is over', () => {
  test.for(OF_ENGAGEMENT)('%s is ACS-310 after shutdown, also when a new session runs', async ([, use]) => {
    await page.init();
    const one = await chat();
    const iterator = await page.outcome(one.getMessages());
    if ('code' in iterator) throw new Error(iterator.code);
    await page.outcome(page.sdk.shutdown());
    expect(await codeOfCall(() => use(one, iterator))).toBe('ACS-310');
    await page.init();
    expect(await codeOfCall(() => use(one, iterator))).toBe('ACS-310');
  });

  test('its id and its birthday stay readable', async () => {
    await page.init();
    const one = await chat();
    await page.outcome(page.sdk.shutdown());
    expect([one.engagementId.length, one.createdAt]).toEqual([36, expect.any(Date)]);
  });

  test('messages under way when the session ends are ACS-310', async () => {
    await page.init();
    const one = await chat();
    stage.center.faults.refuse(true);
    const sending = one.sendMessage('Too late');
    const shutdown = page.sdk.shutdown();
    expect(await codeOfCall(() => sending)).toBe('ACS-310');
    expect(await codeOfCall(() => shutdown)).toBe('nothing');
  });
});

/** Servers that are no good. */
const SERVERS: Readonly<Record<string, () => Promise<Response>>> = {
  'that never answers': () => new Promise(() => undefined),
  'that cannot be reached': () => Promise.reject(new TypeError('Failed to fetch')),
  'that answers 500': () => Promise.resolve(new Response(null, { status: 500 })),
  'that is a hotel’s portal': () => Promise.resolve(new Response('<h1>Welcome</h1>', { status: 200 })),
  'that answers 404 in its own words': () => Promise.resolve(new Response('Not here', { status: 404 })),
};
const PROMISES: readonly [string, (sdk: ChatSdk, one: ChatEngagement) => Promise<unknown>][] = [
  ['createEngagement', (sdk) => sdk.createEngagement()],
  ['getEngagements', (sdk) => sdk.getEngagements()],
  ['getEngagementById', (sdk) => sdk.getEngagementById(crypto.randomUUID())],
  ['sendMessage', (_, one) => one.sendMessage('Hello')],
  ['getMessages', (_, one) => one.getMessages()],
  ['disconnect', (_, one) => one.disconnect()],
];

describe.for(Object.entries(SERVERS))('1.9 nothing hangs with a server %s', ([, answer]) => {
  test('init settles with a code', async () => {
    const params = await page.params();
    instead = answer;
    expect(await codeOfCall(() => page.sdk.init(params))).toMatch(/^ACS-3\d\d$/);
    instead = undefined;
    expect(await codeOfCall(() => page.sdk.init(params))).toBe('nothing');
  });

  test.for(PROMISES)('%s settles with a code', async ([, call]) => {
    await page.init();
    const one = await chat();
    instead = answer;
    expect(await codeOfCall(() => call(page.sdk, one))).toMatch(/^ACS-3\d\d$/);
  });

  test('join settles with a code', async () => {
    const other = stage.page();
    await other.init();
    const made = await other.outcome(other.sdk.createEngagement());
    await page.init();
    const same = await page.outcome(page.sdk.getEngagementById('code' in made ? '' : made.engagementId));
    if (!same || 'code' in same) throw new Error('not found');
    instead = answer;
    expect(await codeOfCall(() => same.join())).toMatch(/^ACS-3\d\d$/);
  });

  test('shutdown settles, and the page can begin anew', async () => {
    await page.init();
    instead = answer;
    expect(await codeOfCall(() => page.sdk.shutdown())).toBe('nothing');
    instead = undefined;
    await page.init();
  });
});
