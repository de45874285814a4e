import { expect, test } from 'vitest';
import {
  decodeAgentInput,
  decodeDeskAction,
  decodeDeskEvent,
  decodeDeskSend,
  decodeDeskTransfer,
  decodeIntegrationInput,
} from '../../../src/protocol/desk/index.ts';

test.each([
  ['http', { type: 'link', text: 'x', uri: 'http://a.test' }],
  ['a script', { type: 'link', text: 'x', uri: 'javascript:alert(1)' }],
  ['no payload', { type: 'reply', text: 'x' }],
  ['an unknown type', { type: 'call', text: 'x' }],
  ['long text', { type: 'locationRequest', text: 'x'.repeat(51) }],
])('an action with %s is refused', (_name, action) => expect(decodeDeskAction(action).ok).toBe(false));

test('text may come with buttons and cards, and has none by default', () => {
  const decoded = decodeDeskSend({ clientMessageId: '1', content: { kind: 'text', text: 'hi' } });
  expect(decoded).toMatchObject({ ok: true, value: { content: { actions: [], cards: [] } } });
  const empty = decodeDeskSend({ clientMessageId: '1', content: { kind: 'text', text: '' } });
  expect(empty).toMatchObject({ ok: false, faults: [{ path: 'content.text', rule: 'range' }] });
  const action = { type: 'reply', text: 'a', payload: 'b' };
  const many = { kind: 'text', text: 'x', actions: Array(6).fill(action) };
  expect(decodeDeskSend({ clientMessageId: '1', content: many }).ok).toBe(false);
});

test('a transfer names an agent or a queue', () => {
  expect(decodeDeskTransfer({ to: { kind: 'agent', agentId: 'a' } }).ok).toBe(true);
  expect(decodeDeskTransfer({ to: { kind: 'agent', queueId: 'a' } }).ok).toBe(false);
});

test('an integration has sound defaults', () => {
  const input = { name: 'I', kind: 'messaging', channelProviderId: 'p' };
  expect(decodeIntegrationInput(input)).toMatchObject({
    ok: true,
    value: { workflow: 'bot-queue-agent', media: ['messaging'], alertSeconds: 20, enabled: true, rules: [] },
  });
  expect(decodeIntegrationInput({ ...input, media: [] }).ok).toBe(false);
  const hours = { spans: [{ day: 'mon', from: '9', to: '17:00' }] };
  expect(decodeIntegrationInput({ ...input, hours })).toMatchObject({
    ok: false,
    faults: [{ path: 'hours.spans[0].from', rule: 'pattern' }],
  });
});

test('a user name is one word, a password has at least eight characters', () => {
  expect(decodeAgentInput({ user: 'a b', name: 'A' }).ok).toBe(false);
  expect(decodeAgentInput({ user: 'ab', name: 'A', password: 'short' }).ok).toBe(false);
  expect(decodeAgentInput({ user: 'ab', name: 'A' })).toMatchObject({ ok: true, value: { capacity: 5 } });
});

test.each([undefined, null, [], 'x', { type: 'weather' }, { type: 'alert' }, { type: '__proto__' }])(
  'the event %j is refused without a throw',
  (input) => expect(decodeDeskEvent(input).ok).toBe(false),
);
