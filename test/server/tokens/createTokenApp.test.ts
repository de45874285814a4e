import { createLocalJWKSet, decodeProtectedHeader, jwtVerify } from 'jose';
import { expect, test } from 'vitest';
import { createSeededRandom, createSimulatedClock, createLogger } from '../../../src/lib/index.ts';
import { createJwtVerifier } from '../../../src/server/http/index.ts';
import { createMemoryStore } from '../../../src/server/storage/index.ts';
import {
  createSignedCookieSession,
  createTokenApp,
  type TokenAppOptions,
} from '../../../src/server/tokens/index.ts';

const KEY = 'k'.repeat(32);
const SHOP = 'https://shop.example';
const INTEGRATION = '11111111-1111-4111-8111-111111111111';
const OTHER = '22222222-2222-4222-8222-222222222222';

function setUp(change: Partial<TokenAppOptions> = {}) {
  const clock = createSimulatedClock();
  const lines: string[] = [];
  const logger = createLogger('DEBUG', (level, text, fields) =>
    lines.push(`${level} ${text} ${JSON.stringify(fields)}`),
  );
  const site = createSignedCookieSession({ name: 'shop', key: KEY, clock, secure: false });
  const app = createTokenApp({
    store: createMemoryStore(),
    clock,
    random: createSeededRandom(1),
    fetch: () => Promise.reject(new Error('no network here')),
    logger,
    issuer: 'https://tokens.example',
    audience: 'https://chat.example',
    hostUrl: 'https://chat.example',
    appkey: 'the-appkey',
    integrationIds: [INTEGRATION, OTHER],
    allowedOrigins: [SHOP],
    cookieKey: KEY,
    secureCookies: false,
    siteSession: site.read,
    ...change,
  });
  const verifier = createJwtVerifier({
    issuer: 'https://tokens.example',
    audience: 'https://chat.example',
    jwksUrl: 'https://tokens.example/.well-known/jwks.json',
    clock,
    fetch: (request) => app.fetch(request),
  });
  return { app, clock, lines, site, verifier };
}

function ask(body: unknown, headers: Record<string, string> = {}): Request {
  return new Request('https://tokens.example/token', {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: SHOP, ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
}

const tokenOf = async (response: Response): Promise<string> => {
  const body: unknown = await response.json();
  expect(body).toMatchObject({ jwtToken: expect.any(String) });
  return String(Reflect.get(Object(body), 'jwtToken'));
};
const cookieOf = (setCookie: string | null): string => (setCookie ?? '').split(';', 1)[0] ?? '';

test('a guest gets a token with every promised claim, checkable by the published keys', async () => {
  const { app, clock } = setUp();
  const response = await app.fetch(ask({ customerName: 'Ada' }));
  expect(response.status).toBe(200);
  const body: unknown = await response.clone().json();
  expect(body).toMatchObject({
    appkey: 'the-appkey',
    integrationId: INTEGRATION,
    hostURL: 'https://chat.example',
    expiresInSeconds: 900,
  });
  const jwt = await tokenOf(response);
  const jwks = await (await app.fetch(new Request('https://tokens.example/.well-known/jwks.json'))).json();
  const { payload } = await jwtVerify(jwt, createLocalJWKSet(jwks), { currentDate: new Date(clock.now()) });
  expect(decodeProtectedHeader(jwt)).toMatchObject({ alg: 'ES256', typ: 'colloquy-customer+jwt' });
  expect(payload).toMatchObject({
    iss: 'https://tokens.example',
    aud: 'https://chat.example',
    sub: expect.stringMatching(/^guest-[0-9a-f-]{36}$/),
    name: 'Ada',
    verifiedCustomer: false,
    integrationId: INTEGRATION,
    jti: expect.any(String),
  });
  expect((payload.exp ?? 0) - (payload.iat ?? 0)).toBe(900);
  expect(payload.nbf).toBe(payload.iat);
});

test('a published key holds nothing private', async () => {
  const { app } = setUp();
  const text = await (await app.fetch(new Request('https://tokens.example/.well-known/jwks.json'))).text();
  expect(text).not.toContain('"d"');
  expect(JSON.parse(text)).toMatchObject({ keys: [{ kty: 'EC', use: 'sig', alg: 'ES256' }] });
});

test('a guest keeps the id by the httpOnly cookie, and a forged cookie gives a new one', async () => {
  const { app, verifier } = setUp();
  const first = await app.fetch(ask({}));
  const setCookie = first.headers.get('set-cookie');
  expect(setCookie).toMatch(/HttpOnly; SameSite=Lax/);
  const cookie = cookieOf(setCookie);
  const second = await app.fetch(ask({}, { cookie }));
  const forged = await app.fetch(ask({}, { cookie: `${cookie.slice(0, -1)}0` }));
  const subjects = [];
  for (const response of [first, second, forged]) {
    const verdict = await verifier.verify(await tokenOf(response));
    subjects.push(verdict.ok ? verdict.claims.sub : verdict.reason);
  }
  expect(subjects[0]).toBe(subjects[1]);
  expect(subjects[2]).not.toBe(subjects[0]);
});

test('who is signed in on the site is verified, with the identifiers of the site', async () => {
  const { app, verifier, site } = setUp();
  const issued = await site.issue({
    customerId: 'c-1',
    name: 'Mary',
    identifiers: { emailAddresses: ['mary@shop.example'] },
  });
  const response = await app.fetch(ask({ customerName: 'Someone else' }, { cookie: cookieOf(issued) }));
  const verdict = await verifier.verify(await tokenOf(response));
  expect(verdict).toMatchObject({
    ok: true,
    claims: {
      sub: 'c-1',
      name: 'Mary',
      verifiedCustomer: true,
      identifiers: { emailAddresses: ['mary@shop.example'] },
    },
  });
});

test('fields that claim an identity are ignored, and their names alone are logged', async () => {
  const { app, verifier, lines } = setUp();
  const claim = { customerId: 'victim-7', verifiedCustomer: true, customerIdentifiers: { email: ['v@x'] } };
  const verdict = await verifier.verify(await tokenOf(await app.fetch(ask(claim))));
  expect(verdict).toMatchObject({ ok: true, claims: { verifiedCustomer: false } });
  expect(verdict.ok && verdict.claims.sub).not.toBe('victim-7');
  expect(lines.join('\n')).toContain('customerId customerIdentifiers verifiedCustomer');
  expect(lines.join('\n')).not.toContain('victim-7');
});

test.each([
  ['an integration outside of the list', ask({ integrationId: 'nope' }), 400, 'malformed'],
  ['a name that is too long', ask({ customerName: 'x'.repeat(71) }), 400, 'malformed'],
  ['text that is no JSON', ask('{'), 400, 'malformed'],
  ['a form', ask('a=b', { 'content-type': 'application/x-www-form-urlencoded' }), 415, 'malformed'],
  ['too large a body', ask({ x: 'y'.repeat(5000) }), 413, 'too-large'],
  ['a foreign origin', ask({}, { origin: 'https://evil.example' }), 403, 'origin-refused'],
  ['an origin of null', ask({}, { origin: 'null' }), 403, 'origin-refused'],
  ['GET', new Request('https://tokens.example/token'), 405, 'method-not-allowed'],
  ['an unknown path', new Request('https://tokens.example/constructor'), 404, 'not-found'],
])('refuses %s with a problem body', async (_what, request, status, code) => {
  const { app } = setUp();
  const response = await app.fetch(request);
  expect(response.status).toBe(status);
  expect(response.headers.get('content-type')).toBe('application/problem+json');
  expect(await response.json()).toMatchObject({ status, code, title: expect.any(String) });
});

test('the site may ask across origins with its cookie; a preflight says so', async () => {
  const { app } = setUp();
  const preflight = await app.fetch(
    new Request('https://tokens.example/token', {
      method: 'OPTIONS',
      headers: { origin: SHOP, 'access-control-request-method': 'POST' },
    }),
  );
  expect(preflight.status).toBe(204);
  expect(preflight.headers.get('access-control-allow-origin')).toBe(SHOP);
  expect(preflight.headers.get('access-control-allow-credentials')).toBe('true');
});

test('requests are limited by address', async () => {
  const { app, clock } = setUp({ rate: { burst: 2, perSecond: 0.1 } });
  const from = (remoteAddress: string): Promise<Response> => app.fetch(ask({}), { remoteAddress });
  expect([(await from('a')).status, (await from('a')).status]).toEqual([200, 200]);
  const refused = await from('a');
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '10']);
  expect((await from('b')).status).toBe(200);
  clock.advance(10_000);
  expect((await from('a')).status).toBe(200);
});

test('keys rotate: the old one verifies on while its tokens live, a third pushes the first out', async () => {
  const { app, clock, verifier } = setUp({ rotateAfterMs: 3_600_000 });
  const kidOf = async (): Promise<string | undefined> =>
    decodeProtectedHeader(await tokenOf(await app.fetch(ask({})))).kid;
  const published = async (): Promise<string> =>
    (await app.fetch(new Request('https://tokens.example/.well-known/jwks.json'))).text();
  const first = await kidOf();
  clock.advance(3_599_000);
  const last = await tokenOf(await app.fetch(ask({})));
  expect(decodeProtectedHeader(last).kid).toBe(first);
  clock.advance(1_000);
  const second = await kidOf();
  expect(second).not.toBe(first);
  expect(await verifier.verify(last)).toMatchObject({ ok: true });
  clock.advance(3_600_000);
  const third = await kidOf();
  const text = await published();
  expect([first, second, third].map((kid) => text.includes(String(kid)))).toEqual([false, true, true]);
});

test('a token of a short life outside of 15 to 60 minutes cannot be configured', () => {
  expect(() => setUp({ ttlMinutes: 14 })).toThrow(RangeError);
  expect(() => setUp({ ttlMinutes: 61 })).toThrow(RangeError);
});

test('the verifier tells expired from invalid, and takes no token of another audience', async () => {
  const { app, clock, verifier } = setUp();
  const jwt = await tokenOf(await app.fetch(ask({})));
  const foreign = setUp({ audience: 'https://other.example' });
  const other = await tokenOf(await foreign.app.fetch(ask({})));
  expect(await verifier.verify(other)).toEqual({ ok: false, reason: 'invalid' });
  expect(await foreign.verifier.verify(other)).toEqual({ ok: false, reason: 'invalid' });
  expect(await verifier.verify('garbage')).toEqual({ ok: false, reason: 'invalid' });
  clock.advance(906_000);
  expect(await verifier.verify(jwt)).toEqual({ ok: false, reason: 'expired' });
});

test('while the keys cannot be fetched the verifier says unavailable, not invalid', async () => {
  const { app, clock } = setUp();
  const jwt = await tokenOf(await app.fetch(ask({})));
  const verifier = createJwtVerifier({
    issuer: 'https://tokens.example',
    audience: 'https://chat.example',
    jwksUrl: 'https://tokens.example/.well-known/jwks.json',
    clock,
    fetch: () => Promise.reject(new Error('down')),
  });
  expect(await verifier.verify(jwt)).toEqual({ ok: false, reason: 'unavailable' });
});

test('RS256 by configuration signs and verifies as well', async () => {
  const { app, verifier } = setUp({ algorithm: 'RS256' });
  const jwt = await tokenOf(await app.fetch(ask({})));
  expect(decodeProtectedHeader(jwt).alg).toBe('RS256');
  expect(await verifier.verify(jwt)).toMatchObject({ ok: true });
});

test('an integration that was added is allowed without a restart, and the first of the list stays the default', async () => {
  let ids = [INTEGRATION];
  const { app, clock } = setUp({ integrationIds: async () => ids });
  await app.start();
  expect((await app.fetch(ask({ integrationId: OTHER }))).status).toBe(400);
  ids = [INTEGRATION, OTHER];
  clock.advance(1000);
  expect(await (await app.fetch(ask({ integrationId: OTHER }))).json()).toMatchObject({
    integrationId: OTHER,
  });
  expect(await (await app.fetch(ask({}))).json()).toMatchObject({ integrationId: INTEGRATION });
});

test('a list that cannot be read at start is told there', async () => {
  const { app } = setUp({
    integrationIds: () => Promise.reject(new RangeError('The file x cannot be read')),
  });
  await expect(app.start()).rejects.toThrow('The file x cannot be read');
});
