import { decode } from '../../lib/index.ts';
import type { DecodedBy } from '../../lib/index.ts';
import { decodeMessageBody } from './body.ts';
import { words } from './words.ts';

const nullableMap = decode.withDefault(decode.map(decode.string()), {});

/** Reads a file of a message. The schema's required `id` does not exist in any example: `attachmentId` it is. */
export const decodeAttachment = decode.object({
  attachmentId: decode.withDefault(decode.string(), ''),
  name: decode.withDefault(decode.string(), ''),
  size: decode.withDefault(decode.number(), 0),
  contentType: decode.withDefault(decode.string(), 'application/octet-stream'),
  contentId: words.text,
  /** Absolute, or relative to `{host}/api/media-store`. */
  url: decode.withDefault(decode.string(), ''),
  captionText: words.text,
  thumbnailUrl: words.text,
});
/** A file of a message. */
export type Attachment = DecodedBy<typeof decodeAttachment>;

/** Reads a message of either API or of a callback. Tolerant: unset fields may be null, `[]` or `{}`; ids as they come. */
export const decodeMessage = decode.object({
  messageId: words.anId,
  accountId: words.anId,
  dialogId: words.anId,
  engagementId: words.anId,
  /** NONE, SENT, DELIVERED, READ, FAILED, DELETED. */
  status: decode.withDefault(decode.string(), 'NONE'),
  sessionId: words.anId,
  businessAccountName: words.text,
  channelProviderId: words.anId,
  channelId: words.text,
  senderParticipantId: words.anId,
  senderParticipantName: words.text,
  senderParticipantType: decode.withDefault(decode.string(), 'SYSTEM'),
  body: decodeMessageBody,
  fallbackText: words.text,
  attachments: decode.withDefault(decode.list(decodeAttachment), []),
  customData: nullableMap,
  messageIndex: decode.optional(decode.number()),
  parentMessageId: words.anId,
  providerDialogId: words.anId,
  providerSenderId: words.anId,
  providerMessageId: words.anId,
  providerParentMessageId: words.anId,
  engagementParameters: nullableMap,
  receivedAt: words.text,
  lastUpdatedAt: words.text,
  correlationId: words.text,
});
/** A message of either API or of a callback. */
export type Message = DecodedBy<typeof decodeMessage>;

/** Reads a page of Custom Chat's message list: oldest first by `messageIndex`. The links are not to be followed blindly. */
export const decodeMessagePage = decode.object({
  pagination: decode.object({
    pageNumber: decode.number(),
    pageSize: decode.number(),
    total: decode.number(),
  }),
  messages: decode.list(decodeMessage),
  links: decode.optional(decode.object({ prev: words.text, next: words.text })),
});
/** A page of messages. */
export type MessagePage = DecodedBy<typeof decodeMessagePage>;
