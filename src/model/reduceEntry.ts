import type { LogEntry } from '../protocol/index.ts';
import type { TimelineItem } from './chatMessage.ts';
import type { EngagementState } from './chatState.ts';
import { atMs, itemFromEntry } from './fromWire.ts';
import { reduceFacts, withoutParticipant } from './reduceFacts.ts';
import { changeMessage, insertItem, seqOf, settleDelivery } from './timeline.ts';

/** Folds one entry of its own log into an engagement. An entry that was folded before changes nothing that is shown. */
export function reduceEntry(engagement: EngagementState, entry: LogEntry): EngagementState {
  const item = itemFromEntry(entry, engagement.readUpToSeq);
  const arrived = item ? { ...engagement, timeline: insertItem(engagement.timeline, item) } : engagement;
  const fresh = entry.seq > engagement.headSeq;
  const changed = reduceDelivery(reduceFacts(arrived, entry), entry);
  const isNews = entry.seq > engagement.seenUpToSeq && arrived.timeline !== engagement.timeline;
  return {
    ...changed,
    headSeq: Math.max(engagement.headSeq, entry.seq),
    oldestSeq: Math.min(engagement.oldestSeq ?? entry.seq, entry.seq),
    lastUpdatedAtMs: Math.max(engagement.lastUpdatedAtMs, atMs(entry.at)),
    unread: engagement.unread + (isNews && entry.type === 'MESSAGE_ARRIVED' ? 1 : 0),
    ...(entry.type === 'MESSAGE_ACCEPTED' && fresh && { unread: 0, seenUpToSeq: entry.seq }),
  };
}

/** Everything up to `upToSeq` has been read by the contact centre. */
export function markRead(engagement: EngagementState, upToSeq: number): EngagementState {
  if (upToSeq <= engagement.readUpToSeq) return engagement;
  const timeline = engagement.timeline.map((item): TimelineItem => {
    if (item.kind !== 'message' || !item.message.own || seqOf(item) > upToSeq) return item;
    const status = item.message.delivery.status;
    if (status !== 'sent' && status !== 'delivered') return item;
    return { ...item, message: { ...item.message, delivery: { status: 'read' } } };
  });
  return { ...engagement, timeline, readUpToSeq: upToSeq };
}

/** What an entry says of messages that stand already. */
function reduceDelivery(engagement: EngagementState, entry: LogEntry): EngagementState {
  switch (entry.type) {
    case 'MESSAGE_ARRIVED': // whoever has sent is not writing any more
      return { ...engagement, typing: withoutParticipant(engagement.typing, entry.message.sender) };
    case 'MESSAGE_DELIVERED': {
      const timeline = changeMessage(engagement.timeline, entry, (message) => {
        const read = message.seq !== undefined && message.seq <= engagement.readUpToSeq;
        return settleDelivery(message, { status: read ? 'read' : 'delivered' });
      });
      return { ...engagement, timeline };
    }
    case 'MESSAGE_FAILED': {
      const failed = {
        status: 'failed',
        code: 'upstream-refused',
        detail: entry.detail,
        retryable: true,
      } as const;
      return {
        ...engagement,
        timeline: changeMessage(engagement.timeline, entry, (message) => ({ ...message, delivery: failed })),
      };
    }
    case 'MESSAGE_UNCONFIRMED': {
      const timeline = changeMessage(engagement.timeline, entry, (message) =>
        message.delivery.status === 'sent' ? { ...message, delivery: { status: 'unconfirmed' } } : message,
      );
      return { ...engagement, timeline };
    }
    default:
      return engagement;
  }
}
