import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CALLBACK, CHAT, MESSAGES, createKit, messagingBody, openChat, stopAll, textBody } from './kit.ts';
import type { Answer, Kit } from './kit.ts';

// One kit for the whole table: every row makes what it needs.
let kit: Kit;
beforeAll(async () => {
  kit = await createKit();
});
afterAll(stopAll);

const UNKNOWN = '00000000-0000-4000-8000-000000000000';
const SUBSCRIPTIONS = '/api/digital/webhook/v1/accounts/{a}/subscriptions';
const MEDIA = '/api/media-store/v1/accounts/{a}/media';
const PROVIDER_DIALOGS = '/api/digital/custom-messaging/v1/accounts/{a}/provider-dialogs';
const SDK_TOKENS = '/api/digital/chat/v1/accounts/{a}/tokens';

const subscription = () => ({
  channelProviderId: kit.ids.messagingElement,
  callbackUrl: CALLBACK,
  eventTypes: ['CC_MESSAGES'],
});
const session = () => ({ channelProviderId: kit.ids.chatElement, customerIdentifiers: {} });
const upload = { mediaName: 'a.png', mediaContentType: 'image/png', mediaSize: 3 };
const dialogWords = () => ({
  channelProviderId: kit.ids.messagingElement,
  businessAccountName: kit.ids.messaging,
});
const sdkToken = () => ({ integrationId: kit.ids.messaging, customerId: 'c-1' });

function expectProblem(answer: Answer, status: number): void {
  expect(answer.status).toBe(status);
  expect(answer.headers.get('content-type')).toBe('application/problem+json');
  expect(answer.body).toMatchObject({ type: 'about:blank', status });
  expect(typeof answer.body.title).toBe('string');
  expect(typeof answer.body.detail).toBe('string');
}

type Row = readonly [name: string, method: string, path: () => string, body: () => unknown];
const operations: readonly Row[] = [
  ['SDK token', 'POST', () => SDK_TOKENS, sdkToken],
  ['create session', 'POST', () => `${CHAT}/sessions`, session],
  ['get session', 'GET', () => `${CHAT}/sessions/${UNKNOWN}`, () => undefined],
  ['delete session', 'DELETE', () => `${CHAT}/sessions/${UNKNOWN}?reason=USER_CLOSED`, () => undefined],
  ['append identifiers', 'POST', () => `${CHAT}/sessions/${UNKNOWN}:appendIdentifiers`, () => ({})],
  ['update parameters', 'POST', () => `${CHAT}/sessions/${UNKNOWN}:updateSessionParameters`, () => ({})],
  [
    'create engagement',
    'POST',
    () => `${CHAT}/engagements`,
    () => ({ sessionId: UNKNOWN, channelId: 'Chat' }),
  ],
  ['list engagements', 'GET', () => `${CHAT}/engagements?sessionId=${UNKNOWN}`, () => undefined],
  ['get engagement', 'GET', () => `${CHAT}/engagements/${UNKNOWN}`, () => undefined],
  [
    'disconnect engagement',
    'POST',
    () => `${CHAT}/engagements/${UNKNOWN}:disconnect`,
    () => ({ sessionId: UNKNOWN, dialogId: UNKNOWN }),
  ],
  [
    'join engagement',
    'POST',
    () => `${CHAT}/engagements/${UNKNOWN}:join`,
    () => ({ sessionId: UNKNOWN, dialogId: UNKNOWN }),
  ],
  [
    'list messages',
    'GET',
    () => `${CHAT}/engagements/${UNKNOWN}/messages?sessionId=${UNKNOWN}&dialogId=${UNKNOWN}`,
    () => undefined,
  ],
  [
    'send chat message',
    'POST',
    () => `${CHAT}/engagements/${UNKNOWN}/messages`,
    () => ({ sessionId: UNKNOWN, dialogId: UNKNOWN, body: textBody('x') }),
  ],
  ['send message', 'POST', () => MESSAGES, () => messagingBody(kit)],
  ['customer typing', 'POST', () => `${PROVIDER_DIALOGS}/nobody:typing`, dialogWords],
  ['disconnect dialog', 'POST', () => `${PROVIDER_DIALOGS}/nobody:disconnect`, dialogWords],
  ['signed upload URI', 'POST', () => `${MEDIA}/signed-upload-uri`, () => upload],
  ['signed download URI', 'GET', () => `${MEDIA}/${UNKNOWN}/signed-download-uri`, () => undefined],
  ['create subscription', 'POST', () => SUBSCRIPTIONS, subscription],
  ['list subscriptions', 'GET', () => SUBSCRIPTIONS, () => undefined],
  ['get subscription', 'GET', () => `${SUBSCRIPTIONS}/${UNKNOWN}`, () => undefined],
  ['replace subscription', 'PUT', () => `${SUBSCRIPTIONS}/${UNKNOWN}`, subscription],
  ['delete subscription', 'DELETE', () => `${SUBSCRIPTIONS}/${UNKNOWN}`, () => undefined],
];

describe.each(operations)('%s', (_name, method, path, body) => {
  test('is refused without an appkey, naming the application key', async () => {
    const answer = await kit.call(method, path().replace('{a}', 'ABCDEF'), body(), {
      authorization: 'Bearer x',
    });
    expectProblem(answer, 401);
    expect(answer.body.detail).toMatch(/application key/);
  });

  test('is refused with a wrong bearer, naming the access token', async () => {
    const headers = { appkey: kit.ids.appkey, authorization: 'Bearer garbage' };
    const answer = await kit.call(method, path().replace('{a}', 'ABCDEF'), body(), headers);
    expectProblem(answer, 401);
    expect(answer.body.detail).toMatch(/access token/);
  });

  test('does not know another account, and refuses what is no account', async () => {
    expectProblem(await kit.api(method, path().replace('{a}', 'ZZZZZZ'), body()), 404);
    const answer = await kit.api(method, path().replace('{a}', 'ABC123'), body());
    expectProblem(answer, 400);
    expect(answer.body.violations).toMatchObject([{ field: 'accountId', code: 20006 }]);
  });
});

const WITH_UNKNOWN = operations.filter(
  ([name, , path]) => path().includes(UNKNOWN) || / dialog$| typing$/.test(name),
);
test.each([...WITH_UNKNOWN, ...operations.filter(([name]) => name === 'create engagement')])(
  '%s answers 404 for unknown ids',
  async (_name, method, path, body) => expectProblem(await kit.api(method, path(), body()), 404),
);

const WITH_BODY = operations.filter(([, method]) => method === 'POST' || method === 'PUT');
test.each(WITH_BODY)(
  '%s answers 400 for a body that is no JSON, 415 for another kind',
  async (_name, method, path) => {
    const at = path().replace('{a}', 'ABCDEF');
    const headers = await bearer();
    const half = await kit.call(method, at, '{"half', { ...headers, 'content-type': 'application/json' });
    expectProblem(half, 400);
    expectProblem(await kit.call(method, at, 'x', { ...headers, 'content-type': 'text/plain' }), 415);
  },
);

async function bearer(): Promise<Record<string, string>> {
  const form = {
    grant_type: 'client_credentials',
    client_id: kit.ids.clientId,
    client_secret: kit.ids.clientSecret,
  };
  const path = '/api/auth/v1/ABCDEF/protocol/openid-connect/token';
  const token = await kit.call('POST', path, new URLSearchParams(form), { appkey: kit.ids.appkey });
  return { authorization: `Bearer ${token.body.access_token}`, appkey: kit.ids.appkey };
}

type Fault = readonly [name: string, path: string, body: () => unknown, field: string, code: number];
const long = (length: number) => 'x'.repeat(length);
const many = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, at) => [`k${at}`, 'v']));
const rich = (elementType: string, richMediaPayload: unknown) => () =>
  messagingBody(kit, { body: { elementType, elementText: { text: '' }, richMediaPayload } });
const faults: readonly Fault[] = [
  ['no integration', SDK_TOKENS, () => ({ customerId: 'c' }), 'integrationId', 20002],
  [
    'an odd integration',
    SDK_TOKENS,
    () => ({ ...sdkToken(), integrationId: long(36) }),
    'integrationId',
    20006,
  ],
  [
    'an unknown integration',
    SDK_TOKENS,
    () => ({ ...sdkToken(), integrationId: UNKNOWN }),
    'integrationId',
    20007,
  ],
  ['no customer', SDK_TOKENS, () => ({ integrationId: kit.ids.chat }), 'customerId', 20002],
  ['a long customer id', SDK_TOKENS, () => ({ ...sdkToken(), customerId: long(257) }), 'customerId', 20004],
  ['a ttl of 61', SDK_TOKENS, () => ({ ...sdkToken(), ttl: 61 }), 'ttl', 20004],
  ['a long name', SDK_TOKENS, () => ({ ...sdkToken(), customerName: long(71) }), 'customerName', 20004],
  [
    'eleven identifiers',
    SDK_TOKENS,
    () => ({
      ...sdkToken(),
      customerIdentifiers: Object.fromEntries(Object.keys(many(11)).map((key) => [key, ['v']])),
    }),
    'customerIdentifiers',
    20004,
  ],
  ['no provider', `${CHAT}/sessions`, () => ({ customerIdentifiers: {} }), 'channelProviderId', 20002],
  [
    'a short provider',
    `${CHAT}/sessions`,
    () => ({ ...session(), channelProviderId: 'ab' }),
    'channelProviderId',
    20004,
  ],
  [
    'a messaging provider',
    `${CHAT}/sessions`,
    () => ({ ...session(), channelProviderId: kit.ids.messagingElement }),
    'channelProviderId',
    20007,
  ],
  [
    'no identifiers',
    `${CHAT}/sessions`,
    () => ({ channelProviderId: kit.ids.chatElement }),
    'customerIdentifiers',
    20002,
  ],
  [
    '21 parameters',
    `${CHAT}/sessions`,
    () => ({ ...session(), sessionParameters: many(21) }),
    'sessionParameters',
    20004,
  ],
  [
    'a number as parameter',
    `${CHAT}/sessions`,
    () => ({ ...session(), sessionParameters: { k: 1 } }),
    'sessionParameters.k',
    20003,
  ],
  ['no session', `${CHAT}/engagements`, () => ({ channelId: 'Chat' }), 'sessionId', 20002],
  ['no channel', `${CHAT}/engagements`, () => ({ sessionId: UNKNOWN }), 'channelId', 20002],
  ['no dialog', `${CHAT}/engagements/${UNKNOWN}:join`, () => ({ sessionId: UNKNOWN }), 'dialogId', 20002],
  [
    'an odd dialog',
    `${CHAT}/engagements/${UNKNOWN}:disconnect`,
    () => ({ sessionId: UNKNOWN, dialogId: long(36) }),
    'dialogId',
    20006,
  ],
  [
    'no body',
    `${CHAT}/engagements/${UNKNOWN}/messages`,
    () => ({ sessionId: UNKNOWN, dialogId: UNKNOWN }),
    'body',
    20002,
  ],
  [
    'long text',
    `${CHAT}/engagements/${UNKNOWN}/messages`,
    () => ({ sessionId: UNKNOWN, dialogId: UNKNOWN, body: textBody(long(4097)) }),
    'body.elementText.text',
    20004,
  ],
  [
    'empty text',
    `${CHAT}/engagements/${UNKNOWN}/messages`,
    () => ({ sessionId: UNKNOWN, dialogId: UNKNOWN, body: textBody('') }),
    'body.elementText.text',
    20004,
  ],
  [
    'no identifiers',
    MESSAGES,
    () => messagingBody(kit, { customerIdentifiers: undefined }),
    'customerIdentifiers',
    20002,
  ],
  ['an unknown channel', MESSAGES, () => messagingBody(kit, { channelId: 'Fax' }), 'channelId', 20005],
  [
    'an unknown provider',
    MESSAGES,
    () => messagingBody(kit, { channelProviderId: UNKNOWN }),
    'channelProviderId',
    20007,
  ],
  [
    'an unknown business account',
    MESSAGES,
    () => messagingBody(kit, { businessAccountName: UNKNOWN, providerDialogId: 'nowhere' }),
    'businessAccountName',
    20007,
  ],
  [
    'very long text',
    MESSAGES,
    () => messagingBody(kit, { body: textBody(long(524_289)) }),
    'body.elementText.text',
    20004,
  ],
  [
    'buttons of a customer',
    MESSAGES,
    rich('text', { actions: [{ type: 'reply', text: 'a', payload: 'b' }] }),
    'body.richMediaPayload.actions',
    20005,
  ],
  [
    'a carousel of a customer',
    MESSAGES,
    rich('text', { items: [{ title: 'a' }] }),
    'body.richMediaPayload.items',
    20005,
  ],
  [
    'a link as choice',
    MESSAGES,
    rich('reply', { selectedAction: { type: 'link', text: 'a', payload: 'b' } }),
    'body.richMediaPayload.selectedAction.type',
    20005,
  ],
  [
    'a reply sent as postback',
    MESSAGES,
    rich('postback', { selectedAction: { type: 'reply', text: 'a', payload: 'b' } }),
    'body.richMediaPayload.selectedAction.type',
    20005,
  ],
  ['no choice', MESSAGES, rich('reply', {}), 'body.richMediaPayload.selectedAction', 20002],
  [
    'a long payload',
    MESSAGES,
    rich('reply', { selectedAction: { type: 'reply', text: 'a', payload: long(513) } }),
    'body.richMediaPayload.selectedAction.payload',
    20004,
  ],
  [
    'a latitude of 91',
    MESSAGES,
    rich('location', { coordinates: { lat: 91, long: 0 } }),
    'body.richMediaPayload.coordinates.lat',
    20004,
  ],
  ['no coordinates', MESSAGES, rich('location', {}), 'body.richMediaPayload.coordinates', 20002],
  ['an image without a file', MESSAGES, rich('image', undefined), 'attachments', 20002],
  [
    'an unknown file',
    MESSAGES,
    () => messagingBody(kit, { attachments: [{ attachmentId: UNKNOWN }] }),
    'attachments[0].attachmentId',
    20007,
  ],
  [
    '26 files',
    MESSAGES,
    () => messagingBody(kit, { attachments: Array(26).fill({ attachmentId: UNKNOWN }) }),
    'attachments',
    20004,
  ],
  ['a short dialog id', `${PROVIDER_DIALOGS}/ab:typing`, dialogWords, 'providerDialogId', 20004],
  [
    'no business account',
    `${PROVIDER_DIALOGS}/abc:disconnect`,
    () => ({ channelProviderId: kit.ids.messagingElement }),
    'businessAccountName',
    20002,
  ],
  ['no size', `${MEDIA}/signed-upload-uri`, () => ({ ...upload, mediaSize: undefined }), 'mediaSize', 20002],
  ['no bytes', `${MEDIA}/signed-upload-uri`, () => ({ ...upload, mediaSize: 0 }), 'mediaSize', 20004],
  [
    '51 MB',
    `${MEDIA}/signed-upload-uri`,
    () => ({ ...upload, mediaSize: 51 * 1024 * 1024 }),
    'mediaSize',
    20004,
  ],
  [
    'a long name',
    `${MEDIA}/signed-upload-uri`,
    () => ({ ...upload, mediaName: long(256) }),
    'mediaName',
    20004,
  ],
  [
    'a drawing that can run script',
    `${MEDIA}/signed-upload-uri`,
    () => ({ ...upload, mediaContentType: 'image/svg+xml' }),
    'mediaContentType',
    20005,
  ],
  ['no event types', SUBSCRIPTIONS, () => ({ ...subscription(), eventTypes: [] }), 'eventTypes', 20004],
  [
    'an unknown event type',
    SUBSCRIPTIONS,
    () => ({ ...subscription(), eventTypes: ['WEATHER'] }),
    'eventTypes[0]',
    20005,
  ],
  [
    'http',
    SUBSCRIPTIONS,
    () => ({ ...subscription(), callbackUrl: 'http://connector.test/hook' }),
    'callbackUrl',
    20006,
  ],
  [
    'loopback without the switch',
    SUBSCRIPTIONS,
    () => ({ ...subscription(), callbackUrl: 'http://127.0.0.1:1/' }),
    'callbackUrl',
    20006,
  ],
  [
    'a long callback',
    SUBSCRIPTIONS,
    () => ({ ...subscription(), callbackUrl: `https://x.test/${long(2048)}` }),
    'callbackUrl',
    20004,
  ],
  [
    'an unknown provider',
    SUBSCRIPTIONS,
    () => ({ ...subscription(), channelProviderId: UNKNOWN }),
    'channelProviderId',
    20007,
  ],
];

test.each(faults)('%s, sent to %s, is a violation', async (_name, path, body, field, code) => {
  const answer = await kit.api('POST', path, body());
  expectProblem(answer, 400);
  expect(answer.body.violations).toContainEqual(expect.objectContaining({ field, code }));
});

test.each([
  ['pageSize', 'pageSize=51'],
  ['pageSize', 'pageSize=many'],
  ['pageNumber', 'pageNumber=0'],
])('%s out of range (%s) is a violation', async (field, query) => {
  const { sessionId, engagementId, dialogId } = await openChat(kit);
  const path = `${CHAT}/engagements/${engagementId}/messages?sessionId=${sessionId}&dialogId=${dialogId}&${query}`;
  const answer = await kit.api('GET', path);
  expectProblem(answer, 400);
  expect(answer.body.violations).toMatchObject([{ field }]);
});

test('an unknown reason for deleting a session is a violation, an absent one is not', async () => {
  const { sessionId } = await openChat(kit);
  expectProblem(await kit.api('DELETE', `${CHAT}/sessions/${sessionId}?reason=BORED`), 400);
  expect((await kit.api('DELETE', `${CHAT}/sessions/${sessionId}`)).status).toBe(204);
});
