import { decode } from '../../../lib/index.ts';
import type { DecodedBy } from '../../../lib/index.ts';
import { decodeMessageBody, decodeMessagingHeaders } from '../../../protocol/axp/index.ts';

const text = decode.string();
const maybe = decode.optional(decode.string());
const count = decode.number({ min: 0, whole: true });
const atMs = decode.number();
const strings = decode.list(text);
const parameters = decode.map(text);
const identifiers = decode.map(strings);
const participantType = decode.oneOf('CUSTOMER', 'AGENT', 'BOT', 'SUPERVISOR', 'SYSTEM');

/** Row of a customer; guests have no `customerId` and no identifiers. */
export const customerRecord = decode.object({
  customerKey: text,
  participantId: text,
  verified: decode.boolean,
  customerId: maybe,
  name: text,
  identifiers,
  /** Sessions and dialogs whose page is open, by the connector's word. */
  presentIn: strings,
});
/** Row of a customer. */
export type CustomerRecord = DecodedBy<typeof customerRecord>;

/** Row of a Custom Chat session. */
export const sessionRecord = decode.object({
  sessionId: text,
  channelProviderId: text,
  customerKey: text,
  displayName: maybe,
  customerIdentifiers: identifiers,
  sessionParameters: parameters,
  status: decode.oneOf('ACTIVE', 'TERMINATING', 'TERMINATED'),
  providerCustomerId: maybe,
  createdAtMs: atMs,
  updatedAtMs: atMs,
});
/** Row of a Custom Chat session. */
export type SessionRecord = DecodedBy<typeof sessionRecord>;

/** Row of an engagement: its dialogs hold the rest. */
export const engagementRecord = decode.object({
  engagementId: text,
  integrationId: text,
  channelProviderId: text,
  conversation: maybe,
  dialogIds: strings,
});
/** Row of an engagement. */
export type EngagementRecord = DecodedBy<typeof engagementRecord>;

const connection = decode.object({
  connectionId: text,
  participantId: text,
  type: participantType,
  name: text,
  sessionIds: strings,
  connected: decode.boolean,
  agentId: maybe,
});
/** The link between a dialog and a participant. */
export type ConnectionRecord = DecodedBy<typeof connection>;

const attachment = decode.object({
  attachmentId: text,
  name: text,
  contentType: text,
  size: count,
  contentId: maybe,
});
/** A file of a message; its link is signed when it is shown. */
export type AttachmentRecord = DecodedBy<typeof attachment>;

/** Row of a message. */
export const messageRecord = decode.object({
  messageId: text,
  dialogId: text,
  index: count,
  senderParticipantId: text,
  senderName: text,
  senderType: participantType,
  sessionId: maybe,
  body: decodeMessageBody,
  attachments: decode.list(attachment),
  fallbackText: maybe,
  headers: decode.optional(decodeMessagingHeaders),
  customData: parameters,
  parentMessageId: maybe,
  providerMessageId: maybe,
  providerParentMessageId: maybe,
  providerSenderId: maybe,
  clientMessageId: maybe,
  correlationId: text,
  atMs,
});
/** Row of a message. */
export type MessageRecord = DecodedBy<typeof messageRecord>;

const alert = decode.object({ agentId: text, untilMs: atMs, transferredFrom: maybe });

/** Row of a dialog: one conversation on one channel, and where it stands in routing. */
export const dialogRecord = decode.object({
  dialogId: text,
  engagementId: text,
  integrationId: text,
  channelProviderId: text,
  channelId: text,
  status: decode.oneOf('PENDING', 'ACTIVE', 'TERMINATING', 'TERMINATED'),
  customerKey: text,
  providerDialogId: maybe,
  initiatorParticipantId: text,
  connections: decode.list(connection),
  sessionParameters: parameters,
  engagementParameters: parameters,
  phase: decode.oneOf('bot', 'queued', 'alerting', 'agent', 'closed'),
  agentId: maybe,
  queueId: text,
  requiredAttributes: strings,
  queuedAtMs: decode.optional(atMs),
  alert: decode.optional(alert),
  /** Agents that let this round's alert pass. */
  tried: strings,
  /** The agent a transfer is meant for, until it is answered or declined. */
  target: decode.optional(decode.object({ agentId: text, from: text })),
  messageCount: count,
  customerReadIndex: count,
  lastMessage: decode.optional(messageRecord),
  createdAtMs: atMs,
  updatedAtMs: atMs,
  endedAtMs: decode.optional(atMs),
  endedBy: decode.optional(decode.oneOf('agent', 'customer', 'system')),
});
/** Row of a dialog. */
export type DialogRecord = DecodedBy<typeof dialogRecord>;
