import type { DeskEngagementDetails, DeskMessage } from '../../protocol/desk/index.ts';
import type { Conversation, DeskState } from './deskState.ts';

/** A conversation out of what the contact centre says of it; what only this desk knows is kept from `before`. */
export function conversationOf(details: DeskEngagementDetails, before?: Conversation): Conversation {
  const { engagement, customer } = details;
  const messages = [...details.messages].sort((a, b) => a.index - b.index);
  const known = new Set(messages.map((each) => each.clientMessageId));
  const seenIndex =
    before?.seenIndex ?? messages.filter((each) => each.senderType === 'AGENT').at(-1)?.index ?? 0;
  return {
    engagement,
    customer,
    messages,
    pending: before?.pending.filter((each) => !known.has(each.clientMessageId)) ?? [],
    unread: messages.filter((each) => countsAsUnread(each, seenIndex)).length,
    seenIndex,
  };
}

/** One more message, in its place; one that is there already is replaced by its newer self. */
export function withMessage(one: Conversation, message: DeskMessage): Conversation {
  const others = one.messages.filter((each) => each.messageId !== message.messageId);
  const isNew = others.length === one.messages.length;
  let at = others.length;
  while (at > 0 && (others[at - 1]?.index ?? 0) > message.index) at--;
  const messages = [...others.slice(0, at), message, ...others.slice(at)];
  const { typing, ...rest } = one;
  const isOwn = message.senderType === 'AGENT';
  return {
    ...rest,
    // Who has just spoken is not typing any more; a message of mine says nothing about the customer.
    ...(typing !== undefined && isOwn && { typing }),
    messages,
    pending: one.pending.filter((each) => each.clientMessageId !== message.clientMessageId),
    unread: one.unread + (isNew && countsAsUnread(message, one.seenIndex) ? 1 : 0),
    engagement: { ...one.engagement, ...(at === others.length && { lastMessage: message }) },
  };
}

/** The state with one conversation changed; the same state where it is unknown or unchanged. */
export function changeConversation(
  state: DeskState,
  id: string,
  change: (one: Conversation) => Conversation,
): DeskState {
  const before = state.conversations[id];
  if (!before) return state;
  const after = change(before);
  return after === before ? state : { ...state, conversations: { ...state.conversations, [id]: after } };
}

function countsAsUnread(message: DeskMessage, seenIndex: number): boolean {
  return message.senderType === 'CUSTOMER' && message.index > seenIndex;
}
