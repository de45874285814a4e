import type { ChatEvent } from './chatEvent.ts';
import type { ClientMessageId } from '../protocol/index.ts';
import type { ChatMessage, TimelineItem } from './chatMessage.ts';
import type { EngagementState } from './chatState.ts';
import type { Delivery } from './status.ts';
import { changeMessage, insertItem, removeKey } from './timeline.ts';

/** The events of one's own messages before they are in the log. */
export type OutboxEvent = Extract<
  ChatEvent,
  {
    type:
      | 'MESSAGE_QUEUED'
      | 'MESSAGE_SENDING'
      | 'MESSAGE_SENT'
      | 'MESSAGE_WAITING'
      | 'MESSAGE_REJECTED'
      | 'MESSAGE_REMOVED';
  }
>;

/** Folds what happens to an unsent message. Once it is in the log, the outbox has no say in it any more. */
export function reduceOutbox(engagement: EngagementState, event: OutboxEvent): EngagementState {
  switch (event.type) {
    case 'MESSAGE_QUEUED': {
      const { engagementId, clientMessageId, body, localFiles, parentMessageId, atMs } = event;
      const sent = { engagementId, clientMessageId, body, localFiles, parentMessageId, atMs };
      return { ...engagement, timeline: insertItem(engagement.timeline, waitingItem(sent)) };
    }
    case 'MESSAGE_SENDING':
      return settle(engagement, event, { status: 'sending', progress: event.progress });
    case 'MESSAGE_SENT':
      return settle(engagement, event, { status: 'sent' });
    case 'MESSAGE_WAITING':
      return settle(engagement, event, { status: 'waiting', code: event.code });
    case 'MESSAGE_REJECTED': {
      const { code, detail, retryable } = event;
      return settle(engagement, event, { status: 'failed', code, detail, retryable });
    }
    case 'MESSAGE_REMOVED':
      return { ...engagement, timeline: removeKey(engagement.timeline, event.clientMessageId) };
  }
}

/** The row of a message of one's own that nobody has taken yet. */
export function waitingItem(sent: WaitingMessage): TimelineItem {
  const key = sent.clientMessageId;
  const delivery = { status: 'waiting' } as const;
  return { kind: 'message', key, message: { ...sent, key, own: true, delivery, late: false } };
}

/** What `waitingItem` is made of. */
export type WaitingMessage = Pick<
  ChatMessage,
  'engagementId' | 'body' | 'localFiles' | 'parentMessageId' | 'atMs'
> & {
  readonly clientMessageId: ClientMessageId;
};

function settle(engagement: EngagementState, event: OutboxEvent, delivery: Delivery): EngagementState {
  const timeline = changeMessage(
    engagement.timeline,
    { clientMessageId: event.clientMessageId },
    (message) => (message.seq === undefined ? { ...message, delivery } : message),
  );
  return timeline === engagement.timeline ? engagement : { ...engagement, timeline };
}
