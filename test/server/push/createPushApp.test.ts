import { expect, test } from 'vitest';
import { createSeededRandom, createSimulatedClock, silentLogger } from '../../../src/lib/index.ts';
import { hmacHex } from '../../../src/server/http/index.ts';
import {
  createPushApp,
  createRecordingProvider,
  type PushOutcome,
  type PushProvider,
} from '../../../src/server/push/index.ts';
import { createMemoryStore } from '../../../src/server/storage/index.ts';
import { createSignedCookieSession, createTokenApp } from '../../../src/server/tokens/index.ts';

const SECRET = 'push-secret';
const EVENT = '10000000-0000-4000-8000-000000000001';
const SESSION = '20000000-0000-4000-8000-000000000002';
const CONVERSATION = '30000000-0000-4000-8000-000000000003';

function setUp(outcomes: PushOutcome[] = []) {
  const clock = createSimulatedClock();
  const random = createSeededRandom(7);
  const site = createSignedCookieSession({ name: 'shop', key: 'k'.repeat(32), clock, secure: false });
  const tokens = createTokenApp({
    store: createMemoryStore(),
    clock,
    random,
    fetch: () => Promise.reject(new Error('no network')),
    logger: silentLogger,
    issuer: 'https://tokens.example',
    audience: 'https://chat.example',
    hostUrl: 'https://chat.example',
    appkey: 'a',
    integrationIds: ['i'],
    allowedOrigins: [],
    cookieKey: 'k'.repeat(32),
    secureCookies: false,
    siteSession: site.read,
  });
  const recorded = createRecordingProvider();
  const provider: PushProvider = {
    send: async (device, notification) => outcomes.shift() ?? recorded.send(device, notification),
  };
  const store = createMemoryStore();
  const make = () =>
    createPushApp({
      store,
      clock,
      random,
      fetch: (request) => tokens.fetch(request),
      logger: silentLogger,
      secret: SECRET,
      tokens: {
        issuer: 'https://tokens.example',
        audience: 'https://chat.example',
        jwksUrl: 'https://tokens.example/.well-known/jwks.json',
      },
      allowedOrigins: ['https://shop.example'],
      provider,
      recorded,
    });
  const jwtOf = async (customerId: string): Promise<string> => {
    const cookie = (await site.issue({ customerId })).split(';', 1)[0] ?? '';
    const headers = { 'content-type': 'application/json', cookie };
    const response = await tokens.fetch(
      new Request('https://tokens.example/token', { method: 'POST', headers, body: '{}' }),
    );
    return String(Reflect.get(Object(await response.json()), 'jwtToken'));
  };
  return { app: make(), make, clock, recorded, jwtOf };
}

const callbackOf = (change: Record<string, unknown> = {}): Record<string, unknown> => ({
  eventId: EVENT,
  conversationId: CONVERSATION,
  customerId: 'c-1',
  sessionId: SESSION,
  eventDate: '2026-01-01T00:00:00.000Z',
  ...change,
});

async function callback(body: unknown, hmac?: string): Promise<Request> {
  const ids = `${String(Reflect.get(Object(body), 'eventId'))}${String(Reflect.get(Object(body), 'sessionId'))}`;
  return new Request('https://push.example/notifications', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'X-Hmac': hmac ?? (await hmacHex(SECRET, ids)) },
    body: JSON.stringify(body),
  });
}

function device(jwt: string, deviceId: string, body?: unknown): Request {
  return new Request(`https://push.example/devices/${deviceId}`, {
    method: body === undefined ? 'DELETE' : 'PUT',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${jwt}` },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}

test('a callback reaches the device of that customer and session, with metadata only, once', async () => {
  const { app, clock, recorded, jwtOf } = setUp();
  await app.start();
  const jwt = await jwtOf('c-1');
  const put = await app.fetch(device(jwt, 'phone', { sessionId: SESSION, token: 'fcm-token' }));
  expect(put.status).toBe(200);
  expect((await app.fetch(await callback(callbackOf()))).status).toBe(200);
  expect((await app.fetch(await callback(callbackOf()))).status).toBe(200);
  await clock.advanceAsync(0);
  await app.stop();
  expect(recorded.recorded()).toEqual([
    {
      deviceId: 'phone',
      platform: 'fcm',
      notification: {
        eventId: EVENT,
        conversationId: CONVERSATION,
        sessionId: SESSION,
        eventDate: '2026-01-01T00:00:00.000Z',
      },
    },
  ]);
  expect(
    JSON.stringify(await (await app.fetch(new Request('https://push.example/recorded'))).json()),
  ).not.toContain('fcm-token');
});

test.each([
  ['a wrong signature', callbackOf(), '0'.repeat(64), 401],
  ['too short a signature', callbackOf(), 'abc', 401],
  ['an upper-case signature', callbackOf(), 'UPPER', 401],
  ['no event id', callbackOf({ eventId: undefined }), undefined, 400],
  ['an id that is no text', callbackOf({ sessionId: 7 }), undefined, 400],
  [
    'ids that are shifted into each other',
    callbackOf({ eventId: `${EVENT}2`, sessionId: SESSION.slice(1) }),
    undefined,
    400,
  ],
  ['a date that is none', callbackOf({ eventDate: 'yesterday..' }), undefined, 400],
])('refuses %s', async (_what, body, hmac, status) => {
  const { app } = setUp();
  const signature = hmac === 'UPPER' ? (await hmacHex(SECRET, `${EVENT}${SESSION}`)).toUpperCase() : hmac;
  expect((await app.fetch(await callback(body, signature))).status).toBe(status);
});

test('a header that came twice and one that is missing are refused', async () => {
  const { app } = setUp();
  const twice = await callback(callbackOf());
  twice.headers.append('x-hmac', twice.headers.get('x-hmac') ?? '');
  const missing = await callback(callbackOf());
  missing.headers.delete('x-hmac');
  expect((await app.fetch(twice)).status).toBe(401);
  expect((await app.fetch(missing)).status).toBe(401);
});

test('the published example of HMAC-SHA256 holds', async () => {
  expect(await hmacHex('Jefe', 'what do ya want for nothing?')).toBe(
    '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
  );
});

test('another customer can neither hear of a session nor take or remove a device', async () => {
  const { app, clock, recorded, jwtOf } = setUp();
  await app.start();
  const own = await jwtOf('c-1');
  const other = await jwtOf('c-2');
  await app.fetch(device(own, 'phone', { sessionId: SESSION, token: 'one' }));
  await app.fetch(device(other, 'phone', { sessionId: SESSION, token: 'two' }));
  expect((await app.fetch(device(other, 'phone'))).status).toBe(204);
  await app.fetch(await callback(callbackOf()));
  await clock.advanceAsync(0);
  await app.stop();
  expect(recorded.recorded().map((push) => push.deviceId)).toEqual(['phone']);
});

test('a device that changes hands goes to who registered its token last', async () => {
  const { app, clock, recorded, jwtOf } = setUp();
  await app.start();
  await app.fetch(device(await jwtOf('c-1'), 'phone', { sessionId: SESSION, token: 'one' }));
  const taken = { sessionId: SESSION.replace('2', '9'), token: 'one' };
  await app.fetch(device(await jwtOf('c-2'), 'phone', taken));
  await app.fetch(await callback(callbackOf()));
  await clock.advanceAsync(0);
  await app.stop();
  expect(recorded.recorded()).toEqual([]);
});

test('registration wants a good token and a whole body', async () => {
  const { app, jwtOf } = setUp();
  const jwt = await jwtOf('c-1');
  expect((await app.fetch(device('garbage', 'phone', {}))).status).toBe(401);
  expect((await app.fetch(device(jwt, 'phone', { sessionId: SESSION }))).status).toBe(400);
});

test('a push that was not taken is tried again, and a crash in between loses nothing', async () => {
  const { app, make, clock, recorded, jwtOf } = setUp(['retry', 'retry']);
  await app.start();
  await app.fetch(device(await jwtOf('c-1'), 'phone', { sessionId: SESSION, token: 'one' }));
  await app.fetch(await callback(callbackOf()));
  await clock.advanceAsync(0);
  await app.stop();
  expect(recorded.recorded()).toHaveLength(0);
  const next = make();
  await next.start();
  await clock.advanceAsync(60_000);
  await clock.advanceAsync(60_000);
  await next.stop();
  expect(recorded.recorded()).toHaveLength(1);
  expect(clock.pending).toBe(0);
});

test('a device that is gone is forgotten', async () => {
  const { app, clock, recorded, jwtOf } = setUp(['gone']);
  await app.start();
  await app.fetch(device(await jwtOf('c-1'), 'phone', { sessionId: SESSION, token: 'one' }));
  await app.fetch(await callback(callbackOf()));
  await clock.advanceAsync(0);
  await app.fetch(await callback(callbackOf({ eventId: EVENT.replace('1', '4') })));
  await clock.advanceAsync(0);
  await app.stop();
  expect(recorded.recorded()).toEqual([]);
});
