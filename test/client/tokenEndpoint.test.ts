import { expect, test } from 'vitest';
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

test('the answer that named the connector serves the first token, the next is fetched anew', async () => {
  let count = 0;
  const endpoint = createTokenEndpoint(URL_OF_SITE, 'shop', async () =>
    Response.json({ ...ANSWER, jwtToken: `token-${++count}` }),
  );
  expect(await endpoint.hostUrl()).toBe('https://connector.example');
  expect((await endpoint.provide()).token).toBe('token-1');
  expect((await endpoint.provide()).token).toBe('token-2');
});

test.each([
  ['a refusal', () => new Response('', { status: 401 }), /status 401/],
  ['another answer', () => Response.json({ hello: 'world' }), /none of ours/],
])('%s is an error without a word of the answer', async (_what, answer, message) => {
  const endpoint = createTokenEndpoint(URL_OF_SITE, 'shop', async () => answer());
  await expect(endpoint.provide()).rejects.toThrow(message);
});
