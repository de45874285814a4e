import { decode } from '../../lib/index.ts';
import type { DecodedBy, Decoder } from '../../lib/index.ts';
import { decodeMessagingCustomerBody } from './body.ts';
import { decodeMessagingHeaders } from './headers.ts';
import { AXP_LIMITS } from './limits.ts';
import { words } from './words.ts';

const attachmentRefs = decode.optional(
  decode.list(
    decode.object({
      attachmentId: words.uuid,
      contentId: decode.optional(decode.string({ max: 256 })),
    }),
    { max: AXP_LIMITS.attachments },
  ),
);

const sendShape = decode.object({
  channelProviderId: words.channelProviderId,
  channelId: decode.oneOf('Messaging', 'Email'),
  /** The integration's id. */
  businessAccountName: words.channelProviderId,
  customerIdentifiers: words.identifiers,
  body: decodeMessagingCustomerBody,
  senderName: words.displayName,
  providerSenderId: words.providerId,
  providerDialogId: words.providerId,
  providerMessageId: words.providerId,
  providerParentMessageId: words.providerId,
  parentMessageId: words.providerId,
  fallbackText: decode.optional(decode.string({ max: AXP_LIMITS.fallbackText })),
  headers: decode.optional(decodeMessagingHeaders),
  attachments: attachmentRefs,
  customData: decode.optional(words.parameters),
  engagementParameters: decode.optional(words.parameters),
  correlationId: words.correlationId,
});
/** Body of Custom Messaging's "send message". */
export type MessagingSend = DecodedBy<typeof sendShape>;

/** Reads the body of Custom Messaging's "send message"; a file or image needs at least one attachment. */
export const decodeMessagingSend: Decoder<MessagingSend> = decode.refine(sendShape, (send, path) => {
  const isFile = send.body.elementType === 'file' || send.body.elementType === 'image';
  if (!isFile || (send.attachments?.length ?? 0) > 0) return decode.good(send);
  return decode.fault(path === '' ? 'attachments' : `${path}.attachments`, 'must not be null', 'missing');
});

/** Reads the body of "customer typing". */
export const decodeMessagingTyping = decode.object({
  channelProviderId: words.channelProviderId,
  businessAccountName: words.channelProviderId,
  correlationId: words.correlationId,
});
/** Body of "customer typing". */
export type MessagingTyping = DecodedBy<typeof decodeMessagingTyping>;

/** Reads the body of "disconnect dialog". */
export const decodeMessagingDisconnect = decode.object({
  channelProviderId: words.channelProviderId,
  businessAccountName: words.channelProviderId,
  reason: words.reason,
  correlationId: words.correlationId,
});
/** Body of "disconnect dialog". */
export type MessagingDisconnect = DecodedBy<typeof decodeMessagingDisconnect>;

/** Reads a `providerDialogId` of a path. */
export const decodeProviderDialogId = decode.string({ min: 3, max: 256 });
