import { decodeAttachment, decodeSendAnswer, routes } from '../../protocol/index.ts';
import type { OutgoingBody, SendAnswer, SenderId, SendRequest, SessionId } from '../../protocol/index.ts';
import { REQUEST_TIMEOUT_MS, type Http } from '../http.ts';
import type { OutboxEntry } from './outboxStore.ts';

/** A file may take its time: as long as 64 kbit/s needs, beside what any request may take. */
const UPLOAD_BYTES_PER_MS = 8;

/** A tombstone must have a body like any other; it is never shown. */
const NOTHING: OutgoingBody = { type: 'text', text: '-' };

/** What a send needs. */
export interface SendOptions {
  readonly http: Http;
  readonly sessionId: SessionId;
  readonly senderId: SenderId;
  readonly signal: AbortSignal;
}

/** Sends one entry whose files are up. Its id makes it safe to send again. Rejects with `ChatClientError`. */
export function sendEntry(options: SendOptions, entry: OutboxEntry): Promise<SendAnswer> {
  const { content, clientMessageId, clientSeq, engagementId, parentMessageId } = entry;
  const json: SendRequest = {
    clientMessageId,
    senderId: options.senderId,
    clientSeq,
    body: bodyOf(content),
    parentMessageId,
    tombstone: content.type === 'tombstone' || undefined,
  };
  return options.http.call({
    method: 'POST',
    path: routes.messages(options.sessionId, engagementId),
    headers: { 'idempotency-key': clientMessageId },
    again: true,
    json,
    decoder: decodeSendAnswer,
    signal: options.signal,
  });
}

/**
 * Sends the next file up and answers the entry with it, or the entry itself when all are there.
 * Rejects with `ChatClientError`.
 */
export async function uploadNext(options: SendOptions, entry: OutboxEntry): Promise<OutboxEntry> {
  const { content } = entry;
  if (content.type !== 'files') return entry;
  const file = content.files[content.uploaded.length];
  if (!file) return entry;
  const attachment = await options.http.call({
    method: 'POST',
    path: routes.attachments(options.sessionId),
    query: { name: file.name },
    headers: { 'content-type': file.type === '' ? 'application/octet-stream' : file.type },
    body: file,
    decoder: decodeAttachment,
    timeoutMs: REQUEST_TIMEOUT_MS + file.size / UPLOAD_BYTES_PER_MS,
    signal: options.signal,
  });
  return { ...entry, content: { ...content, uploaded: [...content.uploaded, attachment] } };
}

function bodyOf(content: OutboxEntry['content']): OutgoingBody {
  switch (content.type) {
    case 'body':
      return content.body;
    case 'files':
      return {
        type: 'files',
        text: content.text,
        attachmentIds: content.uploaded.map((one) => one.attachmentId),
      };
    case 'tombstone':
      return NOTHING;
  }
}
