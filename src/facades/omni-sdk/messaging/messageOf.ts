import type { ChatMessage } from '../../../model/index.ts';
import type { MessageBody as WireBody, MessageId, WireMessage } from '../../../protocol/index.ts';
import type { ConversationLink } from '../core/conversationLink.ts';
import { CHANNEL, participantOf } from '../core/conversation.ts';
import type { Participant } from '../core/types.ts';
import { attachmentsOf, bodyOf } from './bodyOf.ts';
import type { Message } from './types.ts';

/** A message of the log, as a fresh plain object. */
export function messageOf(link: Place, wire: WireMessage): Message {
  const { messageId, body, parentMessageId, receivedAt, sender } = wire;
  return {
    messageId,
    ...partsOf(link, body, parentMessageId, Date.parse(receivedAt), participantOf(sender)),
  };
}

/** One's own message that is shown, by the id that the connector gave it. */
export function shownMessageOf(
  link: ConversationLink,
  { body, parentMessageId, atMs, sender }: ChatMessage,
  messageId: MessageId,
): Message {
  // What the list shows of a place is its name; the message itself has no text (axp.md 3.3).
  const said = body.type === 'location' ? { ...body, text: '' } : body;
  const from = sender ? participantOf(sender) : selfIn(link);
  return { messageId, ...partsOf(link, said, parentMessageId, atMs, from) };
}

/** Where a message stands. */
export type Place = Pick<ConversationLink, 'engagementId' | 'baseUrl'>;

function partsOf(
  { engagementId, baseUrl }: Place,
  body: WireBody,
  parentMessageId: string | undefined,
  atMs: number,
  senderParticipant: Participant,
): Omit<Message, 'messageId'> {
  const attachments = attachmentsOf(body, baseUrl);
  return {
    conversationId: engagementId,
    body: bodyOf(body),
    ...(attachments && { attachments }),
    ...(parentMessageId !== undefined && { parentMessageId }),
    receivedAt: new Date(atMs),
    lastUpdatedAt: new Date(atMs),
    senderParticipant,
  };
}

function selfIn({ client }: ConversationLink): Participant {
  const { facts } = client.getState();
  return {
    participantId: facts?.participantId ?? '',
    participantType: 'CUSTOMER',
    ...(facts?.displayName !== undefined && { displayName: facts.displayName }),
    channel: CHANNEL,
  };
}
