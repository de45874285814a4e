import type { ChatEvent, ChatMessage as ShownMessage, ChatState } from '../../model/index.ts';
import type { EngagementId, MessageBody as WireBody, MessageId, WireMessage } from '../../protocol/index.ts';
import type { ChatMessage, Participant } from './engagement.ts';
import { textOf } from './textOf.ts';

/** Somebody, as a fresh plain object. */
export function participantOf({ participantId, participantType, displayName }: Participant): Participant {
  return { participantId, participantType, ...(displayName !== undefined && { displayName }) };
}

/** What messages of the wire and of the state are as messages of the Chat SDK: fresh plain objects. */
export interface Facts {
  /** A message of a log. */
  messageOf(wire: WireMessage, engagementId: EngagementId, seq: number): ChatMessage;
  /** One's own message at the moment when the connector has answered and its log has not spoken yet. */
  sentMessageOf(state: ChatState, event: Extract<ChatEvent, { type: 'MESSAGE_SENT' }>): ChatMessage;
  /** A message that the state shows; undefined where it does not. */
  shownMessageOf(state: ChatState, engagementId: EngagementId, messageId: MessageId): ChatMessage | undefined;
}

/** @param baseUrl the connector's address, which those of files begin with. */
export function createFacts(baseUrl: string): Facts {
  const wordsOf = (
    body: WireBody,
    parentMessageId: MessageId | undefined,
    atMs: number,
    sender: Participant,
  ): Omit<ChatMessage, keyof Place> => ({
    body: { elementType: 'text', elementText: { text: textOf(body, baseUrl), textFormat: 'PLAINTEXT' } },
    ...(parentMessageId && { parentMessageId }),
    receivedAt: new Date(atMs),
    lastUpdatedAt: new Date(atMs),
    senderParticipant: participantOf(sender),
  });
  const placeOf = (
    state: ChatState,
    engagementId: EngagementId,
  ): Pick<Place, 'engagementId' | 'dialogId'> => ({
    engagementId,
    dialogId: state.engagements[engagementId]?.dialogId ?? '',
  });
  return {
    messageOf({ messageId, dialogId, body, parentMessageId, receivedAt, sender }, engagementId, seq) {
      const place = { messageId, engagementId, dialogId, messageIndex: seq };
      return { ...place, ...wordsOf(body, parentMessageId, Date.parse(receivedAt), sender) };
    },
    sentMessageOf(state, { engagementId, clientMessageId, messageId, seq, atMs }) {
      const shown = findMessage(state, engagementId, (one) => one.clientMessageId === clientMessageId);
      const body = shown?.body ?? { type: 'text', text: '', format: 'plain' };
      return {
        ...{ messageId, ...placeOf(state, engagementId), messageIndex: seq ?? shown?.seq ?? 0 },
        ...wordsOf(body, shown?.parentMessageId, atMs ?? shown?.atMs ?? 0, shown?.sender ?? selfIn(state)),
      };
    },
    shownMessageOf(state, engagementId, messageId) {
      const shown = findMessage(state, engagementId, (one) => one.messageId === messageId);
      if (!shown) return undefined;
      return {
        ...{ messageId, ...placeOf(state, engagementId), messageIndex: shown.seq ?? 0 },
        ...wordsOf(shown.body, shown.parentMessageId, shown.atMs, shown.sender ?? selfIn(state)),
      };
    },
  };
}

type Place = Pick<ChatMessage, 'messageId' | 'engagementId' | 'dialogId' | 'messageIndex'>;

function selfIn({ facts }: ChatState): Participant {
  const displayName = facts?.displayName;
  return {
    participantId: facts?.participantId ?? '',
    participantType: 'CUSTOMER',
    ...(displayName !== undefined && { displayName }),
  };
}

function findMessage(
  state: ChatState,
  engagementId: EngagementId,
  isIt: (message: ShownMessage) => boolean,
): ShownMessage | undefined {
  const timeline = state.engagements[engagementId]?.timeline ?? [];
  // The newest is wanted; `findLast` is younger than the browsers that chat-sdk.js is for.
  for (let at = timeline.length - 1; at >= 0; at--) {
    const item = timeline[at];
    if (item?.kind === 'message' && isIt(item.message)) return item.message;
  }
  return undefined;
}
