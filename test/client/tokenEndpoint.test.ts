import { expect, test } from 'vitest';
import { asEventCode, ChatClientError } from '../../src/client/errors.ts';
import { createTokenEndpoint } from '../../src/client/tokenEndpoint.ts';

const ANSWER = {
  jwtToken: 'a.b.c',
  appkey: 'key',
  integrationId: 'shop',
  hostURL: 'https://connector.example',
};
const URL_OF_SITE = 'https://shop.example/token';

test('the endpoint is asked by POST with the integration and the cookies of the site', async () => {
  const asked: Request[] = [];
  const endpoint = createTokenEndpoint(URL_OF_SITE, 'shop', async (request) => {
    asked.push(request);
    return Response.json(ANSWER);
  });
  expect(await endpoint.provide()).toEqual({ token: 'a.b.c', appkey: 'key' });
  expect(asked[0]).toMatchObject({ method: 'POST', credentials: 'include' });
  expect(await asked[0]?.json()).toEqual({ integrationId: 'shop' });
});

test('what is asked ahead serves the next token, the one after is fetched anew', async () => {
  let count = 0;
  const endpoint = createTokenEndpoint(URL_OF_SITE, 'shop', async () =>
    Response.json({ ...ANSWER, jwtToken: `token-${++count}` }),
  );
  endpoint.askAhead();
  endpoint.askAhead();
  expect(count).toBe(1);
  expect((await endpoint.provide()).token).toBe('token-1');
  expect((await endpoint.provide()).token).toBe('token-2');
});

test('the connector is the one of the first answer, and nobody knows it before', async () => {
  const hosts = ['https://connector.example', 'https://other.example'];
  const endpoint = createTokenEndpoint(URL_OF_SITE, 'shop', async () =>
    Response.json({ ...ANSWER, hostURL: hosts.shift() }),
  );
  expect(endpoint.hostUrl).toThrow('not answered yet');
  await endpoint.provide();
  await endpoint.provide();
  expect(endpoint.hostUrl()).toBe('https://connector.example');
});

test('a refusal of what was asked ahead is told by the call that takes it, and by no other', async () => {
  const answers = [new Response('', { status: 401 }), Response.json(ANSWER)];
  const endpoint = createTokenEndpoint(URL_OF_SITE, 'shop', async () => answers.shift() ?? Response.error());
  endpoint.askAhead();
  await expect(endpoint.provide()).rejects.toThrow('status 401');
  expect((await endpoint.provide()).token).toBe('a.b.c');
});

test.each([
  ['a refusal', () => new Response('', { status: 401 }), /status 401/],
  ['another answer', () => Response.json({ hello: 'world' }), /none of ours/],
])('%s is an error without a word of the answer', async (_what, answer, message) => {
  const endpoint = createTokenEndpoint(URL_OF_SITE, 'shop', async () => answer());
  await expect(endpoint.provide()).rejects.toThrow(message);
});

// A person is not told to be signed out because a server is down.
test.each([
  ['no answer', () => Promise.reject(new TypeError('Failed to fetch')), 'unreachable'],
  ['a server that is not well', async () => new Response('', { status: 503 }), 'unreachable'],
  ['a refusal', async () => new Response('', { status: 401 }), 'unauthenticated'],
])('%s is told as what it is', async (_what, answer, code) => {
  const endpoint = createTokenEndpoint(URL_OF_SITE, 'shop', answer);
  const cause: unknown = await endpoint.provide().catch((fault: unknown) => fault);
  expect(asEventCode(new ChatClientError('no-token', 'The page gave no token', { cause }))).toBe(code);
});
