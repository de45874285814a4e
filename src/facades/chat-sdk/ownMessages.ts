import type { TextClient } from '../../client/index.ts';
import type { ChatEvent } from '../../model/index.ts';
import type { EngagementId, LogEntry, MessageId } from '../../protocol/index.ts';
import { acsErrorOf } from './acsErrorOf.ts';
import type { ChatMessage } from './engagement.ts';
import type { MessageOf } from './messageOf.ts';

/** The customer's own messages: sent, and remembered until their delivery is told. */
export interface OwnMessages {
  /** Resolves when the connector has it. Rejects with `ACSException`; then it is not sent later either. */
  send(id: EngagementId, text: string, parentMessageId: MessageId | undefined): Promise<ChatMessage>;
  /** Hears every event of the client. */
  take(event: ChatEvent): void;
  /** Hands out one whose delivery is to be told, once. Undefined where its coming was not heard here. */
  claim(messageId: MessageId): ChatMessage | undefined;
}

/** Makes the keeper of one session. */
export function createOwnMessages(client: TextClient, messageOf: MessageOf): OwnMessages {
  const undelivered = new Map<MessageId, ChatMessage>();
  const learn = (entry: LogEntry): void => {
    if (entry.type !== 'MESSAGE_ACCEPTED' || entry.message.delivery === 'delivered') return;
    undelivered.set(entry.message.messageId, messageOf(entry.message, entry.engagementId, entry.seq));
  };

  return {
    async send(id, text, parentMessageId) {
      const taken = await client.sendText(id, text, parentMessageId).catch((fault: unknown) => {
        throw acsErrorOf(fault, 'send');
      });
      if ('message' in taken) return messageOf(taken.message, id, taken.seq);
      const { engagements, facts } = client.getState();
      const { messageId = '', at: receivedAt, seq } = taken; // without an id are only tombstones
      const { participantId = '', displayName } = facts ?? {};
      const sender = { participantId, participantType: 'CUSTOMER', displayName } as const;
      const body = { type: 'text', format: 'plain', text } as const;
      const dialogId = engagements[id]?.dialogId ?? '';
      return messageOf({ messageId, dialogId, body, parentMessageId, receivedAt, sender }, id, seq);
    },
    take(event) {
      if (event.type === 'ENTRY') learn(event.entry);
      else if (event.type === 'HISTORY_LOADED' || event.type === 'GAP_FILLED') event.entries.forEach(learn);
    },
    claim(messageId) {
      const message = undelivered.get(messageId);
      undelivered.delete(messageId);
      return message;
    },
  };
}
