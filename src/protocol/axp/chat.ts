import { decode } from '../../lib/index.ts';
import type { DecodedBy } from '../../lib/index.ts';
import { decodeChatCustomerBody } from './body.ts';
import { decodeChatHeaders } from './headers.ts';
import { AXP_LIMITS } from './limits.ts';
import { words } from './words.ts';

/** Reads the body of "create session". */
export const decodeCreateSession = decode.object({
  channelProviderId: words.channelProviderId,
  customerIdentifiers: words.identifiers,
  /** The schema requires it beside the path; the example repeats it. Accepted, and ignored. */
  accountId: decode.optional(decode.string({ max: 6 })),
  displayName: words.displayName,
  sessionParameters: decode.optional(words.parameters),
  providerCustomerId: words.providerId,
  correlationId: words.correlationId,
});
/** Body of "create session". */
export type CreateSession = DecodedBy<typeof decodeCreateSession>;

/** Reads the query word of "delete session". */
export const decodeSessionEndReason = decode.oneOf(
  'USER_CLOSED',
  'USER_INACTIVE',
  'SYSTEM_CLOSED',
  'UNKNOWN',
);
/** Why a session ends. */
export type SessionEndReason = DecodedBy<typeof decodeSessionEndReason>;

/** Reads the body of "create engagement". */
export const decodeCreateEngagement = decode.object({
  sessionId: words.uuid,
  /** "Chat". */
  channelId: decode.string({ min: 3, max: 50 }),
  conversation: words.providerId,
  providerDialogId: words.providerId,
  engagementParameters: decode.optional(words.parameters),
  correlationId: words.correlationId,
});
/** Body of "create engagement". */
export type CreateEngagement = DecodedBy<typeof decodeCreateEngagement>;

/** Reads the body of "join engagement". */
export const decodeJoinEngagement = decode.object({
  sessionId: words.uuid,
  dialogId: words.uuid,
  correlationId: words.correlationId,
});
/** Body of "join engagement". */
export type JoinEngagement = DecodedBy<typeof decodeJoinEngagement>;

/** Reads the body of "disconnect engagement". */
export const decodeDisconnectEngagement = decode.object({
  sessionId: words.uuid,
  dialogId: words.uuid,
  reason: words.reason,
  correlationId: words.correlationId,
});
/** Body of "disconnect engagement". */
export type DisconnectEngagement = DecodedBy<typeof decodeDisconnectEngagement>;

/** Reads the body of Custom Chat's "send message". */
export const decodeChatSend = decode.object({
  sessionId: words.uuid,
  dialogId: words.uuid,
  body: decodeChatCustomerBody,
  fallbackText: decode.optional(decode.string({ max: AXP_LIMITS.fallbackText })),
  headers: decode.optional(decodeChatHeaders),
  customData: decode.optional(words.parameters),
  senderParticipantName: words.displayName,
  parentMessageId: words.providerId,
  providerMessageId: words.providerId,
  providerParentMessageId: words.providerId,
  correlationId: words.correlationId,
});
/** Body of Custom Chat's "send message". */
export type ChatSend = DecodedBy<typeof decodeChatSend>;
