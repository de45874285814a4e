import type { ChatEvent } from '../../../model/index.ts';
import type { LogEntry, MessageId } from '../../../protocol/index.ts';
import { participantOf } from '../core/conversation.ts';
import type { ConversationLink } from '../core/conversationLink.ts';
import { createListeners, type Listeners } from '../core/listeners.ts';
import { messageOf, shownMessageOf } from './messageOf.ts';
import type { Message, MessageEvent, TypingStarted, TypingStopped } from './types.ts';

/** The listeners of one conversation's messages. */
export interface MessageTeller {
  readonly arrived: Listeners<MessageEvent>;
  readonly delivered: Listeners<MessageEvent>;
  readonly typingStarted: Listeners<TypingStarted>;
  readonly typingStopped: Listeners<TypingStopped>;
}

/**
 * Tells of messages and typing, each once, in the order of the log. MESSAGE_DELIVERED waits until whoever awaits its
 * `sendMessage` has gone on, so that a page never hears of a message that it does not know yet.
 */
export function createMessageTeller(link: ConversationLink): MessageTeller {
  const { random, logger, line } = link;
  const teller: MessageTeller = {
    arrived: createListeners(random, logger),
    delivered: createListeners(random, logger),
    typingStarted: createListeners(random, logger),
    typingStopped: createListeners(random, logger),
  };
  link.entries.subscribe((entry) => tellOf(link, teller, entry));
  link.events.subscribe((event) => {
    const typing = typingOf(link, event);
    if (!typing) return;
    const listeners = event.type === 'TYPING_STARTED' ? teller.typingStarted : teller.typingStopped;
    line.tell(() => listeners.tell(typing));
  });
  return teller;
}

function tellOf(link: ConversationLink, { arrived, delivered }: MessageTeller, entry: LogEntry): void {
  const eventDate = new Date(entry.at);
  if (entry.type === 'MESSAGE_ARRIVED') {
    const message = { ...messageOf(link, entry.message), eventDate };
    link.line.tell(() => arrived.tell(message));
  }
  if (entry.type === 'MESSAGE_DELIVERED')
    link.line.tellLater(async () => {
      const message = await findOwn(link, entry.messageId);
      if (message) delivered.tell({ ...message, eventDate, lastUpdatedAt: eventDate });
    });
}

/** Looked for where it is shown; one of an earlier page of history, perhaps from another device, on the server. */
async function findOwn(link: ConversationLink, id: MessageId): Promise<Message | undefined> {
  const { client, engagementId } = link;
  const timeline = client.getState().engagements[engagementId]?.timeline ?? [];
  const item = timeline.findLast((one) => one.kind === 'message' && one.message.messageId === id);
  if (item?.kind === 'message') return shownMessageOf(link, item.message, id);
  const { entries } = await client.readHistory(engagementId, { limit: 50 });
  for (const entry of entries)
    if (entry.type === 'MESSAGE_ACCEPTED' && entry.message.messageId === id)
      return messageOf(link, entry.message);
  return undefined;
}

function typingOf({ engagementId, clock }: ConversationLink, event: ChatEvent): TypingStarted | undefined {
  if (event.type !== 'TYPING_STARTED' && event.type !== 'TYPING_STOPPED') return undefined;
  if (event.engagementId !== engagementId) return undefined;
  const participant = participantOf(event.participant);
  return { conversationId: engagementId, eventDate: new Date(clock.now()), participant };
}
