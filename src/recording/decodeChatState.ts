import { decode } from '../lib/index.ts';
import type { Decoder } from '../lib/index.ts';
import type {
  ChatMessage,
  ChatState,
  ConnectionStatus,
  Delivery,
  EngagementState,
  HistoryStatus,
  IdleStatus,
  SessionFacts,
  SessionStatus,
  SystemEvent,
  TimelineItem,
} from '../model/index.ts';
import {
  clientMessageId,
  decodeParticipant,
  dialogId,
  END_REASONS,
  engagementId,
  ENGAGEMENT_STATUSES,
  epoch,
  messageId,
  PROBLEM_CODES,
} from '../protocol/index.ts';
import { code, localFile, seq, shownBody, streamFailure, text, timeMs } from './fields.ts';

const { boolean, byType, list, map, number, object, oneOf, optional, union } = decode;

/** A page holds some 10,000 messages at most; this many say that a log is none of ours. */
const MOST_ROWS = 100_000;

/** The state of the whole chat, exactly. Facts come with their own decoder, which the events share. */
export function decodeChatState(facts: Decoder<SessionFacts>): Decoder<ChatState> {
  return object({
    session,
    facts: optional(facts),
    connection,
    idle,
    outboxDurable: boolean,
    engagements: map(engagement),
    engagementIds: list(engagementId),
  });
}

const session = union<SessionStatus>('status', {
  none: object({ status: oneOf('none') }),
  starting: object({ status: oneOf('starting') }),
  open: object({ status: oneOf('open') }),
  failed: object({ status: oneOf('failed'), code, detail: text, retryAtMs: optional(timeMs) }),
  ended: object({ status: oneOf('ended'), reason: oneOf(...END_REASONS) }),
});
const connection = union<ConnectionStatus>('status', {
  idle: object({ status: oneOf('idle') }),
  connecting: object({ status: oneOf('connecting'), sinceMs: timeMs }),
  connected: object({ status: oneOf('connected'), sinceMs: timeMs }),
  failed: object({
    status: oneOf('failed'),
    reason: streamFailure,
    message: text,
    retryAtMs: optional(timeMs),
  }),
  closed: object({ status: oneOf('closed') }),
});
const idle = union<IdleStatus>('status', {
  active: object({ status: oneOf('active') }),
  warning: object({ status: oneOf('warning'), endsAtMs: timeMs, graceMs: number({ min: 0 }) }),
});
const delivery = union<Delivery>('status', {
  received: object({ status: oneOf('received') }),
  waiting: object({ status: oneOf('waiting'), code: optional(oneOf(...PROBLEM_CODES)) }),
  sending: object({ status: oneOf('sending'), progress: optional(number({ min: 0, max: 1 })) }),
  sent: object({ status: oneOf('sent') }),
  delivered: object({ status: oneOf('delivered') }),
  read: object({ status: oneOf('read') }),
  failed: object({ status: oneOf('failed'), code, detail: text, retryable: boolean }),
  unconfirmed: object({ status: oneOf('unconfirmed') }),
});
const history = union<HistoryStatus>('status', {
  unloaded: object({ status: oneOf('unloaded') }),
  loading: object({ status: oneOf('loading') }),
  partial: object({ status: oneOf('partial') }),
  complete: object({ status: oneOf('complete') }),
  failed: object({ status: oneOf('failed'), detail: text }),
});

const message: Decoder<ChatMessage> = object({
  key: text,
  engagementId,
  messageId: optional(messageId),
  clientMessageId: optional(clientMessageId),
  own: boolean,
  sender: optional(decodeParticipant),
  body: shownBody,
  localFiles: optional(list(localFile)),
  parentMessageId: optional(messageId),
  atMs: timeMs,
  seq: optional(seq),
  delivery,
  late: boolean,
});
const systemEvent: Decoder<SystemEvent> = union(
  'type',
  byType<SystemEvent>({
    joined: { participant: decodeParticipant },
    left: { participant: decodeParticipant },
    ended: {},
    error: { title: text, detail: text },
  }),
);
const item = union<TimelineItem>('kind', {
  message: object({ kind: oneOf('message'), key: text, message }),
  system: object({ kind: oneOf('system'), key: text, seq, atMs: timeMs, event: systemEvent }),
  gap: object({
    ...{ kind: oneOf('gap'), key: text, afterSeq: seq, beforeSeq: seq },
    status: oneOf('loading', 'failed'),
  }),
});
const engagement: Decoder<EngagementState> = object({
  engagementId,
  dialogId,
  kind: oneOf('messaging', 'chat'),
  status: oneOf(...ENGAGEMENT_STATUSES),
  joined: boolean,
  createdAtMs: timeMs,
  lastUpdatedAtMs: timeMs,
  participants: list(decodeParticipant),
  typing: list(decodeParticipant),
  timeline: list(item, { max: MOST_ROWS }),
  epoch,
  headSeq: seq,
  oldestSeq: optional(seq),
  history,
  unread: number({ min: 0 }),
  seenUpToSeq: seq,
  readUpToSeq: seq,
});
