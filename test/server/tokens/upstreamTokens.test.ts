import { expect, test } from 'vitest';
import {
  createLogger,
  createSeededRandom,
  createSimulatedClock,
  systemRandom,
} from '../../../src/lib/index.ts';
import type { Fetch } from '../../../src/server/app.ts';
import { createSandboxApp } from '../../../src/server/sandbox/index.ts';
import { createMemoryStore } from '../../../src/server/storage/index.ts';
import { createSignedCookieSession, createTokenApp } from '../../../src/server/tokens/index.ts';

const BASE = 'https://sandbox.example';
const ADMIN = { user: 'admin', password: 'admin-password' };

async function setUp() {
  const clock = createSimulatedClock();
  const sandbox = createSandboxApp({
    store: createMemoryStore(),
    baseUrl: BASE,
    accountId: 'ABCDEF',
    admin: ADMIN,
    clock,
    random: systemRandom,
    fetch: () => Promise.reject(new Error('no network')),
    passwordRounds: 1000,
  });
  await sandbox.start();
  const admin = async (path: string, body: unknown, token = ''): Promise<Record<string, string>> => {
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
    const request = new Request(`${BASE}/admin/v1/${path}`, {
      method: 'POST',
      headers,
      body: JSON.stringify(body),
    });
    return Object(await (await sandbox.fetch(request)).json());
  };
  const { token } = await admin('sign-in', ADMIN);
  const application = await admin('applications', { name: 'site' }, token);
  const callbackUrl = 'https://chat.example/hooks';
  const element = { name: 'e', kind: 'chat', hostName: 'chat.example', callbackUrl };
  const { channelProviderId } = await admin('connector-elements', element, token);
  const { integrationId = '' } = await admin(
    'integrations',
    { name: 'i', kind: 'chat', channelProviderId },
    token,
  );

  const asked: Request[] = [];
  const lines: string[] = [];
  const fault: { next?: (request: Request) => Promise<Response> | undefined } = {};
  const fetch: Fetch = async (request) => {
    asked.push(request.clone());
    return fault.next?.(request) ?? sandbox.fetch(request);
  };
  const site = createSignedCookieSession({ name: 'shop', key: 'k'.repeat(32), clock, secure: false });
  const app = createTokenApp({
    store: createMemoryStore(),
    clock,
    random: createSeededRandom(2),
    fetch,
    logger: createLogger('DEBUG', (_level, text, fields) => lines.push(`${text} ${JSON.stringify(fields)}`)),
    issuer: 'https://tokens.example',
    audience: 'https://chat.example',
    hostUrl: 'https://chat.example',
    appkey: 'ours',
    integrationIds: [integrationId],
    allowedOrigins: [],
    cookieKey: 'k'.repeat(32),
    secureCookies: false,
    siteSession: site.read,
    upstream: {
      baseUrl: BASE,
      accountId: 'ABCDEF',
      clientId: application['clientId'] ?? '',
      clientSecret: application['clientSecret'] ?? '',
      appkey: application['appkey'] ?? '',
    },
  });
  const ask = async (body: unknown = {}, cookie = ''): Promise<Response> =>
    app.fetch(
      new Request('https://tokens.example/token', {
        method: 'POST',
        headers: { 'content-type': 'application/json', cookie },
        body: JSON.stringify(body),
      }),
    );
  return { application, asked, ask, clock, fault, integrationId, lines, site, sandbox };
}

const pathOf = (request: Request): string => new URL(request.url).pathname;

test('a page gets a token of the contact centre, with its address and appkey', async () => {
  const { application, ask, asked, integrationId, sandbox } = await setUp();
  const response = await ask({ customerName: 'Ada' });
  expect(response.status).toBe(200);
  expect(await response.json()).toMatchObject({
    jwtToken: expect.stringMatching(/\./),
    appkey: application['appkey'],
    integrationId,
    hostURL: BASE,
    expiresInSeconds: 900,
  });
  expect(asked.map(pathOf)).toEqual([
    '/api/auth/v1/ABCDEF/protocol/openid-connect/token',
    '/api/digital/chat/v1/accounts/ABCDEF/tokens',
  ]);
  await sandbox.stop();
});

test('the access token is kept until shortly before its end', async () => {
  const { ask, asked, clock, sandbox } = await setUp();
  await ask();
  await ask();
  expect(asked).toHaveLength(3);
  clock.advance(24 * 3_600_000);
  await ask();
  expect(asked).toHaveLength(5);
  await sandbox.stop();
});

test('the request cannot steer the call: identity comes from the site, the rest from configuration', async () => {
  const { ask, asked, site, sandbox } = await setUp();
  const cookie = (await site.issue({ customerId: 'c-1', name: 'Mary' })).split(';', 1)[0];
  await ask(
    { customerId: 'victim', verifiedCustomer: false, accountId: 'XXXXXX', ttl: 60, clientId: 'x' },
    cookie,
  );
  const body: unknown = await asked[1]?.json();
  expect(body).toMatchObject({ customerId: 'c-1', verifiedCustomer: true, customerName: 'Mary', ttl: 15 });
  expect(asked.map((request) => new URL(request.url).origin)).toEqual([BASE, BASE]);
  await sandbox.stop();
});

test('a refused access token is fetched anew once', async () => {
  const { ask, asked, fault, sandbox } = await setUp();
  await ask();
  let refusals = 1;
  fault.next = (request) =>
    pathOf(request).endsWith('/tokens') && refusals-- > 0
      ? Promise.resolve(new Response('{}', { status: 401 }))
      : undefined;
  expect((await ask()).status).toBe(200);
  expect(asked.slice(2).map((request) => pathOf(request).split('/').at(-1))).toEqual([
    'tokens',
    'token',
    'tokens',
  ]);
  await sandbox.stop();
});

test.each([
  ['is down', () => Promise.reject(new Error('secret in the error'))],
  ['fails', () => Promise.resolve(new Response('oops', { status: 500 }))],
  ['answers nonsense', () => Promise.resolve(Response.json({ access_token: 7 }))],
])('a contact centre that %s is 502, and no secret is told', async (_what, answer) => {
  const { application, ask, fault, lines, sandbox } = await setUp();
  fault.next = answer;
  const response = await ask();
  expect(response.status).toBe(502);
  const told = `${await response.text()}${lines.join()}`;
  expect(told).toContain('upstream-refused');
  expect(told).not.toContain(application['clientSecret']);
  expect(told).not.toContain('secret in');
  await sandbox.stop();
});
