import { expect, test } from 'vitest';
import { createSeededRandom, createSimulatedClock, silentLogger } from '../../../src/lib/index.ts';
import { createShopApp } from '../../../src/server/demo/index.ts';
import { createSignedCookieSession } from '../../../src/server/tokens/index.ts';

const TEMPLATE =
  '<!doctype html><head><style>b{}</style></head><body><script src="/demo.js"></script></body>';

function setUp() {
  const clock = createSimulatedClock();
  const site = createSignedCookieSession({ name: 'shop', key: 'k'.repeat(32), clock, secure: false });
  return createShopApp({
    logger: silentLogger,
    random: createSeededRandom(3),
    site,
    template: async () => TEMPLATE,
    files: async (pathname) => (pathname === '/widget.js' ? new Response('widget') : undefined),
    publicUrl: 'http://127.0.0.1:4000',
    connectorUrl: 'http://127.0.0.1:4001',
    tokensUrl: 'http://127.0.0.1:4003',
    sandboxUrl: 'http://127.0.0.1:4002',
    deskUrl: 'http://127.0.0.1:4002/desk/',
    integrationId: 'messaging',
    chatIntegrationId: 'chat',
  });
}

const get = (path: string, headers: Record<string, string> = {}): Request =>
  new Request(`http://127.0.0.1:4000${path}`, { headers });
const post = (path: string, body: unknown): Request =>
  new Request(`http://127.0.0.1:4000${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

test('the page carries the widget with its addresses, under a policy with a nonce of its own each time', async () => {
  const app = setUp();
  const response = await app.fetch(get('/?shadow=open'));
  const html = await response.text();
  expect(html).toContain('data-host-url="http://127.0.0.1:4001"');
  expect(html).toContain('data-token-url="http://127.0.0.1:4003/token"');
  expect(html).toContain('data-integration-id="messaging"');
  expect(html).toContain('data-shadow="open"');
  const policy = response.headers.get('content-security-policy') ?? '';
  const nonce = /'nonce-([\w-]+)'/.exec(policy)?.[1];
  expect(html.match(new RegExp(`nonce="${nonce}"`, 'g'))).toHaveLength(4);
  expect(policy).toContain(
    "connect-src 'self' http://127.0.0.1:4001 ws://127.0.0.1:4001 http://127.0.0.1:4003",
  );
  expect(policy).not.toContain('unsafe');
  const again = await app.fetch(get('/'));
  expect(again.headers.get('content-security-policy')).not.toContain(nonce);
});

test('the page may ask for any integration; the token service decides', async () => {
  const askedFor = async (query: string): Promise<string | undefined> =>
    /data-integration-id="([^"]*)"/.exec(await (await setUp().fetch(get(`/${query}`))).text())?.[1];
  expect(await askedFor('?integration=0192-new')).toBe('0192-new');
  expect(await askedFor('?integration=chat')).toBe('chat');
  expect(await askedFor('?integration=%22%3E')).toBe('messaging');
});

test('nothing of the query can break out of the script tag', async () => {
  const html = await (
    await setUp().fetch(get('/?theme=%22%3E%3Cscript%3E&locale=de&integration=chat'))
  ).text();
  expect(html).not.toContain('data-theme');
  expect(html).toContain('data-locale="de"');
  expect(html).toContain('data-integration-id="chat"');
});

test('who signs in is known to the page until sign-out', async () => {
  const app = setUp();
  const signedIn = await app.fetch(post('/sign-in', { user: 'mary' }));
  const cookie = (signedIn.headers.get('set-cookie') ?? '').split(';', 1)[0] ?? '';
  expect(signedIn.headers.get('set-cookie')).toContain('HttpOnly; SameSite=Lax');
  expect(await (await app.fetch(get('/me', { cookie }))).json()).toMatchObject({
    customer: { customerId: 'shop-mary', name: 'Mary' },
  });
  expect(await (await app.fetch(get('/', { cookie }))).text()).toContain('"customerId":"shop-mary"');
  expect(await (await app.fetch(get('/me'))).json()).toEqual({ customer: null });
  const out = await app.fetch(post('/sign-out', {}));
  expect(out.headers.get('set-cookie')).toContain('Max-Age=0');
});

test.each([
  ['a name with markup', post('/sign-in', { user: '</script>' }), 400],
  ['no name', post('/sign-in', {}), 400],
  ['sign-in by link', get('/sign-in'), 405],
  ['an unknown file', get('/nothing.js'), 404],
])('refuses %s', async (_what, request, status) => {
  expect((await setUp().fetch(request)).status).toBe(status);
});

test('localhost is sent on to the name that the cookies hang on', async () => {
  const response = await setUp().fetch(new Request('http://localhost:4000/?shadow=open'));
  expect([response.status, response.headers.get('location')]).toEqual([
    307,
    'http://127.0.0.1:4000/?shadow=open',
  ]);
});
