import { expect, test } from 'vitest';
import {
  decodeAccessToken,
  decodeDownloadUri,
  decodeEngagements,
  decodeMessagingSend,
  decodeProblem,
  decodeSdkTokenRequest,
  decodeSubscriptionInput,
  decodeUploadUri,
  violationOf,
} from '../../../src/protocol/axp/index.ts';

const send = (body: unknown, more: object = {}) =>
  decodeMessagingSend({
    channelProviderId: 'provider',
    channelId: 'Messaging',
    businessAccountName: 'account',
    customerIdentifiers: {},
    body,
    ...more,
  });
const uuid = '11111111-2222-4333-8444-555555555555';

test.each([
  ['text', { elementType: 'text', elementText: { text: 'hi' } }],
  ['an unknown kind with text', { elementType: 'sticker', elementText: { text: 'hi' } }],
  [
    'a reply',
    {
      elementType: 'reply',
      elementText: { text: '' },
      richMediaPayload: { selectedAction: { type: 'reply', text: 'a', payload: 'b' } },
    },
  ],
  [
    'a location without a name',
    { elementType: 'location', richMediaPayload: { coordinates: { lat: -90, long: 180 } } },
  ],
])('a customer may send %s', (_name, body) => expect(send(body)).toMatchObject({ ok: true }));

test('a customer may send up to 25 files', () => {
  const body = { elementType: 'file', elementText: { text: '' } };
  const attachments = (count: number) => Array.from({ length: count }, () => ({ attachmentId: uuid }));
  expect(send(body, { attachments: attachments(25) }).ok).toBe(true);
  expect(send(body, { attachments: attachments(26) }).ok).toBe(false);
  expect(send(body, { attachments: [] })).toMatchObject({ ok: false, faults: [{ path: 'attachments' }] });
});

test('the life of an SDK token is 15 to 60 minutes, 15 when absent, and may be text', () => {
  const ttl = (value: unknown) => decodeSdkTokenRequest({ integrationId: uuid, customerId: 'c', ttl: value });
  expect(ttl(undefined)).toMatchObject({ ok: true, value: { ttl: 15 } });
  expect(ttl('30')).toMatchObject({ ok: true, value: { ttl: 30 } });
  expect(ttl(14).ok).toBe(false);
  expect(ttl('abc').ok).toBe(false);
});

test('a subscription wants one to six event types', () => {
  const input = (eventTypes: unknown) =>
    decodeSubscriptionInput({ channelProviderId: 'provider', callbackUrl: 'https://a.test/', eventTypes });
  expect(input(['ALL']).ok).toBe(true);
  expect(input(Array(7).fill('ALL')).ok).toBe(false);
});

test('a problem whose status is text can be read, and a fault becomes a violation', () => {
  const problem = decodeProblem({ status: '400', violations: [{ field: 'a', message: 'b', code: '20002' }] });
  expect(problem).toMatchObject({ ok: true, value: { violations: [{ code: 20002 }] } });
  expect(violationOf({ path: 'a', message: 'b', rule: 'pattern' }).code).toBe(20006);
});

test('answers are read with the fields we need and without the ones we do not know', () => {
  expect(decodeAccessToken({ access_token: 'a', expires_in: 900, scope: 'x' })).toEqual({
    ok: true,
    value: { access_token: 'a', expires_in: 900 },
  });
  expect(decodeUploadUri({ mediaId: 'm', uploadSignedUri: 'https://x' }).ok).toBe(true);
  expect(decodeDownloadUri({ mediaId: 'm', downloadSignedUri: '/v1/media/m' }).ok).toBe(true);
  const dialogs = [{ dialogId: 'd', dialogStatus: 'PENDING', connections: null }];
  expect(decodeEngagements([{ engagementId: 'e', conversation: null, dialogs }])).toMatchObject({
    ok: true,
    value: [{ dialogs: [{ connections: [] }] }],
  });
});
