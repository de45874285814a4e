import { decode, type DecodedBy } from '../../../lib/index.ts';
import {
  clientMessageId,
  decodeParticipant,
  dialogId,
  engagementId,
  ENGAGEMENT_STATUSES,
  messageId,
} from '../../../protocol/index.ts';
import type { Transaction } from '../../storage/index.ts';
import { keys } from '../keys.ts';
import { readRow, toRow } from '../storedRow.ts';

/** Reads a stored engagement. */
export const decodeEngagementRecord = decode.object({
  engagementId,
  dialogId,
  customerKey: decode.string(),
  integrationId: decode.string(),
  kind: decode.oneOf('messaging', 'chat'),
  status: decode.oneOf(...ENGAGEMENT_STATUSES),
  createdAt: decode.string(),
  lastUpdatedAt: decode.string(),
  participants: decode.list(decodeParticipant),
  parameters: decode.map(decode.string()),
  /** The contact centre's ids; on messaging those of the newest dialog, absent before the first message. */
  upstream: decode.optional(decode.object({ engagementId: decode.string(), dialogId: decode.string() })),
  /** Up to which entry the contact centre has read. */
  readUpToSeq: decode.optional(decode.number()),
  /** The newest date of a message that the contact centre sent: what comes with an older one is late. */
  newestArrival: decode.optional(decode.string()),
  /** Date of the newest coming or going by participant: older news of the same one changes nothing. */
  changes: decode.map(decode.string()),
  /** How many messages of the contact centre's transcript, from its first, are known to be in our log; all, after its end. */
  transcript: decode.optional(decode.object({ verified: decode.number(), final: decode.boolean })),
});

/** A work item of the contact centre as we keep it. */
export type EngagementRecord = DecodedBy<typeof decodeEngagementRecord>;

/** Reads what is kept for a message beside its entry. */
export const decodeMessageRecord = decode.object({
  messageId,
  engagementId,
  seq: decode.number(),
  clientMessageId: decode.optional(clientMessageId),
  /** Only on the customer's own. */
  delivery: decode.optional(decode.oneOf('accepted', 'delivered', 'failed', 'unconfirmed')),
  upstreamMessageId: decode.optional(decode.string()),
});
/** What is kept of a message beside its entry in the log: its ids on both sides and how far it has come. */
export type MessageRecord = DecodedBy<typeof decodeMessageRecord>;

/** The engagement of this id of ours; undefined where there is none. Rejects with a `corrupt` StoreError. */
export function readEngagement(rows: Transaction, id: string): Promise<EngagementRecord | undefined> {
  return readRow(rows, keys.engagement(id), decodeEngagementRecord);
}

/** Keeps the whole record in place of the former one. Tells nobody: entries in its log do. */
export async function writeEngagement(rows: Transaction, engagement: EngagementRecord): Promise<void> {
  await rows.put(keys.engagement(engagement.engagementId), toRow(engagement));
}

/** The record of a message by our id; undefined where there is none. Rejects with a `corrupt` StoreError. */
export function readMessage(rows: Transaction, id: string): Promise<MessageRecord | undefined> {
  return readRow(rows, keys.message(id), decodeMessageRecord);
}

/** Writes a message record, and the way to it from the contact centre's id where that is known. */
export async function writeMessage(rows: Transaction, message: MessageRecord): Promise<void> {
  await rows.put(keys.message(message.messageId), toRow(message));
  if (message.upstreamMessageId === undefined) return;
  const way = keys.upstreamMessage(message.engagementId, message.upstreamMessageId);
  await rows.put(way, message.messageId);
}

/** The message of this engagement that bears the contact centre's id. */
export async function messageByUpstreamId(
  rows: Transaction,
  engagement: string,
  upstreamId: string,
): Promise<MessageRecord | undefined> {
  const id = await rows.get(keys.upstreamMessage(engagement, upstreamId));
  return typeof id === 'string' ? readMessage(rows, id) : undefined;
}

/** The customer's engagements, oldest first. */
export async function engagementsOf(
  rows: Transaction,
  customerKey: string,
): Promise<readonly EngagementRecord[]> {
  const prefix = keys.customerEngagements(customerKey);
  const found: EngagementRecord[] = [];
  for (const [key] of await rows.list({ prefix })) {
    const engagement = await readEngagement(rows, key.slice(prefix.length));
    if (engagement) found.push(engagement);
  }
  return found.sort((a, b) => (a.createdAt < b.createdAt ? -1 : 1));
}
