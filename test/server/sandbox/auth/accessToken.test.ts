import { afterEach, expect, test } from 'vitest';
import { createKit, stopAll } from '../kit.ts';
import type { Kit } from '../kit.ts';

afterEach(stopAll);

const PATH = '/api/auth/v1/ABCDEF/protocol/openid-connect/token';
const post = (kit: Kit, form: Record<string, string>, headers: Record<string, string> = {}) =>
  kit.call('POST', PATH, new URLSearchParams(form), { appkey: kit.ids.appkey, ...headers });
const client = (kit: Kit) => ({ client_id: kit.ids.clientId, client_secret: kit.ids.clientSecret });

test('client credentials give a token of 900 seconds that opens the REST until it runs out', async () => {
  const kit = await createKit();
  const answer = await post(kit, { grant_type: 'client_credentials', ...client(kit) });
  expect(answer).toMatchObject({ status: 200, body: { expires_in: 900 } });
  const headers = { appkey: kit.ids.appkey, authorization: `Bearer ${answer.body.access_token}` };
  const list = () =>
    kit.call('GET', '/api/digital/webhook/v1/accounts/ABCDEF/subscriptions', undefined, headers);
  expect((await list()).status).toBe(200);
  kit.clock.advance(901_000);
  expect((await list()).body.detail).toMatch(/access token/);
});

test('the password grant takes the administrator and agents, the refresh grant a refresh token', async () => {
  const kit = await createKit();
  const password = { grant_type: 'password', ...client(kit) };
  const admin = await post(kit, { ...password, username: 'admin', password: 'admin-password' });
  expect(admin.status).toBe(200);
  expect((await post(kit, { ...password, username: 'ada', password: 'ada-password' })).status).toBe(200);
  const { refresh_token } = admin.body;
  expect((await post(kit, { grant_type: 'refresh_token', refresh_token })).status).toBe(200);
  const { access_token } = admin.body;
  expect((await post(kit, { grant_type: 'refresh_token', refresh_token: access_token })).status).toBe(401);
});

test.each<[string, Record<string, string>, number]>([
  ['a wrong secret', { client_secret: 'wrong' }, 401],
  ['a wrong client', { client_id: 'wrong' }, 401],
  ['another grant', { grant_type: 'magic' }, 400],
  ['no secret', { client_secret: '' }, 400],
  ['a wrong password', { grant_type: 'password', username: 'ada', password: 'x' }, 401],
  ['a garbage refresh token', { grant_type: 'refresh_token', refresh_token: 'x' }, 401],
])('%s is refused', async (_name, wrong, status) => {
  const kit = await createKit();
  const answer = await post(kit, { grant_type: 'client_credentials', ...client(kit), ...wrong });
  expect(answer.status).toBe(status);
  expect(answer.headers.get('content-type')).toBe('application/problem+json');
});

test('an unknown appkey, another account and a JSON body are refused', async () => {
  const kit = await createKit();
  const good = { grant_type: 'client_credentials', ...client(kit) };
  expect((await post(kit, good, { appkey: 'x' })).body.detail).toMatch(/application key/);
  const other = PATH.replace('ABCDEF', 'ZZZZZZ');
  const headers = { appkey: kit.ids.appkey };
  expect((await kit.call('POST', other, new URLSearchParams(good), headers)).status).toBe(404);
  expect((await kit.call('POST', PATH, good, headers)).status).toBe(415);
});

test('an application without another one’s key cannot use its token', async () => {
  const kit = await createKit();
  const { body } = await post(kit, { grant_type: 'client_credentials', ...client(kit) });
  const other = (await kit.admin('POST', '/applications', { name: 'Other' })).body;
  const headers = { appkey: other.appkey, authorization: `Bearer ${body.access_token}` };
  const path = '/api/digital/webhook/v1/accounts/ABCDEF/subscriptions';
  expect((await kit.call('GET', path, undefined, headers)).status).toBe(401);
});

test('the SDK token is a dated, signed token that names integration and customer', async () => {
  const kit = await createKit();
  const answer = await kit.api('POST', '/api/digital/chat/v1/accounts/{a}/tokens', {
    integrationId: kit.ids.messaging,
    customerId: 'c-1',
    customerName: '',
    customerIdentifiers: { emailAddresses: ['c@example.org'] },
    ttl: '30',
  });
  expect(answer.status).toBe(201);
  const [prefix, , payload] = answer.body.jwtToken.split('.');
  expect(prefix).toBe('jwt');
  const claims = JSON.parse(Buffer.from(payload, 'base64url').toString());
  expect(claims).toMatchObject({ sub: 'userchatIntegration', customerId: 'c-1', verifiedCustomer: false });
  expect(claims.exp - claims.iat).toBe(30 * 60);
  expect(claims.customerIdentifiers).toBeUndefined();
});
