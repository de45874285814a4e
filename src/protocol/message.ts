import { boolean, number, object, oneOfOr, optional, string, type Decoder } from '../lib/decode.ts';
import { decodeBody, decodeOutgoingBody, type MessageBody, type OutgoingBody } from './body.ts';
import * as ids from './decodeIds.ts';
import { decodeParticipant, type Participant } from './participant.ts';

/** How far the customer's own message has come, as the connector knows it (architecture, Settled 7). */
export type WireDelivery = 'accepted' | 'delivered' | 'failed' | 'unconfirmed';

/** A message as it stands in an engagement log. */
export interface WireMessage {
  readonly messageId: ids.MessageId;
  readonly dialogId: ids.DialogId;
  /** Only on the customer's own messages, for the page that composed it to know it again. */
  readonly clientMessageId?: ids.ClientMessageId;
  readonly sender: Participant;
  readonly body: MessageBody;
  readonly parentMessageId?: ids.MessageId;
  /** ISO 8601 UTC: when the contact centre, or for the customer's own the connector, received it. */
  readonly receivedAt: string;
  /** Only on the customer's own messages: the state at the time of the answer. */
  readonly delivery?: WireDelivery;
  /** A webhook brought it after a younger one: shown where it came, marked. */
  readonly late?: boolean;
}

export const isoTime: Decoder<string> = string({
  max: 40,
  pattern: /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)$/,
});

export const decodeMessage: Decoder<WireMessage> = object({
  messageId: ids.messageId,
  dialogId: ids.dialogId,
  clientMessageId: optional(ids.clientMessageId),
  sender: decodeParticipant,
  body: decodeBody,
  parentMessageId: optional(ids.messageId),
  receivedAt: isoTime,
  delivery: optional(oneOfOr(['accepted', 'delivered', 'failed', 'unconfirmed'], 'accepted')),
  late: optional(boolean),
});

/** The body of a send. Its `clientMessageId` also travels as the header `Idempotency-Key`. */
export interface SendRequest {
  readonly clientMessageId: ids.ClientMessageId;
  readonly senderId: ids.SenderId;
  /** 1, 2, 3 … per (sender, engagement). The server accepts the next one only (guarantees, rule 2). */
  readonly clientSeq: number;
  readonly body: OutgoingBody;
  readonly parentMessageId?: ids.MessageId | undefined;
  /** A message that was removed or rejected before it was accepted: consumes its number, leaves nothing else. */
  readonly tombstone?: boolean | undefined;
}

export const decodeSendRequest: Decoder<SendRequest> = object({
  clientMessageId: ids.clientMessageId,
  senderId: ids.senderId,
  clientSeq: number({ min: 1, max: Number.MAX_SAFE_INTEGER, whole: true }),
  body: decodeOutgoingBody,
  parentMessageId: optional(ids.messageId),
  tombstone: optional(boolean),
});

/** The answer to a send: 202, and the same one to every repeat. */
export interface SendAnswer {
  readonly clientMessageId: ids.ClientMessageId;
  /** Absent for a tombstone. */
  readonly messageId?: ids.MessageId;
  readonly epoch: ids.Epoch;
  readonly seq: number;
  readonly at: string;
}

export const decodeSendAnswer: Decoder<SendAnswer> = object({
  clientMessageId: ids.clientMessageId,
  messageId: optional(ids.messageId),
  epoch: ids.epoch,
  seq: number({ min: 0, whole: true }),
  at: isoTime,
});
