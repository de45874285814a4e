import { describe, expect, test } from 'vitest';
import { createTokenKeeper } from '../../src/client/auth/tokenKeeper.ts';
import { createHttp, noBody } from '../../src/client/http.ts';
import { createSeededRandom, createSimulatedClock, decode, silentLogger } from '../../src/lib/index.ts';
import { problemOf } from '../../src/protocol/index.ts';
import { advance, settle } from './settle.ts';

function set(answer: (request: Request, call: number) => Response | Promise<Response>) {
  const clock = createSimulatedClock();
  const requests: Request[] = [];
  let provided = 0;
  const tokens = createTokenKeeper({
    clock,
    random: createSeededRandom(1),
    logger: silentLogger,
    provider: async () => ({ token: `token-${++provided}`, appkey: 'key' }),
    emit: () => undefined,
  });
  const http = createHttp({
    baseUrl: 'https://far.test/base/',
    clock,
    tokens,
    logger: silentLogger,
    fetch: async (request) => {
      requests.push(request);
      return answer(request, requests.length);
    },
  });
  const get = () =>
    http.call({
      method: 'GET',
      path: '/x',
      query: { a: '1 2', b: undefined },
      decoder: decode.object({ ok: decode.boolean }),
    });
  return { clock, http, requests, get, provided: () => provided };
}

const problem = (code: Parameters<typeof problemOf>[0], headers = {}): Response => {
  const body = problemOf(code, { detail: 'because' });
  return new Response(JSON.stringify(body), { status: body.status, headers });
};

test('carries token and appkey in headers, and no cookie', async () => {
  const { get, requests } = set(() => Response.json({ ok: true }));
  expect(await get()).toEqual({ ok: true });
  const [request] = requests;
  expect(request?.url).toBe('https://far.test/base/x?a=1+2');
  expect(request?.headers.get('authorization')).toBe('Bearer token-1');
  expect(request?.headers.get('appkey')).toBe('key');
  expect(request?.credentials).toBe('omit');
});

describe('a refused token', () => {
  test('leads to one fresh one and one repeat, shared by all', async () => {
    const { get, requests, provided } = set((request) =>
      request.headers.get('authorization') === 'Bearer token-1'
        ? problem('token-expired')
        : Response.json({ ok: true }),
    );
    await Promise.all([get(), get(), get()]);
    expect(provided()).toBe(2);
    expect(requests).toHaveLength(6);
  });

  test('refused again is told, not tried for ever', async () => {
    const { get, requests } = set(() => problem('unauthenticated'));
    await expect(get()).rejects.toMatchObject({ code: 'unauthenticated', facts: { status: 401 } });
    expect(requests).toHaveLength(2);
  });
});

test.each([
  ['our problem', () => problem('too-long'), { code: 'too-long', retryable: false, message: 'because' }],
  [
    'a time to wait',
    () => problem('rate-limited', { 'retry-after': '7' }),
    { code: 'rate-limited', retryable: true, facts: { retryAfterSeconds: 7 } },
  ],
  ['a proxy’s page', () => new Response('<html>', { status: 502 }), { code: 'internal', retryable: true }],
  ['a foreign 403', () => new Response('', { status: 403 }), { code: 'unexpected-answer', retryable: true }],
  ['a foreign 404', () => new Response('', { status: 404 }), { code: 'unexpected-answer', retryable: true }],
  ['a captive portal', () => new Response('<html>'), { code: 'unexpected-answer', retryable: true }],
  ['another shape', () => Response.json({ ok: 'yes' }), { code: 'unexpected-answer' }],
  ['nobody', () => Promise.reject(new TypeError('x')), { code: 'unreachable', retryable: true }],
] as const)('%s becomes the one error', async (_name, answer, expected) => {
  const { get } = set(answer);
  await expect(get()).rejects.toMatchObject({ name: 'ChatClientError', ...expected });
});

test('an answer that never comes is given up, and nothing is left running', async () => {
  const { clock, get } = set(() => new Promise(() => undefined));
  const asked = get().catch((fault: unknown) => fault);
  await advance(clock, 20_000, 5000);
  expect(await asked).toMatchObject({ code: 'unreachable' });
  expect(clock.pending).toBe(0);
});

test('a caller may give up', async () => {
  const { clock, http } = set(() => new Promise(() => undefined));
  const controller = new AbortController();
  const asked = http.call({
    method: 'POST',
    path: '/x',
    json: {},
    decoder: noBody,
    signal: controller.signal,
  });
  const fault = asked.catch((error: unknown) => error);
  await settle();
  controller.abort();
  expect(await fault).toMatchObject({ code: 'unreachable' });
  expect(clock.pending).toBe(0);
});

describe('a road that may be another one', () => {
  const never = (): Promise<Response> => new Promise(() => undefined);
  const post = () => ({ method: 'POST', path: '/x', json: {}, decoder: noBody }) as const;

  test('is waited for 5 s more by what may be asked twice, however often it is told', async () => {
    const { clock, http, get } = set(never);
    const asked = [get(), http.call({ ...post(), again: true })];
    const settled = Promise.allSettled(asked);
    await settle();
    clock.advance(1000);
    http.hurry();
    clock.advance(4000);
    http.hurry();
    clock.advance(1000);
    expect(await settled).toMatchObject([
      { reason: { code: 'unreachable' } },
      { reason: { code: 'unreachable' } },
    ]);
  });

  test('changes nothing for what must not be asked twice', async () => {
    const { clock, http } = set(never);
    let isOver = false;
    const asked = http.call(post()).catch(() => (isOver = true));
    await settle();
    http.hurry();
    clock.advance(19_000);
    await settle();
    expect(isOver).toBe(false);
    clock.advance(1000);
    await asked;
    expect(isOver).toBe(true);
  });
});
