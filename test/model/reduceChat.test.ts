import fc from '../support/property.ts';
import { describe, expect, test } from 'vitest';
import { createSimulatedClock } from '../../src/lib/index.ts';
import {
  initialChatState,
  reduceChat,
  selectCanSend,
  selectCounterpart,
  selectEngagement,
  selectTimeline,
  selectUnread,
  type ChatEvent,
  type ChatState,
  type TimelineItem,
} from '../../src/model/index.ts';
import {
  asId,
  type ClientMessageId,
  type LogEntry,
  type MessageId,
  type Participant,
} from '../../src/protocol/index.ts';
import { createScriptedConnector } from '../../src/testing/index.ts';

const ID = asId<ClientMessageId>('c-1');
const AGENT: Participant = { participantId: asId('agent-1'), participantType: 'AGENT' };
const BOT: Participant = { participantId: asId('bot-1'), participantType: 'BOT' };

/** A state with one empty engagement, and a log to take entries from. */
function set() {
  const far = createScriptedConnector(createSimulatedClock());
  const { engagementId } = far;
  const view = far.view();
  const facts = { ...view, kind: 'messaging' as const };
  let state: ChatState = reduceChat(initialChatState, {
    type: 'INITIALIZED',
    facts,
    engagements: view.engagements,
  });
  const tell = (...events: readonly ChatEvent[]): ChatState => (state = events.reduce(reduceChat, state));
  const entries = (): readonly LogEntry[] => far.logs.range(engagementId, 0, 1000);
  const entry = (seq: number): ChatEvent => {
    const found = entries()[seq - 1];
    if (!found) throw new Error(`no entry ${seq}`);
    return { type: 'ENTRY', entry: found, live: true };
  };
  const own = (text: string, id = ID): void => {
    far.logs.append(engagementId, {
      type: 'MESSAGE_ACCEPTED',
      engagementId,
      message: {
        messageId: asId<MessageId>(`own-${id}`),
        dialogId: asId('dialog-1'),
        clientMessageId: id,
        sender: far.customer,
        body: { type: 'text', text, format: 'plain' },
        receivedAt: '2026-01-01T00:00:00Z',
        delivery: 'accepted',
      },
    });
  };
  const queued = (text: string, id = ID): ChatEvent => ({
    type: 'MESSAGE_QUEUED',
    engagementId,
    clientMessageId: id,
    body: { type: 'text', text, format: 'plain' },
    atMs: 1,
  });
  return {
    far,
    engagementId,
    entry,
    entries,
    own,
    queued,
    tell,
    state: () => state,
    shown: () => shown(state),
  };
}

function shown(state: ChatState): string {
  return selectTimeline(state).map(wordOf).join(' ');
}

function wordOf(item: TimelineItem): string {
  if (item.kind === 'gap') return `…${item.status}`;
  if (item.kind === 'system') return item.event.type;
  const { body, seq, delivery } = item.message;
  return `${body.text}${seq === undefined ? '?' : ''}${delivery.status === 'received' ? '' : `:${delivery.status}`}`;
}

test('entries in any order, with doubles, make the list of the log', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 8 }), { maxLength: 30 }), (order) => {
      const { far, entry, tell } = set();
      for (let at = 1; at <= 8; at++) far.says(`m${at}`);
      const state = tell(...order.map(entry));
      const expected = [...new Set(order)].toSorted((a, b) => a - b).map((seq) => `m${seq}`);
      expect(shown(state)).toBe(expected.join(' '));
    }),
  );
});

describe('one’s own message', () => {
  test('is on screen when queued, and takes its final place once', () => {
    const { far, own, entry, queued, tell, shown } = set();
    tell(queued('Hi'));
    expect(shown()).toBe('Hi?:waiting');
    far.says('Meanwhile');
    tell(entry(1));
    expect(shown()).toBe('Meanwhile Hi?:waiting');
    own('Hi');
    tell(entry(2));
    expect(shown()).toBe('Meanwhile Hi:sent');
    tell(entry(2), queued('Hi'));
    far.says('After');
    tell(entry(3));
    expect(shown()).toBe('Meanwhile Hi:sent After');
  });

  test('keeps its key from compose to the end', () => {
    const { own, entry, queued, tell, state } = set();
    tell(queued('Hi'));
    const [before] = selectTimeline(state());
    own('Hi');
    tell(entry(1));
    expect(selectTimeline(state())[0]?.key).toBe(before?.key);
  });

  test('sent is told by the answer; what the outbox says after its entry has no say', () => {
    const { engagementId, own, entry, queued, tell, shown } = set();
    const of = { engagementId, clientMessageId: ID };
    tell(
      queued('Hi'),
      { type: 'MESSAGE_SENDING', ...of },
      { type: 'MESSAGE_SENT', ...of, messageId: asId('own-c-1') },
    );
    expect(shown()).toBe('Hi?:sent');
    own('Hi');
    tell(entry(1), { type: 'MESSAGE_WAITING', ...of });
    tell({ type: 'MESSAGE_REJECTED', ...of, code: 'unreachable', detail: '', retryable: true });
    expect(shown()).toBe('Hi:sent');
  });

  test('rises to delivered and read, and never falls back', () => {
    const { far, engagementId, own, entry, tell, shown } = set();
    own('Hi');
    const messageId = asId<MessageId>('own-c-1');
    far.logs.append(engagementId, { type: 'MESSAGE_DELIVERED', engagementId, messageId });
    tell(entry(1), entry(2));
    expect(shown()).toBe('Hi:delivered');
    tell({ type: 'MESSAGES_READ', engagementId, upToSeq: 2 });
    expect(shown()).toBe('Hi:read');
    tell(entry(2), { type: 'MESSAGES_READ', engagementId, upToSeq: 1 });
    expect(shown()).toBe('Hi:read');
  });

  test('that was read before its delivery came is read', () => {
    const { far, engagementId, own, entry, tell, shown } = set();
    own('Hi');
    far.logs.append(engagementId, {
      type: 'MESSAGE_DELIVERED',
      engagementId,
      messageId: asId<MessageId>('own-c-1'),
    });
    tell(entry(1), { type: 'MESSAGES_READ', engagementId, upToSeq: 5 }, entry(2));
    expect(shown()).toBe('Hi:read');
  });

  test('that the contact centre refused says so', () => {
    const { far, engagementId, own, entry, tell, shown } = set();
    own('Hi');
    const messageId = asId<MessageId>('own-c-1');
    far.logs.append(engagementId, { type: 'MESSAGE_FAILED', engagementId, messageId, detail: 'no' });
    tell(entry(1), entry(2));
    expect(shown()).toBe('Hi:failed');
  });

  test('removed is gone', () => {
    const { engagementId, queued, tell, shown } = set();
    tell(queued('Hi'), { type: 'MESSAGE_REMOVED', engagementId, clientMessageId: ID });
    expect(shown()).toBe('');
  });
});

describe('a gap', () => {
  test('stands in its place, and gives it up to what fills it', () => {
    const { far, engagementId, entry, entries, tell, shown } = set();
    for (const text of ['a', 'b', 'c', 'd']) far.says(text);
    tell(entry(1), { type: 'GAP_FOUND', engagementId, afterSeq: 1, beforeSeq: 4 }, entry(4));
    expect(shown()).toBe('a …loading d');
    tell({ type: 'GAP_FAILED', engagementId, afterSeq: 1, beforeSeq: 4 });
    expect(shown()).toBe('a …failed d');
    tell({ type: 'GAP_FILLED', engagementId, afterSeq: 1, entries: entries().slice(1, 3) });
    expect(shown()).toBe('a b c d');
  });

  test('what fills it counts as unread', () => {
    const { far, engagementId, entry, entries, tell, state } = set();
    for (const text of ['a', 'b', 'c']) far.says(text);
    tell(entry(1), { type: 'GAP_FOUND', engagementId, afterSeq: 1, beforeSeq: 3 }, entry(3));
    expect(selectUnread(state())).toBe(2);
    tell({ type: 'GAP_FILLED', engagementId, afterSeq: 1, entries: entries().slice(1, 2) });
    expect(selectUnread(state())).toBe(3);
  });

  test('an arrival that comes late does not bring back who has left since', () => {
    const { far, engagementId, entry, entries, tell, state } = set();
    far.says('a');
    far.logs.append(engagementId, { type: 'PARTICIPANT_ADDED', engagementId, participant: AGENT });
    far.logs.append(engagementId, { type: 'PARTICIPANT_DISCONNECTED', engagementId, participant: AGENT });
    tell(entry(1), { type: 'GAP_FOUND', engagementId, afterSeq: 1, beforeSeq: 3 }, entry(3));
    tell({ type: 'GAP_FILLED', engagementId, afterSeq: 1, entries: entries().slice(1, 2) });
    expect(selectEngagement(state())?.participants).toEqual([]);
    expect(shown(state())).toBe('a joined left');
  });

  test('an old beginning does not reopen what has ended', () => {
    const { far, engagementId, entry, entries, tell, state } = set();
    far.says('a');
    far.logs.append(engagementId, { type: 'ENGAGEMENT_ACTIVE', engagementId, dialogId: asId('dialog-1') });
    far.logs.append(engagementId, {
      type: 'ENGAGEMENT_TERMINATED',
      engagementId,
      dialogId: asId('dialog-1'),
    });
    tell(entry(1), { type: 'GAP_FOUND', engagementId, afterSeq: 1, beforeSeq: 3 }, entry(3));
    tell({ type: 'GAP_FILLED', engagementId, afterSeq: 1, entries: entries().slice(1, 2) });
    expect(selectCanSend(state())).toBe(false);
  });
});

describe('the past', () => {
  test('stands before the present, once', () => {
    const { far, engagementId, entry, entries, tell, shown } = set();
    for (const text of ['a', 'b', 'c']) far.says(text);
    tell(entry(3), { type: 'HISTORY_LOADING', engagementId });
    tell({ type: 'HISTORY_LOADED', engagementId, entries: entries() });
    expect(shown()).toBe('a b c');
  });

  test('brings a pending message home', () => {
    const { engagementId, own, queued, entries, tell, shown } = set();
    tell(queued('Hi'));
    own('Hi');
    tell({ type: 'HISTORY_LOADED', engagementId, entries: entries() });
    expect(shown()).toBe('Hi:sent');
  });

  test('is not unread', () => {
    const { far, engagementId, entries, tell, state } = set();
    far.says('a');
    tell({ type: 'HISTORY_LOADED', engagementId, entries: entries() });
    expect(selectUnread(state())).toBe(0);
  });

  test('a page without an older one is the beginning', () => {
    const { far, engagementId, entries, tell, state } = set();
    far.says('a');
    tell({ type: 'HISTORY_LOADED', engagementId, entries: entries(), olderBeforeSeq: 1 });
    expect(selectEngagement(state())?.history.status).toBe('partial');
    tell({ type: 'HISTORY_LOADED', engagementId, entries: [] });
    expect(selectEngagement(state())?.history.status).toBe('complete');
  });
});

test('a rebuilt log keeps only what was never sent', () => {
  const { far, engagementId, entry, queued, tell, shown } = set();
  far.says('old');
  tell(entry(1), queued('unsent'));
  tell({ type: 'ENGAGEMENT_RESET', engagementId, engagement: far.engagement() });
  expect(shown()).toBe('unsent?:waiting');
});

test('one’s own message marks what is above it as seen', () => {
  const { far, own, entry, tell, state } = set();
  far.says('a');
  tell(entry(1));
  expect(selectUnread(state())).toBe(1);
  own('b');
  tell(entry(2));
  expect(selectUnread(state())).toBe(0);
});

test('an agent is the counterpart before a bot, and whoever sends is not typing any more', () => {
  const { far, engagementId, entry, tell, state } = set();
  for (const participant of [AGENT, BOT])
    far.logs.append(engagementId, { type: 'PARTICIPANT_ADDED', engagementId, participant });
  tell(entry(1), entry(2), { type: 'TYPING_STARTED', engagementId, participant: far.agent });
  expect(selectCounterpart(state())?.participantType).toBe('AGENT');
  far.says('a');
  tell(entry(3));
  expect(selectEngagement(state())?.typing).toEqual([]);
});

test('what does not change keeps its reference', () => {
  const { far, engagementId, entry, tell, state } = set();
  for (const text of ['a', 'b']) far.says(text);
  const before = tell(entry(1));
  const [first] = selectTimeline(before);
  expect(reduceChat(before, { type: 'MESSAGES_READ', engagementId, upToSeq: 0 })).toBe(before);
  expect(reduceChat(before, { type: 'IDLE_TIMEOUT_RESET' })).toBe(before);
  expect(
    reduceChat(before, { type: 'TYPING_STOPPED', engagementId: asId('nobody'), participant: AGENT }),
  ).toBe(before);
  tell(entry(2));
  expect(selectTimeline(state())[0]).toBe(first);
  expect(state().connection).toBe(before.connection);
});

test('the line, the clocks and the end are told as they are', () => {
  const { tell } = set();
  expect(tell({ type: 'EVENT_STREAM_CONNECTING', atMs: 1 }).connection).toEqual({
    status: 'connecting',
    sinceMs: 1,
  });
  const failed = {
    type: 'EVENT_STREAM_FAILED',
    atMs: 5,
    reason: 'SERVER_ERROR',
    message: 'x',
    retryAfterMs: 10,
  } as const;
  expect(tell(failed).connection).toMatchObject({ status: 'failed', retryAtMs: 15 });
  expect(tell({ type: 'IDLE_TIMEOUT_EXPIRED', atMs: 5, graceMs: 30 }).idle).toMatchObject({ endsAtMs: 35 });
  expect(tell({ type: 'SHUTDOWN', reason: 'USER_CLOSED', atMs: 6 })).toMatchObject({
    session: { status: 'ended', reason: 'USER_CLOSED' },
    idle: { status: 'active' },
  });
});
