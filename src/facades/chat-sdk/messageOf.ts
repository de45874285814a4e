import type { MessageBody } from '../../protocol/index.ts';
import type { ChatMessage, Participant } from './engagement.ts';
import { textOf } from './textOf.ts';

/** Makes a message of the Chat SDK of what was said: a fresh plain object each time. */
export type MessageOf = (said: Said, engagementId: string, seq: number) => ChatMessage;

/** A message of a log, as far as the Chat SDK tells of it. */
export interface Said {
  readonly messageId: string;
  readonly dialogId: string;
  readonly body: MessageBody;
  readonly parentMessageId?: string | undefined;
  readonly receivedAt: string;
  readonly sender: Someone;
}

/** @param baseUrl the connector's address, which those of files begin with. */
export function createMessageOf(baseUrl: string): MessageOf {
  return ({ messageId, dialogId, body, parentMessageId, receivedAt, sender }, engagementId, seq) => ({
    ...{ messageId, engagementId, dialogId, messageIndex: seq },
    body: { elementType: 'text', elementText: { text: textOf(body, baseUrl), textFormat: 'PLAINTEXT' } },
    ...(parentMessageId !== undefined && { parentMessageId }),
    receivedAt: new Date(receivedAt),
    lastUpdatedAt: new Date(receivedAt),
    senderParticipant: participantOf(sender),
  });
}

/** Somebody, as a fresh plain object. */
export function participantOf({ participantId, participantType, displayName }: Someone): Participant {
  return { participantId, participantType, ...(displayName !== undefined && { displayName }) };
}

type Someone = Pick<Participant, 'participantId' | 'participantType'> & {
  readonly displayName?: string | undefined;
};
