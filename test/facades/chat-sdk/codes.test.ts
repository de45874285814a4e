import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  ACSException,
  ERRORS,
  WARNINGS,
  type ChatEngagement,
  type SDKInitParams,
} from '../../../src/facades/chat-sdk/index.ts';
import { PROBLEM_CODES, problemOf, type ProblemCode } from '../../../src/protocol/index.ts';
import { acsErrorOf, ALWAYS, AT } from '../../../src/facades/chat-sdk/acsErrorOf.ts';
import { ChatClientError } from '../../../src/client/index.ts';
import { ROOT } from '../../../scripts/root.ts';
import { createStage, thrownBy, type Page, type Stage } from './stage.ts';

/** In the order of the table's columns. */
const MOMENTS = ['init', 'engagement', 'join', 'send', 'messages', 'older-messages', 'update'] as const;

let stage: Stage;
let page: Page;
/** Answers in the place of the connector, where it answers at all. */
let instead: (request: Request) => Response | undefined = () => undefined;
beforeEach(async () => {
  stage = await createStage();
  instead = () => undefined;
  page = pageWithRoad();
});
afterEach(() => stage.center.stop());

function pageWithRoad(options: Parameters<Stage['page']>[0] = {}): Page {
  const { fetch } = stage.center.world;
  const world = { fetch: async (request: Request) => instead(request) ?? fetch(request) };
  return stage.page({ ...options, world });
}

const refusal = (code: ProblemCode): Response =>
  Response.json(problemOf(code), {
    status: problemOf(code).status,
    headers: { 'content-type': 'application/problem+json' },
  });
const asks = (request: Request, method: string, end: RegExp): boolean =>
  request.method === method && end.test(new URL(request.url).pathname);

async function chat(): Promise<ChatEngagement> {
  const made = await page.outcome(page.sdk.createEngagement());
  if ('code' in made) throw new Error(made.code);
  await stage.center.settle();
  return made;
}

const codeOfInit = async (given: Partial<Record<keyof SDKInitParams, unknown>>, config?: unknown) =>
  page.outcome(page.sdk.init({ ...(await page.params()), ...given } as SDKInitParams, config as object));

/** Each error code of axp.md 1.9, by the shortest way there. */
const WAYS: Readonly<Record<keyof typeof ERRORS, () => Promise<unknown>>> = {
  'ACS-301': () => codeOfInit({ hostURL: undefined }),
  'ACS-302': () => codeOfInit({ sessionParameters: 'none' }),
  'ACS-303': () => codeOfInit({}, 'fast, please'),
  async 'ACS-304'() {
    instead = () => new Response('<h1>Welcome to our hotel</h1>', { status: 200 });
    return codeOfInit({});
  },
  'ACS-305': () => codeOfInit({ token: 'aaaa.bbbb.cccc' }),
  async 'ACS-306'() {
    const params = await page.params();
    stage.center.faults.refuse(true);
    return page.outcome(page.sdk.init(params));
  },
  'ACS-307': () => codeOfInit({ integrationId: crypto.randomUUID() }),
  'ACS-308': () => codeOfInit({ token: '' }),
  'ACS-309': () => codeOfInit({ hostURL: 'ftp://chat.example.com' }),
  'ACS-310': () => page.outcome(page.sdk.getEngagements()),
  async 'ACS-311'() {
    instead = () => refusal('origin-refused');
    return codeOfInit({});
  },
  async 'ACS-312'() {
    await page.init();
    const one = await chat();
    await page.outcome(one.disconnect());
    await stage.center.settle();
    return page.outcome(one.join());
  },
  async 'ACS-313'() {
    await page.init();
    const one = await chat();
    const other = stage.page();
    await other.init();
    const same = await other.outcome(other.sdk.getEngagementById(one.engagementId));
    return same && 'sendMessage' in same && other.outcome(same.sendMessage('Hello'));
  },
  async 'ACS-314'() {
    await page.init();
    const one = await chat();
    await page.outcome(one.disconnect());
    await stage.center.settle();
    return page.outcome(one.sendMessage('Hello'));
  },
  async 'ACS-315'() {
    await page.init();
    return page.outcome((await chat()).join());
  },
  async 'ACS-316'() {
    await page.init();
    const one = await chat();
    stage.center.faults.refuse(true);
    return page.outcome(one.getMessages());
  },
  async 'ACS-317'() {
    await page.init();
    const one = await chat();
    for (let at = 0; at < 55; at++) await page.outcome(one.sendMessage(`m${at}`));
    const iterator = await page.outcome(one.getMessages(40));
    instead = (request) => (asks(request, 'GET', /history$/) ? refusal('internal') : undefined);
    return 'previous' in iterator && page.outcome(iterator.previous());
  },
  async 'ACS-318'() {
    await page.init();
    return { code: thrownBy(() => page.sdk.retryConnection()) };
  },
  async 'ACS-319'() {
    await page.init();
    const one = await chat();
    instead = (request) => (request.method === 'GET' ? undefined : refusal('upstream-refused'));
    return page.outcome(one.disconnect());
  },
  async 'ACS-320'() {
    await page.init();
    const { token, appkey } = await page.params();
    const address = `${stage.center.baseUrl}/chat/v1/sessions/${page.storage.get('ccaasClientSessionId')}`;
    const headers = { authorization: `Bearer ${token}`, appkey };
    await stage.center.world.fetch(new Request(address, { method: 'DELETE', headers }));
    await stage.center.settle();
    return page.outcome(page.sdk.createEngagement());
  },
  async 'ACS-321'() {
    const params = await page.params();
    const first = page.sdk.init(params);
    const second = await page.outcome(page.sdk.init(params));
    await page.outcome(first);
    return second;
  },
  async 'ACS-322'() {
    await page.init();
    return page.outcome((await chat()).sendMessage('x'.repeat(4097)));
  },
};

describe('1.9 every error is reached', () => {
  test('the table has all twenty-two', () => {
    expect(Object.keys(WAYS)).toEqual(Object.keys(ERRORS));
    expect(Object.keys(ERRORS)).toEqual(Array.from({ length: 22 }, (_, at) => `ACS-${301 + at}`));
  });

  test.for(Object.entries(WAYS))('%s', async ([code, reach]) => {
    expect(await reach()).toMatchObject({ code });
  });
});

/** Each warning of axp.md 1.9. */
const REASONS: Readonly<Record<keyof typeof WARNINGS, () => Promise<unknown>>> = {
  'ACS-201': () => codeOfInit({}),
  'ACS-202': async () => page.sdk.off(),
  'ACS-203': async () => page.sdk.on('IDLE_TIMEOUT' as 'SHUTDOWN', () => undefined),
  async 'ACS-204'() {
    await page.init();
    expect(await codeOfInit({})).toEqual({ code: 'ACS-204' });
  },
  async 'ACS-205'() {
    page.sdk.off('SHUTDOWN');
    page.sdk.off('SHUTDOWN');
  },
  async 'ACS-206'() {
    await page.init();
    await stage.center.advance(301_000, 1000);
  },
  'ACS-207': () => codeOfInit({}, { reconnectionTimeout: 1 }),
  'ACS-208': () => codeOfInit({}, { idleTimeout: 1 }),
  'ACS-209': () => codeOfInit({}, { idleShutdownGraceTimeout: 1 }),
  'ACS-210': async () => page.sdk.setLogLevel('LOUD' as 'WARN'),
  async 'ACS-211'() {
    await page.init();
    await page.outcome((await chat()).getMessages(51));
  },
  async 'ACS-212'() {
    page = pageWithRoad({ broken: 'read' });
    await page.init();
  },
  async 'ACS-213'() {
    page = pageWithRoad({ broken: 'write' });
    await page.init();
  },
};

describe('1.9 every warning is logged', () => {
  test('the table has all thirteen', () => {
    expect(Object.keys(REASONS)).toEqual(Object.keys(WARNINGS));
    expect(Object.keys(WARNINGS)).toEqual(Array.from({ length: 13 }, (_, at) => `ACS-${201 + at}`));
  });

  test.for(Object.entries(REASONS))('%s', async ([code, give]) => {
    await give();
    expect(page.warnings).toContain(code);
  });
});

describe('1.9 the exception', () => {
  test('is an Error with a code, a message, a name and a text', () => {
    const fault = new ACSException('ACS-310');
    expect(fault).toBeInstanceOf(Error);
    expect([fault.code, fault.name, fault.message]).toEqual([
      'ACS-310',
      'ACSException',
      'The SDK is not initialised',
    ]);
    expect(String(fault)).toBe('ACSException: ACS-310: The SDK is not initialised');
  });

  test('keeps what lies behind it', () => {
    const cause = new ChatClientError('rate-limited', 'Slow down');
    expect(acsErrorOf(cause, 'send').cause).toBe(cause);
    expect(acsErrorOf(cause, 'send').message).toContain('Slow down');
  });

  test('no row of the table of refusals stands twice', () => {
    const twice = Object.values(AT).flatMap((row) =>
      Object.entries(row).filter(([code, acs]) => ALWAYS[code as ProblemCode] === acs),
    );
    expect(twice).toEqual([]);
  });
});

describe('1.9 the documented table of refusals', () => {
  const rows = [
    ...readFileSync(join(ROOT, 'docs/migration.md'), 'utf8').matchAll(
      /^\| `([a-z-]+)` +\| (\d{3}|–) +\|((?: \d{3} +\|){7})$/gm,
    ),
  ].map(([, code = '', status = '', cells = '']) => ({ code, status, cells: cells.match(/\d{3}/g) ?? [] }));

  test('has every refusal of the connector', () => {
    expect(rows.map(({ code }) => code)).toEqual(expect.arrayContaining([...PROBLEM_CODES]));
  });

  test.for(rows)('$code', ({ code, status, cells }) => {
    const of = code as ProblemCode;
    const fault = new ChatClientError(of, '');
    expect(cells).toEqual(MOMENTS.map((moment) => acsErrorOf(fault, moment).code.slice(4)));
    expect(status).toBe(PROBLEM_CODES.includes(of) ? String(problemOf(of).status) : '–');
  });
});
