import type { ChatEvent, ChatMessage as ShownMessage, ChatState } from '../../model/index.ts';
import type { EngagementId, MessageBody as WireBody, MessageId, WireMessage } from '../../protocol/index.ts';
import type { ChatMessage, MessageBody, Participant } from './engagement.ts';
import { textOf } from './textOf.ts';

/** Somebody, as a fresh plain object. */
export function participantOf({ participantId, participantType, displayName }: Participant): Participant {
  return { participantId, participantType, ...(displayName !== undefined && { displayName }) };
}

/** A message of a log, as a fresh plain object. */
export function messageOf(wire: WireMessage, engagementId: EngagementId, seq: number): ChatMessage {
  const { messageId, dialogId, body, parentMessageId, receivedAt, sender } = wire;
  const place = { messageId, engagementId, dialogId, messageIndex: seq };
  return { ...place, ...wordsOf(body, parentMessageId, Date.parse(receivedAt), sender) };
}

/** One's own message at the moment when the connector has answered and its log has not spoken yet. */
export function sentMessageOf(
  state: ChatState,
  { engagementId, clientMessageId, messageId, seq, atMs }: Extract<ChatEvent, { type: 'MESSAGE_SENT' }>,
): ChatMessage {
  const shown = findMessage(state, engagementId, (one) => one.clientMessageId === clientMessageId);
  const dialogId = state.engagements[engagementId]?.dialogId ?? '';
  const index = seq ?? shown?.seq ?? 0;
  const place = { messageId, engagementId, dialogId, messageIndex: index };
  const body = shown?.body ?? { type: 'text', text: '', format: 'plain' };
  return {
    ...place,
    ...wordsOf(body, shown?.parentMessageId, atMs ?? shown?.atMs ?? 0, shown?.sender ?? selfIn(state)),
  };
}

/** A message that the state shows; undefined where it does not. */
export function shownMessageOf(
  state: ChatState,
  engagementId: EngagementId,
  messageId: MessageId,
): ChatMessage | undefined {
  const shown = findMessage(state, engagementId, (one) => one.messageId === messageId);
  if (!shown) return undefined;
  const dialogId = state.engagements[engagementId]?.dialogId ?? '';
  const place = { messageId, engagementId, dialogId, messageIndex: shown.seq ?? 0 };
  return {
    ...place,
    ...wordsOf(shown.body, shown.parentMessageId, shown.atMs, shown.sender ?? selfIn(state)),
  };
}

function wordsOf(
  body: WireBody,
  parentMessageId: MessageId | undefined,
  atMs: number,
  sender: Participant,
): Omit<ChatMessage, 'messageId' | 'engagementId' | 'dialogId' | 'messageIndex'> {
  return {
    body: bodyOf(body),
    ...(parentMessageId && { parentMessageId }),
    receivedAt: new Date(atMs),
    lastUpdatedAt: new Date(atMs),
    senderParticipant: participantOf(sender),
  };
}

/** Plain text always: pages write anything else as HTML. */
function bodyOf(body: WireBody): MessageBody {
  return { elementType: 'text', elementText: { text: textOf(body), textFormat: 'PLAINTEXT' } };
}

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
