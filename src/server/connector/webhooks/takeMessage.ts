import { uuidV7 } from '../../../lib/index.ts';
import type { MessageCallback } from '../../../protocol/axp/index.ts';
import {
  asId,
  FILE_TYPES,
  type Attachment,
  type MessageId,
  type Participant,
  type WireMessage,
} from '../../../protocol/index.ts';
import type { Connector } from '../connector.ts';
import {
  messageByUpstreamId,
  readMessage,
  writeEngagement,
  writeMessage,
  type EngagementRecord,
  type MessageRecord,
} from '../engagements/engagementRecord.ts';
import { markDelivered, markFailed } from '../engagements/messageFacts.ts';
import { activate } from '../engagements/participantFacts.ts';
import { append } from '../log/logBook.ts';
import type { Unit } from '../log/unit.ts';
import { keepAttachment, storedAttachment } from '../media/attachmentRecord.ts';
import { openSessionsOf } from '../sessions/sessionRecord.ts';
import { fromAxpBody } from '../upstream/fromAxpBody.ts';
import { isoDateOf } from './callbackKey.ts';

/** Takes a message of anybody: the echo of the customer's own, or one to be shown. Each enters the log at most once. */
export async function takeMessage(
  connector: Connector,
  unit: Unit,
  engagement: EngagementRecord,
  told: ToldMessage,
): Promise<void> {
  const { engagementId } = engagement;
  const { callback, sender } = told;
  const own = await ownMessage(unit, engagement, told);
  if (own) {
    if (callback.status.toUpperCase() === 'FAILED') {
      return markFailed(unit, own, 'The contact centre could not take it.');
    }
    const { messageId: upstreamMessageId = own.upstreamMessageId } = callback;
    const known = upstreamMessageId === undefined ? own : { ...own, upstreamMessageId };
    await writeMessage(unit.rows, known);
    return markDelivered(unit, known);
  }
  if (callback.messageId && (await messageByUpstreamId(unit.rows, engagementId, callback.messageId))) return;
  const fromCustomer = sender.participantType === 'CUSTOMER';
  const ready = fromCustomer ? engagement : await activate(unit, engagement);
  await enter(connector, unit, { ...told, engagement: ready, fromCustomer });
}

/** A message as the contact centre told it, by a callback or in its transcript. */
export interface ToldMessage {
  readonly callback: MessageCallback;
  readonly sender: Participant;
  /** A younger one is known to have been shown. Without it the dates decide. */
  readonly late?: boolean;
}

interface Arrival extends ToldMessage {
  readonly engagement: EngagementRecord;
  /** Written by the customer, but not through us: on another connector, say. */
  readonly fromCustomer: boolean;
}

/** The message of ours that this is the echo of. It is known by our id, even before the answer to its sending. */
export async function ownMessage(
  unit: Unit,
  engagement: EngagementRecord,
  { callback, sender }: ToldMessage,
): Promise<MessageRecord | undefined> {
  const { providerMessageId } = callback;
  if (providerMessageId === undefined || sender.participantType !== 'CUSTOMER') return undefined;
  const message = await readMessage(unit.rows, providerMessageId);
  return message?.engagementId === engagement.engagementId ? message : undefined;
}

async function enter(connector: Connector, unit: Unit, arrival: Arrival): Promise<void> {
  const { engagement, callback, sender, fromCustomer } = arrival;
  const { engagementId, dialogId } = engagement;
  const messageId = asId<MessageId>(uuidV7(unit.nowMs, unit.random));
  const receivedAt = isoDateOf(callback, unit.nowMs);
  const overtaken = receivedAt < (engagement.newestArrival ?? '');
  const late = !fromCustomer && (overtaken || arrival.late === true);
  const parentMessageId = await parentOf(unit, engagementId, callback);
  const message: WireMessage = {
    messageId,
    dialogId,
    sender,
    body: fromAxpBody(callback, await attachmentsOf(unit, engagement, callback)),
    receivedAt,
    ...(parentMessageId === undefined ? {} : { parentMessageId }),
    ...(late ? { late } : {}),
    ...(fromCustomer ? { delivery: 'delivered' as const } : {}),
  };
  const type = fromCustomer ? 'MESSAGE_ACCEPTED' : 'MESSAGE_ARRIVED';
  const { seq } = await append(unit, engagementId, { type, engagementId, message });
  await writeMessage(unit.rows, {
    messageId,
    engagementId,
    seq,
    ...(callback.messageId ? { upstreamMessageId: callback.messageId } : {}),
    ...(fromCustomer ? { delivery: 'delivered' as const } : {}),
  });
  if (fromCustomer) return;
  const lastUpdatedAt = new Date(unit.nowMs).toISOString();
  const newestArrival = overtaken ? engagement.newestArrival : receivedAt;
  await writeEngagement(unit.rows, {
    ...engagement,
    lastUpdatedAt,
    ...(newestArrival ? { newestArrival } : {}),
  });
  unit.afterCommit(() => connector.typing.sent(engagementId, sender.participantId));
  await pushToAbsent(connector, unit, engagement);
}

/** Every session of the customer that has no stream is told by push that there is something to fetch. */
async function pushToAbsent(connector: Connector, unit: Unit, engagement: EngagementRecord): Promise<void> {
  const { engagementId, customerKey } = engagement;
  for (const session of await openSessionsOf(unit.rows, customerKey)) {
    if (connector.streams.has(session.sessionId)) continue;
    const { sessionId, customerId } = session;
    unit.afterCommit(() => connector.push.notify({ engagementId, sessionId, customerId, atMs: unit.nowMs }));
  }
}

async function parentOf(
  unit: Unit,
  engagementId: string,
  callback: MessageCallback,
): Promise<MessageId | undefined> {
  const { parentMessageId, providerParentMessageId } = callback;
  const theirs = parentMessageId && (await messageByUpstreamId(unit.rows, engagementId, parentMessageId));
  if (theirs) return theirs.messageId;
  const ours = providerParentMessageId && (await readMessage(unit.rows, providerParentMessageId));
  return ours && ours.engagementId === engagementId ? ours.messageId : undefined;
}

async function attachmentsOf(
  unit: Unit,
  engagement: EngagementRecord,
  callback: MessageCallback,
): Promise<readonly Attachment[]> {
  const { customerKey, integrationId } = engagement;
  const found: Attachment[] = [];
  for (const file of callback.attachments) {
    if (file.attachmentId === '') continue;
    const name = file.name === '' ? 'file' : file.name.slice(0, 256);
    const contentType = file.contentType === '' ? typeByName(name) : file.contentType.slice(0, 255);
    const sizeBytes = Math.max(0, Math.floor(file.size));
    const record = { customerKey, integrationId, mediaId: file.attachmentId, name, sizeBytes, contentType };
    found.push(storedAttachment(await keepAttachment(unit, record)));
  }
  return found;
}

function typeByName(name: string): string {
  const ending = name.slice(name.lastIndexOf('.') + 1).toLowerCase();
  return (Object.hasOwn(FILE_TYPES, ending) ? FILE_TYPES[ending] : undefined) ?? 'application/octet-stream';
}
