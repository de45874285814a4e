import {
  asId,
  decodeSendRequest,
  type Attachment,
  type AttachmentId,
  type DialogId,
  type LogEntry,
  type MessageBody,
  type MessageId,
  type SendAnswer,
  type SendRequest,
} from '../../protocol/index.ts';
import type { FarEnd } from './farEnd.ts';

/** Answers everything that is no stream. */
export async function answer(far: FarEnd, request: Request, pathname: string): Promise<Response> {
  const { searchParams } = new URL(request.url);
  const last = pathname.slice(pathname.lastIndexOf('/') + 1);
  const number = (name: string, fallback: number): number => Number(searchParams.get(name) ?? fallback);
  switch (last) {
    case 'sessions':
      far.sessionsCreated += 1;
      far.isSessionGone = false;
      return json(201, far.view());
    case 'history':
      return json(200, historyPage(far, number('before', Infinity), number('limit', 25)));
    case 'entries': {
      const entries = far.logs.range(far.engagementId, number('after', 0), number('limit', 256));
      return json(200, { head: far.logs.head(far.engagementId), entries });
    }
    case 'messages':
      return acceptMessage(far, await request.json());
    case 'attachments':
      return json(201, await attachmentOf(request, searchParams.get('name') ?? 'file'));
    case 'join':
    case 'engagements':
      return json(200, far.engagement());
    default:
      if (request.method === 'GET' && last === far.sessionId) return json(200, far.view());
      if (request.method === 'GET') return far.refuse('not-found');
      return new Response(null, { status: 204 });
  }
}

function historyPage(far: FarEnd, before: number, limit: number): unknown {
  const shown = far.logs
    .range(far.engagementId, 0, 100_000)
    .filter((entry) => entry.seq < before && !RECEIPTS.has(entry.type));
  const entries = shown.slice(-limit);
  const oldest = entries[0]?.seq;
  return {
    head: far.logs.head(far.engagementId),
    entries,
    ...(shown.length > limit && oldest !== undefined && { olderBeforeSeq: oldest }),
  };
}

const RECEIPTS: ReadonlySet<LogEntry['type']> = new Set([
  'MESSAGE_DELIVERED',
  'MESSAGE_FAILED',
  'MESSAGE_UNCONFIRMED',
]);

/** The rules of guarantees 2.3, 1 and 2: one entry per client id, the sender's numbers without a hole. */
function acceptMessage(far: FarEnd, input: unknown): Response {
  const decoded = decodeSendRequest(input);
  if (!decoded.ok) return far.refuse('malformed');
  const send = decoded.value;
  const known = far.accepted.get(send.clientMessageId);
  if (known) return json(202, answerTo(far, send, known));
  const expected = far.nextNumber.get(send.senderId) ?? 1;
  if (send.clientSeq > expected) return far.refuse('sequence-gap', { expected });
  if (send.clientSeq < expected) return far.refuse('sequence-gap', { expected });
  far.nextNumber.set(send.senderId, expected + 1);
  const text = send.body.type === 'location' ? (send.body.name ?? '') : send.body.text;
  const messageId = send.tombstone ? undefined : `own-${send.clientMessageId}`;
  const seq = messageId === undefined ? 0 : appendOwn(far, send, messageId, text);
  const record = { seq, text, ...(messageId !== undefined && { messageId }) };
  far.accepted.set(send.clientMessageId, record);
  return json(202, answerTo(far, send, record));
}

function appendOwn(far: FarEnd, send: SendRequest, messageId: string, text: string): number {
  const { engagementId, customer } = far;
  const body: MessageBody = { type: 'text', text, format: 'plain' };
  return far.logs.append(engagementId, {
    type: 'MESSAGE_ACCEPTED',
    engagementId,
    message: {
      messageId: asId<MessageId>(messageId),
      dialogId: asId<DialogId>('dialog-1'),
      clientMessageId: send.clientMessageId,
      sender: customer,
      body,
      receivedAt: new Date(far.clock.now()).toISOString(),
      delivery: 'accepted',
    },
  }).seq;
}

function answerTo(
  far: FarEnd,
  { clientMessageId }: SendRequest,
  { seq, messageId }: { readonly seq: number; readonly messageId?: string },
): SendAnswer {
  const { epoch } = far.logs.head(far.engagementId);
  const at = new Date(far.clock.now()).toISOString();
  return {
    clientMessageId,
    epoch,
    seq,
    at,
    ...(messageId !== undefined && { messageId: asId<MessageId>(messageId) }),
  };
}

async function attachmentOf(request: Request, name: string): Promise<Attachment> {
  const { byteLength } = await request.arrayBuffer();
  const contentType = request.headers.get('content-type') ?? 'application/octet-stream';
  return {
    attachmentId: asId<AttachmentId>(`file-${name}`),
    name,
    sizeBytes: byteLength,
    contentType,
    url: `/files/${name}`,
  };
}

function json(status: number, body: unknown): Response {
  return new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } });
}
