import { expect, test } from 'vitest';
import { conversationOf } from '../../../src/desk/data/conversation.ts';
import { toTimeline } from '../../../src/desk/data/toTimeline.ts';
import type { DeskMessage } from '../../../src/protocol/desk/index.ts';
import { AT, ann, ben, details, engagement, message } from '../support/fixtures.ts';

const from = (name: string): Partial<DeskMessage> => ({ senderType: 'AGENT', senderName: name });
const rowsOf = (messages: readonly DeskMessage[], readIndex = 0, rest = {}) =>
  toTimeline(
    conversationOf(details(engagement('a', { customerReadIndex: readIndex, ...rest }), messages)),
    ann.name,
  );
const messagesOf = (rows: ReturnType<typeof rowsOf>) =>
  rows.flatMap((row) => (row.kind === 'message' ? [row.message] : []));

test('my words are own, another agent’s and the customer’s are not', () => {
  const rows = rowsOf([
    message(1, 'Hi'),
    message(2, 'Moment', from(ben.name)),
    message(3, 'Here', from(ann.name)),
  ]);
  expect(messagesOf(rows).map((each) => each.own)).toEqual([false, false, true]);
});

test('what the customer has read is marked, the rest is delivered', () => {
  const rows = rowsOf([message(1, 'One', from(ann.name)), message(2, 'Two', from(ann.name))], 1);
  expect(messagesOf(rows).map((each) => each.delivery.status)).toEqual(['read', 'delivered']);
});

test('a row stays the same object until its message changes', () => {
  const messages = [message(1, 'Hi')];
  expect(rowsOf(messages)[0]).toBe(rowsOf(messages)[0]);
});

test('buttons and cards of one message become two rows', () => {
  const actions = [{ type: 'reply', text: 'Yes', payload: 'yes' }] as const;
  const cards = [{ title: 'Beans', actions }];
  const rows = rowsOf([message(1, '', { content: { kind: 'text', text: 'Look', actions, cards } })]);
  expect(messagesOf(rows).map((each) => each.body.type)).toEqual(['text', 'carousel']);
  expect(new Set(rows.map((row) => row.key)).size).toBe(2);
});

test('every kind of content has its body', () => {
  const file = {
    attachmentId: 'f',
    name: 'a.png',
    contentType: 'image/png',
    sizeBytes: 3,
    url: 'https://x.test/a',
  };
  const rows = rowsOf([
    message(1, '', { content: { kind: 'choice', choice: 'reply', text: 'Yes', payload: 'yes' } }),
    message(2, '', { content: { kind: 'location', lat: 52.5, long: 13.4 } }),
    message(3, '', { content: { kind: 'files', attachments: [file] } }),
  ]);
  expect(messagesOf(rows).map((each) => each.body)).toMatchObject([
    { type: 'choice', text: 'Yes', payload: 'yes' },
    { type: 'location', latitude: 52.5, longitude: 13.4 },
    { type: 'files', attachments: [{ name: 'a.png' }] },
  ]);
});

test('the end stands after the last message, what waits after the end', () => {
  const rows = rowsOf([message(1, 'Bye')], 0, { phase: 'closed', endedAt: AT });
  expect(rows.map((row) => row.kind)).toEqual(['message', 'system']);
});
