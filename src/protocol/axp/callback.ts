import { decode } from '../../lib/index.ts';
import type { DecodedBy, Decoder } from '../../lib/index.ts';
import { decodeMessage } from './message.ts';
import { words } from './words.ts';

const id = decode.string({ min: 1 });
const nullableParameters = decode.withDefault(decode.map(decode.string()), {});
const nullableIdentifiers = decode.withDefault(decode.map(decode.list(decode.string())), {});

const common = {
  accountId: words.anId,
  channelProviderId: words.anId,
  correlationId: words.text,
  eventDate: words.text,
  sessionId: words.anId,
  providerDialogId: words.anId,
  businessAccountName: words.text,
} as const;

const engagementCreated = decode.object({
  ...common,
  eventType: decode.oneOf('ENGAGEMENT_CREATED'),
  engagementId: id,
  dialogId: id,
  conversation: words.text,
  initiatorParticipantId: words.anId,
  customerIdentifiers: nullableIdentifiers,
  engagementParameters: nullableParameters,
  sourceType: words.text,
  sourceAddress: words.text,
});
/** A new engagement, or a new dialog in one. */
export type EngagementCreated = DecodedBy<typeof engagementCreated>;

const participantChanged = decode.object({
  ...common,
  eventType: decode.oneOf('PARTICIPANT_ADDED', 'PARTICIPANT_DISCONNECTED'),
  engagementId: id,
  dialogId: id,
  channelId: words.text,
  connectionId: words.anId,
  participantId: words.anId,
  displayName: words.text,
  /** CUSTOMER, AGENT, BOT, SUPERVISOR, SYSTEM. */
  participantType: decode.withDefault(decode.string(), 'SYSTEM'),
  providerParticipantId: words.anId,
});
/** Somebody came or went. */
export type ParticipantChanged = DecodedBy<typeof participantChanged>;

const typing = decode.object({
  ...common,
  eventType: decode.oneOf('TYPING'),
  engagementId: id,
  dialogId: id,
  channelId: words.text,
  senderParticipantId: words.anId,
  senderParticipantType: words.text,
  senderParticipantDisplayName: words.text,
});
/** Somebody on the other side types (Custom Messaging only). */
export type TypingCallback = DecodedBy<typeof typing>;

const engagementError = decode.object({
  ...common,
  eventType: decode.oneOf('ENGAGEMENT_ERROR'),
  /** For example ENGAGEMENT_CREATION_FAILED. */
  type: decode.withDefault(decode.string(), 'UNKNOWN'),
  title: words.text,
  detail: words.text,
  engagementId: words.anId,
  dialogId: words.anId,
  channelId: words.text,
});
/** Something the contact centre accepted went wrong later. */
export type EngagementError = DecodedBy<typeof engagementError>;

const messageTag = decode.object({
  eventType: decode.oneOf('MESSAGES'),
  eventDate: words.text,
});
/** A message of anybody, the customer's own echo included. */
export type MessageCallback = DecodedBy<typeof messageTag> & DecodedBy<typeof decodeMessage>;

const messages: Decoder<MessageCallback> = (input, path) => {
  const tag = messageTag(input, path);
  if (!tag.ok) return tag;
  const message = decodeMessage(input, path);
  return message.ok ? decode.good({ ...message.value, ...tag.value }) : message;
};

const read = decode.object({
  ...common,
  eventType: decode.oneOf('X_SANDBOX_READ'),
  engagementId: id,
  dialogId: id,
  readerParticipantId: words.anId,
  readerParticipantType: words.text,
  messageId: id,
  providerMessageId: words.anId,
});
/** The sandbox's own: the agent has read up to this message. */
export type ReadCallback = DecodedBy<typeof read>;

/** Any callback that we know. */
export type Callback =
  EngagementCreated | ParticipantChanged | TypingCallback | EngagementError | MessageCallback | ReadCallback;

/** Reads a callback. An unknown `eventType` is the fault with rule `unknown` at `eventType`: answer 200 and skip it. */
export const decodeCallback: Decoder<Callback> = decode.union<Callback>('eventType', {
  ENGAGEMENT_CREATED: engagementCreated,
  PARTICIPANT_ADDED: participantChanged,
  PARTICIPANT_DISCONNECTED: participantChanged,
  TYPING: typing,
  ENGAGEMENT_ERROR: engagementError,
  MESSAGES: messages,
  X_SANDBOX_READ: read,
});
