import { expect, test } from 'vitest';
import { initialDeskState } from '../../../src/desk/data/deskState.ts';
import type { DeskSignal, DeskState } from '../../../src/desk/data/deskState.ts';
import { reduceDesk } from '../../../src/desk/data/reduceDesk.ts';
import type { DeskEvent } from '../../../src/protocol/desk/index.ts';
import { AT, alert, ann, ben, details, engagement, message, snapshot } from '../support/fixtures.ts';

const event = (one: DeskEvent): DeskSignal => ({ type: 'event', event: one, atMs: Date.parse(AT) - 5000 });
const fold = (...signals: DeskSignal[]): DeskState => signals.reduce(reduceDesk, initialDeskState);
const withOne = event({
  type: 'snapshot',
  snapshot: snapshot({ engagements: [details(engagement('a'), [message(1, 'Hello')])] }),
});

test('a snapshot is the whole desk, and tells how far the clocks are apart', () => {
  const state = fold(withOne);
  expect(state.me).toEqual(ann);
  expect(state.openIds).toEqual(['a']);
  expect(state.selectedId).toBe('a');
  expect(state.serverOffsetMs).toBe(5000);
  expect(state.conversations['a']?.unread).toBe(1);
});

test('messages stand by their index, once, and count as unread until they are seen', () => {
  const state = fold(
    withOne,
    event({ type: 'message', id: 'a', message: message(3, 'Third') }),
    event({ type: 'message', id: 'a', message: message(2, 'Second') }),
    event({ type: 'message', id: 'a', message: message(2, 'Second') }),
  );
  expect(state.conversations['a']?.messages.map((each) => each.index)).toEqual([1, 2, 3]);
  expect(state.conversations['a']?.unread).toBe(3);
  const seen = reduceDesk(state, { type: 'seen', id: 'a' });
  expect(seen.conversations['a']?.unread).toBe(0);
  const later = reduceDesk(seen, event({ type: 'message', id: 'a', message: message(4, 'Fourth') }));
  expect(later.conversations['a']?.unread).toBe(1);
});

test('the echo of my message takes the place of the pending one', () => {
  const pending = {
    clientMessageId: 'mine-1',
    content: { kind: 'text', text: 'Hi', actions: [], cards: [] },
    atMs: 0,
    status: 'sending',
  } as const;
  const echo = message(2, 'Hi', { senderType: 'AGENT', clientMessageId: 'mine-1' });
  const state = fold(withOne, { type: 'composed', id: 'a', message: pending });
  expect(state.conversations['a']?.pending).toEqual([pending]);
  const failed = reduceDesk(state, { type: 'send-failed', id: 'a', clientMessageId: 'mine-1' });
  expect(failed.conversations['a']?.pending[0]?.status).toBe('failed');
  const settled = reduceDesk(failed, event({ type: 'message', id: 'a', message: echo }));
  expect(settled.conversations['a']?.pending).toEqual([]);
  expect(settled.conversations['a']?.messages.at(-1)).toBe(echo);
});

test('a customer who leaves closes the card, and what was said stays readable', () => {
  const closed = engagement('a', { phase: 'closed', endedBy: 'customer', endedAt: AT });
  const state = fold(withOne, event({ type: 'engagement-updated', engagement: closed }));
  expect(state.openIds).toEqual([]);
  expect(state.history).toEqual([closed]);
  expect(state.selectedId).toBe('a');
  expect(state.conversations['a']?.messages).toHaveLength(1);
  expect(state.notice).toBeUndefined();
  const elsewhere = fold(
    withOne,
    { type: 'selected' },
    event({ type: 'engagement-updated', engagement: closed }),
  );
  expect(elsewhere.notice).toMatchObject({ kind: 'customer-left', name: 'Cora Client' });
});

test('an engagement in other hands leaves this desk', () => {
  const moved = engagement('a', { agentId: ben.agentId });
  const state = fold(withOne, event({ type: 'engagement-updated', engagement: moved }));
  expect(state.openIds).toEqual([]);
  expect(state.conversations).toEqual({});
  expect(state.selectedId).toBeUndefined();
  expect(state.notice?.kind).toBe('handed-over');
});

test('an alert rings once, and a missed one is told', () => {
  const ringing = fold(
    withOne,
    event({ type: 'alert', alert: alert('b') }),
    event({ type: 'alert', alert: alert('b') }),
  );
  expect(ringing.alerts).toHaveLength(1);
  const missed = reduceDesk(ringing, event({ type: 'alert-withdrawn', id: 'b', reason: 'unanswered' }));
  expect(missed.alerts).toEqual([]);
  expect(missed.notice?.kind).toBe('missed');
});

test('typing shows until it is over or the message is here', () => {
  const typing = event({ type: 'typing', id: 'a', participantId: 'p', name: 'Cora', at: AT });
  expect(fold(withOne, typing).conversations['a']?.typing).toBe('Cora');
  expect(fold(withOne, typing, { type: 'typing-over', id: 'a' }).conversations['a']?.typing).toBeUndefined();
  const said = event({ type: 'message', id: 'a', message: message(2, 'Done') });
  expect(fold(withOne, typing, said).conversations['a']?.typing).toBeUndefined();
});

test('presence and read marks reach the conversation', () => {
  const state = fold(
    withOne,
    event({ type: 'customer-presence', customerKey: 'customer-of-a', present: false }),
    event({ type: 'message-read', id: 'a', index: 1 }),
  );
  expect(state.conversations['a']?.customer.present).toBe(false);
  expect(state.conversations['a']?.engagement.customerReadIndex).toBe(1);
});

test('a snapshot after a break keeps what only this desk knows', () => {
  const pending = {
    clientMessageId: 'mine-1',
    content: { kind: 'text', text: 'Hi', actions: [], cards: [] },
    atMs: 0,
    status: 'failed',
  } as const;
  const state = fold(
    withOne,
    { type: 'seen', id: 'a' },
    { type: 'composed', id: 'a', message: pending },
    withOne,
  );
  expect(state.conversations['a']).toMatchObject({ unread: 0, pending: [pending] });
});

test('a signal about something unknown changes nothing', () => {
  const state = fold(withOne);
  expect(reduceDesk(state, event({ type: 'message', id: 'z', message: message(1, 'x') }))).toBe(state);
  expect(reduceDesk(state, { type: 'seen', id: 'z' })).toBe(state);
});
