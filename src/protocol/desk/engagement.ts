import { decode } from '../../lib/index.ts';
import type { DecodedBy } from '../../lib/index.ts';
import { decodeDeskContent } from './content.ts';

/** An ISO 8601 instant, UTC. */
const instant = decode.string({ min: 10, max: 40 });
const id = decode.string({ min: 1, max: 256 });
const participantType = decode.oneOf('CUSTOMER', 'AGENT', 'BOT', 'SUPERVISOR', 'SYSTEM');

/** Reads somebody who takes or took part. */
export const decodeDeskParticipant = decode.object({
  participantId: id,
  type: participantType,
  name: decode.string(),
  connected: decode.boolean,
});
/** Somebody who takes or took part. The SYSTEM's messages have no entry here. */
export type DeskParticipant = DecodedBy<typeof decodeDeskParticipant>;

/** Reads one message. */
export const decodeDeskMessage = decode.object({
  messageId: id,
  /** 1, 2, 3 … within the engagement: the contact centre's order. */
  index: decode.number({ min: 1, whole: true }),
  senderParticipantId: id,
  senderType: participantType,
  senderName: decode.string(),
  /** READ once the customer's page told so (sandbox extension), else DELIVERED. */
  status: decode.oneOf('SENT', 'DELIVERED', 'READ', 'FAILED'),
  at: instant,
  /** Of the agent's own messages: the id the desk gave. */
  clientMessageId: decode.optional(decode.string()),
  parentMessageId: decode.optional(decode.string()),
  content: decodeDeskContent,
});
/** One message as the desk shows it. */
export type DeskMessage = DecodedBy<typeof decodeDeskMessage>;

/** Reads the head of an engagement. */
export const decodeDeskEngagement = decode.object({
  /** The key of every route: the dialog's id. */
  id,
  /** The contact centre's engagement; one may hold several dialogs. */
  engagementId: id,
  integrationId: id,
  integrationName: decode.string(),
  /** `Chat`: text only. `Messaging`: rich media and typing. */
  channel: decode.oneOf('Chat', 'Messaging'),
  /** Where it stands: with the bot, waiting, ringing, in an agent's hands, over. */
  phase: decode.oneOf('bot', 'queued', 'alerting', 'agent', 'closed'),
  customerKey: id,
  customerName: decode.string(),
  verified: decode.boolean,
  customerPresent: decode.boolean,
  /** The agent in charge while `phase` is `agent`, the last one when it is `closed`. */
  agentId: decode.optional(id),
  participants: decode.list(decodeDeskParticipant),
  /** Session and engagement parameters merged; the engagement's win. */
  parameters: decode.map(decode.string()),
  lastMessage: decode.optional(decodeDeskMessage),
  /** Index of the last message the customer's page reported as read; 0 for none. */
  customerReadIndex: decode.number({ min: 0, whole: true }),
  startedAt: instant,
  queuedAt: decode.optional(instant),
  endedAt: decode.optional(instant),
  endedBy: decode.optional(decode.oneOf('agent', 'customer', 'system')),
});
/** The head of an engagement: a card on the desk. */
export type DeskEngagement = DecodedBy<typeof decodeDeskEngagement>;

/** Reads the customer panel. */
export const decodeDeskCustomer = decode.object({
  customerKey: id,
  name: decode.string(),
  verified: decode.boolean,
  /** The verified customer's stable id. */
  customerId: decode.optional(decode.string()),
  /** Empty for guests: what a guest claims is not kept. */
  identifiers: decode.map(decode.list(decode.string())),
  present: decode.boolean,
  /** Heads of the customer's other engagements, newest first, at most 20; their transcripts by `GET …/{id}`. */
  past: decode.list(decodeDeskEngagement),
});
/** The customer panel. */
export type DeskCustomer = DecodedBy<typeof decodeDeskCustomer>;

/** Reads one engagement whole. */
export const decodeDeskEngagementDetails = decode.object({
  engagement: decodeDeskEngagement,
  messages: decode.list(decodeDeskMessage, { max: 1_000_000 }),
  customer: decodeDeskCustomer,
});
/** One engagement whole: head, transcript oldest first, customer panel. */
export type DeskEngagementDetails = DecodedBy<typeof decodeDeskEngagementDetails>;
