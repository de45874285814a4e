import { expect, test } from 'vitest';
import { decodeCallback } from '../../../src/protocol/axp/index.ts';

const ids = { engagementId: 'e', dialogId: 'd', accountId: 'ABCDEF', channelProviderId: 'provider' };

test('a captured kind of callback is read: unset fields as null, [] and {}, ids that are no UUIDs', () => {
  const decoded = decodeCallback({
    ...ids,
    eventType: 'MESSAGES',
    eventDate: '2026-01-01T00:00:00.000Z',
    correlationId: null,
    sessionId: null,
    messageId: 'zzz',
    status: 'DELIVERED',
    senderParticipantId: '00000000-0000-0000-0000-222222222222',
    senderParticipantType: 'SYSTEM',
    senderParticipantName: '',
    body: { elementType: 'text', elementText: { text: 'hi', textFormat: 'PLAINTEXT' }, payload: null },
    attachments: [],
    customData: {},
    engagementParameters: null,
    recipientParticipants: [],
    somethingNew: { anything: 1 },
  });
  expect(decoded).toMatchObject({ ok: true, value: { eventType: 'MESSAGES', messageId: 'zzz' } });
  expect(decoded).not.toHaveProperty('value.sessionId');
});

test('rich media nested in the text, as one example has it, is lifted to its place', () => {
  const actions = [{ type: 'postback', text: 'Track', payload: 'TRACK' }];
  const decoded = decodeCallback({
    ...ids,
    eventType: 'MESSAGES',
    body: { elementType: 'text', elementText: { text: 'hi', richMediaPayload: { actions } } },
  });
  expect(decoded).toMatchObject({
    ok: true,
    value: { body: { elementText: { text: 'hi' }, richMediaPayload: { actions } } },
  });
});

test.each([
  ['ENGAGEMENT_CREATED', { initiatorParticipantId: 'p', customerIdentifiers: { email: ['a'] } }],
  ['PARTICIPANT_ADDED', { connectionId: 'c', participantType: 'AGENT' }],
  ['PARTICIPANT_DISCONNECTED', { connectionId: 'c', participantType: 'CUSTOMER' }],
  ['TYPING', { channelId: 'Messaging', senderParticipantId: 'p' }],
  ['ENGAGEMENT_ERROR', { type: 'ENGAGEMENT_CREATION_FAILED', title: 'x' }],
  ['X_SANDBOX_READ', { messageId: 'm' }],
])('%s is read', (eventType, rest) => {
  expect(decodeCallback({ ...ids, eventType, ...rest })).toMatchObject({ ok: true, value: { eventType } });
});

test('an unknown type is told apart from a broken callback', () => {
  expect(decodeCallback({ eventType: 'WEATHER' })).toMatchObject({
    ok: false,
    faults: [{ path: 'eventType', rule: 'unknown' }],
  });
  expect(decodeCallback({ eventType: 'TYPING' })).toMatchObject({
    ok: false,
    faults: [
      { path: 'engagementId', rule: 'missing' },
      { path: 'dialogId', rule: 'missing' },
    ],
  });
});

test.each([undefined, null, 1, 'x', [], {}, { eventType: 1 }, { eventType: '__proto__' }])(
  '%j is refused without a throw',
  (input) => expect(decodeCallback(input).ok).toBe(false),
);
