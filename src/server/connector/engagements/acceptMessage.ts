import { decode, encodeBase64Url, uuidV7 } from '../../../lib/index.ts';
import {
  asId,
  decodeSendAnswer,
  type MessageBody,
  type MessageId,
  type SendAnswer,
  type SendRequest,
} from '../../../protocol/index.ts';
import type { Customer } from '../auth/customer.ts';
import type { Connector } from '../connector.ts';
import { putJob } from '../jobs/jobRecord.ts';
import { keys } from '../keys.ts';
import { append, readHead } from '../log/logBook.ts';
import { inUnit, type Unit } from '../log/unit.ts';
import { readAttachment, storedAttachment } from '../media/attachmentRecord.ts';
import { Refused } from '../refused.ts';
import { ownedEngagement, ownedSession } from '../sessions/ownedSession.ts';
import type { SessionRecord } from '../sessions/sessionRecord.ts';
import { readRow, toRow } from '../storedRow.ts';
import { readMessage, writeMessage, type EngagementRecord } from './engagementRecord.ts';

/**
 * Accepts a message: entry, number, memory of its id and the job that sends it on, in one flushed transaction. A repeat
 * gets the first answer, for ever; another content under the same id is refused; a sender's gap is refused with the
 * number that is expected.
 */
export async function acceptMessage(
  connector: Connector,
  place: SendPlace,
  request: SendRequest,
): Promise<SendAnswer> {
  const payloadHash = await hashOf(request);
  return inUnit(connector, async (unit) => {
    const session = await ownedSession(unit.rows, place.sessionId, place.customer);
    const engagement = await ownedEngagement(unit.rows, session, place.engagementId);
    const key = keys.send(engagement.engagementId, request.clientMessageId);
    const known = await readRow(unit.rows, key, decodeSendRecord);
    if (known) return repeated(known, payloadHash, request);
    await checkSequence(unit, engagement, request);
    const answer = request.tombstone
      ? await consumeNumber(unit, engagement, request)
      : await enter(connector, unit, { session, engagement, request });
    await unit.rows.put(keys.sender(engagement.engagementId, request.senderId), request.clientSeq);
    await unit.rows.put(key, toRow({ payloadHash, answer }));
    return answer;
  });
}

/** Who sends, through which of his sessions, into which conversation. Nothing of it is checked yet. */
export interface SendPlace {
  readonly customer: Customer;
  readonly sessionId: string;
  readonly engagementId: string;
}

const decodeSendRecord = decode.object({ payloadHash: decode.string(), answer: decodeSendAnswer });

/** The number does not count: a page that lost it may ask again under another and still means the same message. */
async function hashOf(request: SendRequest): Promise<string> {
  const { body, parentMessageId, tombstone } = request;
  const text = JSON.stringify(tombstone ? 'tombstone' : [sorted(body), parentMessageId ?? null]);
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return encodeBase64Url(new Uint8Array(digest));
}

function sorted(body: object): readonly (readonly [string, unknown])[] {
  return Object.entries(body).sort(([a], [b]) => (a < b ? -1 : 1));
}

function repeated(
  known: { readonly payloadHash: string; readonly answer: SendAnswer },
  payloadHash: string,
  request: SendRequest,
): SendAnswer {
  // A tombstone for what was accepted after all: the answer says so by its message id.
  if (known.payloadHash === payloadHash || request.tombstone) return known.answer;
  throw new Refused('key-reused', 'This client message id was used for another message.');
}

async function checkSequence(unit: Unit, engagement: EngagementRecord, request: SendRequest): Promise<void> {
  const last = await unit.rows.get(keys.sender(engagement.engagementId, request.senderId));
  const expected = (typeof last === 'number' ? last : 0) + 1;
  if (request.clientSeq === expected) return;
  const detail = `The next message of this sender must have the number ${expected}.`;
  throw new Refused('sequence-gap', detail, { expected });
}

async function consumeNumber(
  unit: Unit,
  engagement: EngagementRecord,
  request: SendRequest,
): Promise<SendAnswer> {
  const head = await readHead(unit.rows, engagement.engagementId);
  if (!head) throw new Refused('not-found', 'There is no such conversation.');
  const at = new Date(unit.nowMs).toISOString();
  return { clientMessageId: request.clientMessageId, ...head, at };
}

interface Entry {
  readonly session: SessionRecord;
  readonly engagement: EngagementRecord;
  readonly request: SendRequest;
}

async function enter(connector: Connector, unit: Unit, entry: Entry): Promise<SendAnswer> {
  const { session, engagement, request } = entry;
  checkOpen(session, engagement);
  const body = await bodyFor(connector, unit, entry);
  if (request.parentMessageId !== undefined) {
    const parent = await readMessage(unit.rows, request.parentMessageId);
    if (parent?.engagementId !== engagement.engagementId) {
      throw new Refused('not-found', 'The message that this one answers is not in this conversation.');
    }
  }
  const messageId = asId<MessageId>(uuidV7(unit.nowMs, unit.random));
  const { engagementId, dialogId } = engagement;
  const { clientMessageId, parentMessageId } = request;
  const parent = parentMessageId === undefined ? {} : { parentMessageId };
  const place = await append(unit, engagementId, {
    type: 'MESSAGE_ACCEPTED',
    engagementId,
    message: {
      messageId,
      dialogId,
      clientMessageId,
      sender: {
        participantId: session.participantId,
        participantType: 'CUSTOMER',
        ...(session.displayName === undefined ? {} : { displayName: session.displayName }),
      },
      body,
      ...parent,
      receivedAt: new Date(unit.nowMs).toISOString(),
      delivery: 'accepted',
    },
  });
  await writeMessage(unit.rows, {
    messageId,
    engagementId,
    seq: place.seq,
    clientMessageId,
    delivery: 'accepted',
  });
  const { sessionId } = session;
  await putJob(unit, engagementId, {
    type: 'send',
    engagementId,
    sessionId,
    messageId,
    body: request.body,
    ...parent,
  });
  unit.afterCommit(() => connector.jobs.kick(engagementId));
  return { clientMessageId, messageId, ...place };
}

function checkOpen(session: SessionRecord, engagement: EngagementRecord): void {
  if (engagement.status === 'TERMINATED' || engagement.status === 'TERMINATING') {
    throw new Refused('engagement-ended', 'The conversation has ended; nothing can be sent any more.');
  }
  if (!Object.hasOwn(session.joined, engagement.engagementId)) {
    throw new Refused('engagement-not-joined', 'Join the conversation before you write in it.');
  }
}

/** The message as the log keeps it. Files must be the customer's own. */
async function bodyFor(connector: Connector, unit: Unit, entry: Entry): Promise<MessageBody> {
  const { body } = entry.request;
  if (body.type === 'text') return { ...body, format: 'plain' };
  const features = connector.adapterOf(entry.engagement.integrationId)?.features;
  if (body.type === 'files' ? !features?.files : !features?.richMedia) {
    throw new Refused('not-supported', 'This integration carries text only.');
  }
  if (body.type === 'choice') return body;
  if (body.type === 'location') return { ...body, text: '' };
  const attachments = [];
  for (const id of body.attachmentIds) {
    const record = await readAttachment(unit.rows, id);
    if (record?.customerKey !== entry.session.customerKey) {
      throw new Refused('not-found', 'A file of this message is not in the store. Upload it first.');
    }
    attachments.push(storedAttachment(record));
  }
  return { type: 'files', text: body.text, attachments };
}
