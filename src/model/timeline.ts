import type { ClientMessageId, MessageId } from '../protocol/index.ts';
import type { ChatMessage, TimelineItem } from './chatMessage.ts';
import type { Delivery } from './status.ts';

/** Place of a row in the log: pending messages stand after everything. */
export function seqOf(item: TimelineItem): number {
  if (item.kind === 'message') return item.message.seq ?? Infinity;
  return item.kind === 'system' ? item.seq : item.afterSeq + 0.5;
}

/**
 * Puts a row at the place of its sequence. A row of the same key is replaced (a pending message takes its final place,
 * once); an entry that is there already changes nothing. Appending at the end looks at the last rows only.
 */
export function insertItem(timeline: readonly TimelineItem[], item: TimelineItem): readonly TimelineItem[] {
  const seq = seqOf(item);
  const known = findKnown(timeline, item.key, seq);
  if (known >= 0) {
    const old = timeline[known];
    if (old && (seqOf(old) === seq || seq === Infinity)) return timeline; // what is in the log never leaves it
    return insertItem(without(timeline, known), item);
  }
  const next = timeline.slice();
  next.splice(placeOf(timeline, seq), 0, item);
  return next;
}

/** Puts older rows before the others; rows that are there already are left out. */
export function prependItems(
  timeline: readonly TimelineItem[],
  older: readonly TimelineItem[],
): readonly TimelineItem[] {
  const known = new Set(timeline.map((item) => item.key));
  const fresh = known.size > 0 ? older.filter((item) => !known.has(item.key)) : older;
  return fresh.length === 0 ? timeline : inOrder(fresh.concat(timeline));
}

/** Changes the message that bears this id of the connector or of the page; no such message changes nothing. */
export function changeMessage(
  timeline: readonly TimelineItem[],
  id: { readonly messageId?: MessageId; readonly clientMessageId?: ClientMessageId | undefined },
  change: (message: ChatMessage) => ChatMessage,
): readonly TimelineItem[] {
  for (let at = timeline.length - 1; at >= 0; at--) {
    const item = timeline[at];
    if (item?.kind !== 'message' || !bears(item.message, id)) continue;
    const message = change(item.message);
    if (message === item.message) return timeline;
    const next = timeline.slice();
    next[at] = { kind: 'message', key: item.key, message };
    return next;
  }
  return timeline;
}

/** Sets how far a message has come; "read" is never taken back to "delivered" or "sent" (guarantees, G5). */
export function settleDelivery(message: ChatMessage, delivery: Delivery): ChatMessage {
  if (message.delivery.status === 'read' && (delivery.status === 'delivered' || delivery.status === 'sent'))
    return message;
  if (message.delivery.status === 'delivered' && delivery.status === 'sent') return message;
  return { ...message, delivery };
}

/** Takes a row out by its key. */
export function removeKey(timeline: readonly TimelineItem[], key: string): readonly TimelineItem[] {
  const at = findKey(timeline, key);
  return at < 0 ? timeline : without(timeline, at);
}

function bears(
  message: ChatMessage,
  id: { messageId?: MessageId; clientMessageId?: ClientMessageId | undefined },
): boolean {
  if (id.messageId !== undefined && message.messageId === id.messageId) return true;
  return id.clientMessageId !== undefined && message.clientMessageId === id.clientMessageId;
}

/** Behind the last row that is not younger. */
function placeOf(timeline: readonly TimelineItem[], seq: number): number {
  // No `findLastIndex`: chat-sdk.js runs in browsers that are older than it.
  let at = timeline.length;
  for (let item = timeline[at - 1]; item && seqOf(item) > seq; item = timeline[at - 1]) at -= 1;
  return at;
}

/**
 * Where an entry that comes in may stand already: at its own place, or among the pending, which stand last. What comes at
 * the end looks at the last rows only, however many there are. Unsent messages, which come by hand, are looked for everywhere.
 */
function findKnown(timeline: readonly TimelineItem[], key: string, seq: number): number {
  if (seq === Infinity) return findKey(timeline, key);
  for (let at = timeline.length - 1; at >= 0; at--) {
    const item = timeline[at];
    if (!item || seqOf(item) < seq) return -1;
    if (item.key === key) return at;
  }
  return -1;
}

/** From the end: what changes is nearly always young. */
function findKey(timeline: readonly TimelineItem[], key: string): number {
  for (let at = timeline.length - 1; at >= 0; at--) if (timeline[at]?.key === key) return at;
  return -1;
}

function without(timeline: readonly TimelineItem[], at: number): readonly TimelineItem[] {
  return [...timeline.slice(0, at), ...timeline.slice(at + 1)];
}

/** Nearly always it is in order already. */
function inOrder(items: TimelineItem[]): readonly TimelineItem[] {
  let before = 0;
  const isMixed = items.some((item) => before > (before = seqOf(item)));
  return isMixed ? items.sort((a, b) => compare(seqOf(a), seqOf(b))) : items;
}

function compare(a: number, b: number): number {
  return a === b ? 0 : a - b;
}
