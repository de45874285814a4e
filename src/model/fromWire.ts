import type { EngagementId, LogEntry, WireDelivery, WireEngagement, WireMessage } from '../protocol/index.ts';
import type { ChatMessage, SystemEvent, TimelineItem } from './chatMessage.ts';
import type { EngagementState } from './chatState.ts';
import type { Delivery } from './status.ts';

/** A wire time as milliseconds since 1970 UTC; 0 for text that is no time (decoders let none through). */
export function atMs(iso: string): number {
  const parsed = Date.parse(iso);
  return Number.isNaN(parsed) ? 0 : parsed;
}

/** An engagement nothing of whose past has been read. What is there already counts as seen. */
export function engagementFromWire(wire: WireEngagement): EngagementState {
  const { createdAt, lastUpdatedAt, head, readUpToSeq = 0, ...facts } = wire;
  return {
    ...facts,
    createdAtMs: atMs(createdAt),
    lastUpdatedAtMs: atMs(lastUpdatedAt),
    typing: [],
    timeline: [],
    epoch: head.epoch,
    headSeq: head.seq,
    history: { status: head.seq === 0 ? 'complete' : 'unloaded' },
    unread: 0,
    seenUpToSeq: head.seq,
    readUpToSeq,
  };
}

/** A message of the log as a reader sees it. */
export function messageFromWire(
  wire: WireMessage,
  engagementId: EngagementId,
  seq: number,
  readUpToSeq: number,
): ChatMessage {
  const { clientMessageId, messageId, parentMessageId, delivery } = wire;
  const own = delivery !== undefined;
  // One shape for all and no copies: a page may hold ten thousand.
  const message: { -readonly [Name in keyof ChatMessage]: ChatMessage[Name] } = {
    key: clientMessageId ?? messageId,
    engagementId,
    messageId,
    own,
    sender: wire.sender,
    body: wire.body,
    atMs: atMs(wire.receivedAt),
    seq,
    delivery: own ? deliveryFromWire(delivery, seq <= readUpToSeq) : { status: 'received' },
    late: wire.late ?? false,
  };
  if (clientMessageId) message.clientMessageId = clientMessageId;
  if (parentMessageId) message.parentMessageId = parentMessageId;
  return message;
}

/** The row that an entry makes; undefined for entries that only change others. */
export function itemFromEntry(entry: LogEntry, readUpToSeq: number): TimelineItem | undefined {
  if (entry.type === 'MESSAGE_ARRIVED' || entry.type === 'MESSAGE_ACCEPTED') {
    const message = messageFromWire(entry.message, entry.engagementId, entry.seq, readUpToSeq);
    return { kind: 'message', key: message.key, message };
  }
  return systemItem(entry);
}

/** The row that tells of an event; undefined for entries that are none, or a message. */
export function systemItem(entry: LogEntry): TimelineItem | undefined {
  const event = systemEvent(entry);
  return (
    event && { kind: 'system', key: `${entry.log}:${entry.seq}`, seq: entry.seq, atMs: atMs(entry.at), event }
  );
}

function systemEvent(entry: LogEntry): SystemEvent | undefined {
  switch (entry.type) {
    case 'PARTICIPANT_ADDED':
      return { type: 'joined', participant: entry.participant };
    case 'PARTICIPANT_DISCONNECTED':
      return { type: 'left', participant: entry.participant };
    case 'ENGAGEMENT_TERMINATED':
      return { type: 'ended' };
    case 'ENGAGEMENT_ERROR':
      return { type: 'error', title: entry.title, detail: entry.detail };
    default:
      return undefined;
  }
}

function deliveryFromWire(delivery: WireDelivery | undefined, read: boolean): Delivery {
  switch (delivery) {
    case 'delivered':
      return { status: read ? 'read' : 'delivered' };
    case 'failed':
      return { status: 'failed', code: 'upstream-refused', detail: '', retryable: true };
    case 'unconfirmed':
      return { status: 'unconfirmed' };
    default:
      return { status: 'sent' };
  }
}
