import type { Draft } from '../../client/index.ts';
import type { Attachment, RichMediaPayload } from '../../facades/omni-sdk/messaging/index.ts';
import { attachmentsOf, bodyOf } from '../../facades/omni-sdk/messaging/forElement.ts';
import type { ChatMessage } from '../../model/index.ts';
import type { MessageBody, ParticipantType } from '../../protocol/index.ts';

/** A message as the two hooks get it. Of what they change, `messageBody` counts, and `displayName` where it is shown. */
export interface UiMessage {
  /** Empty before it is sent. */
  readonly messageId: string;
  /** `text`, `image`, `file`, `postback`, `reply`, `location` or `carousel`. */
  readonly messageType: string;
  readonly messageBody: string;
  readonly participantType: ParticipantType;
  readonly displayName?: string;
  /** ISO 8601 UTC; absent before it is sent. */
  readonly receivedAt?: string;
  readonly parentMessageId?: string;
  readonly attachments?: readonly Attachment[];
  readonly richMediaPayload?: RichMediaPayload;
}

/** A message of the list, for `beforeMessageRender`. */
export function uiMessageOf(message: ChatMessage, baseUrl: string): UiMessage {
  const { messageId = '', body, own, sender, atMs, parentMessageId } = message;
  const { elementType, richMediaPayload } = bodyOf(body);
  const attachments = attachmentsOf(body, baseUrl);
  return {
    messageId,
    messageType: elementType,
    messageBody: body.text,
    participantType: sender?.participantType ?? (own ? 'CUSTOMER' : 'SYSTEM'),
    ...(sender?.displayName !== undefined && { displayName: sender.displayName }),
    receivedAt: new Date(atMs).toISOString(),
    ...(parentMessageId !== undefined && { parentMessageId }),
    ...(attachments && { attachments }),
    ...(richMediaPayload && { richMediaPayload }),
  };
}

/** What is about to be sent, for `beforeMessageSend`. */
export function uiMessageOfDraft(draft: Draft, displayName: string | undefined): UiMessage {
  const { body, type } = bodyOfDraft(draft);
  const { richMediaPayload } = body ? bodyOf(body) : {};
  return {
    messageId: '',
    messageType: type,
    messageBody: textOf(draft),
    participantType: 'CUSTOMER',
    ...(displayName !== undefined && { displayName }),
    ...(draft.parentMessageId !== undefined && { parentMessageId: draft.parentMessageId }),
    ...(richMediaPayload && { richMediaPayload }),
  };
}

/** The draft with other words. A place has none. */
export function withText(draft: Draft, text: string): Draft {
  if ('files' in draft) return { ...draft, text };
  const { body } = draft;
  return body.type === 'location' ? draft : { ...draft, body: { ...body, text } };
}

/** The words of a draft; empty where it has none. */
export function textOf(draft: Draft): string {
  if ('files' in draft) return draft.text ?? '';
  return draft.body.type === 'location' ? '' : draft.body.text;
}

function bodyOfDraft(draft: Draft): { readonly body?: MessageBody; readonly type: string } {
  if ('files' in draft) {
    const isImage = draft.files.every(({ type }) => type.startsWith('image/'));
    return { type: isImage ? 'image' : 'file' };
  }
  const { body } = draft;
  if (body.type === 'location') return { body: { ...body, text: '' }, type: 'location' };
  if (body.type === 'choice') return { body, type: body.action };
  return { type: 'text' };
}
