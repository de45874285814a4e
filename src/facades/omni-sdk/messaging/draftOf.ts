import type { Draft } from '../../../client/index.ts';
import {
  asId,
  decodeOutgoingBody,
  MAX_ACTION_TEXT_LENGTH,
  MAX_TEXT_LENGTH,
  type MessageId,
  type OutgoingBody,
} from '../../../protocol/index.ts';
import { AxpOmniSdkError } from '../core/omniSdkError.ts';
import {
  AttachmentMessage,
  LocationMessage,
  PostbackMessage,
  ReplyMessage,
  TextMessage,
} from './requests.ts';

/** A request as the client takes it. Throws ConstraintViolation where the documented limits are not kept. */
export function draftOf(request: unknown): Draft {
  if (request instanceof AttachmentMessage) return fileDraftOf(request);
  const body = bodyOf(request);
  const decoded = decodeOutgoingBody(body);
  if (!decoded.ok) throw violated(decoded.faults[0]?.path ?? '', decoded.faults[0]?.message ?? 'is wrong');
  if (decoded.value.type === 'files') throw violated('', 'is no message'); // a file comes as AttachmentMessage
  return { body: decoded.value, ...parentOf(request) };
}

function bodyOf(request: unknown): OutgoingBody {
  if (request instanceof TextMessage) return { type: 'text', text: request.getText() };
  if (request instanceof LocationMessage) {
    const [name, address] = [request.getName(), request.getAddress()];
    return {
      type: 'location',
      latitude: request.getLatitude(),
      longitude: request.getLongitude(),
      ...(name !== undefined && { name }),
      ...(address !== undefined && { address }),
    };
  }
  if (request instanceof PostbackMessage || request instanceof ReplyMessage) {
    const payload = request.getPayload();
    if (typeof payload !== 'string' || payload === '') throw violated('payload', 'must be a text');
    // The text may be left out, but somebody must be able to read what was chosen.
    const text = request.getActionText() ?? payload.slice(0, MAX_ACTION_TEXT_LENGTH);
    return { type: 'choice', action: request instanceof ReplyMessage ? 'reply' : 'postback', text, payload };
  }
  throw violated('', 'is none of the five kinds of messages');
}

function fileDraftOf(request: AttachmentMessage): Draft {
  const [file, text] = [request.getAttachment(), request.getText()];
  if (!(file instanceof File)) throw violated('attachment', 'must be a File');
  if (file.size === 0) throw violated('attachment', 'is empty');
  if (text !== undefined && (typeof text !== 'string' || text.length > MAX_TEXT_LENGTH))
    throw violated('text', `must be a text of at most ${MAX_TEXT_LENGTH} characters`);
  return { files: [file], ...(text !== undefined && { text }), ...parentOf(request) };
}

function parentOf(request: unknown): { readonly parentMessageId?: MessageId } {
  const parent: unknown = hasParent(request) ? request.getParentMessageId() : undefined;
  if (parent === undefined) return {};
  if (typeof parent !== 'string' || parent === '') throw violated('parentMessageId', 'must be a text');
  return { parentMessageId: asId<MessageId>(parent) };
}

function hasParent(request: unknown): request is { getParentMessageId(): unknown } {
  return typeof request === 'object' && request !== null && 'getParentMessageId' in request;
}

function violated(what: string, why: string): AxpOmniSdkError {
  return new AxpOmniSdkError('ConstraintViolation', `The message ${what} ${why}`.replace(/ +/g, ' '));
}
