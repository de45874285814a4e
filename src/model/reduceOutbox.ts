import type { ChatEvent } from './chatEvent.ts';
import type { ChatMessage } from './chatMessage.ts';
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
    case 'MESSAGE_QUEUED':
      return {
        ...engagement,
        timeline: insertItem(engagement.timeline, { kind: 'message', ...queued(event) }),
      };
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

function queued(event: Extract<OutboxEvent, { type: 'MESSAGE_QUEUED' }>): {
  key: string;
  message: ChatMessage;
} {
  const { engagementId, clientMessageId, body, localFiles, parentMessageId, atMs } = event;
  const message: ChatMessage = {
    key: clientMessageId,
    engagementId,
    clientMessageId,
    own: true,
    body,
    localFiles,
    parentMessageId,
    atMs,
    delivery: { status: 'waiting' },
    late: false,
  };
  return { key: clientMessageId, message };
}

function settle(engagement: EngagementState, event: OutboxEvent, delivery: Delivery): EngagementState {
  const timeline = changeMessage(
    engagement.timeline,
    { clientMessageId: event.clientMessageId },
    (message) => (message.seq === undefined ? { ...message, delivery } : message),
  );
  return timeline === engagement.timeline ? engagement : { ...engagement, timeline };
}
