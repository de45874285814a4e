import { decode } from '../../lib/index.ts';
import type { DecodedBy, Decoded, Decoder } from '../../lib/index.ts';
import { AXP_LIMITS } from './limits.ts';
import { decodeCustomerRichMedia, decodeRichMedia } from './richMedia.ts';

const L = AXP_LIMITS;
const elementType = decode.string({ min: 1, max: L.elementType });
const payload = decode.optional(decode.string({ max: L.payload }));

const looseBody = decode.object({
  elementType: decode.string(),
  elementText: decode.optional(
    decode.object({
      text: decode.withDefault(decode.string(), ''),
      textFormat: decode.optional(decode.string()),
      richMediaPayload: decode.optional(decodeRichMedia),
    }),
  ),
  payload: decode.optional(decode.string()),
  richMediaPayload: decode.optional(decodeRichMedia),
});
const bodyShape = decode.object({
  elementType,
  elementText: decode.optional(
    decode.object({ text: decode.string(), textFormat: decode.optional(decode.string()) }),
  ),
  payload,
  richMediaPayload: decode.optional(decodeRichMedia),
});

/** What a message says, on the wire of both APIs. Chat has no rich media. */
export type MessageBody = DecodedBy<typeof bodyShape>;

/**
 * Reads a body that arrives from the contact centre. One published example nests `richMediaPayload` inside `elementText`:
 * it is lifted to where the schema has it.
 */
export const decodeMessageBody: Decoder<MessageBody> = (input, path) => {
  const decoded = looseBody(input, path);
  if (!decoded.ok) return decoded;
  const { elementText, richMediaPayload, ...rest } = decoded.value;
  if (elementText === undefined) return decode.good(richMediaPayload ? { ...rest, richMediaPayload } : rest);
  const { richMediaPayload: nested, ...text } = elementText;
  const rich = richMediaPayload ?? nested;
  return decode.good({ ...rest, elementText: text, ...(rich ? { richMediaPayload: rich } : {}) });
};

const textOf = (max: number) =>
  decode.optional(
    decode.object({
      text: decode.string({ max }),
      textFormat: decode.optional(decode.string({ max: 50 })),
    }),
  );

const messagingBody = decode.object({
  elementType,
  elementText: textOf(L.messagingText),
  payload,
  richMediaPayload: decode.optional(decodeCustomerRichMedia),
});
const chatBody = decode.object({ elementType, elementText: textOf(L.chatText), payload });

/** Reads a customer's body for Custom Chat: text only. */
export const decodeChatCustomerBody: Decoder<MessageBody> = decode.refine(chatBody, wantText);

/** Reads a customer's body for Custom Messaging; files are checked with the message, which holds their ids. */
export const decodeMessagingCustomerBody: Decoder<MessageBody> = decode.refine(
  messagingBody,
  (body, path): Decoded<MessageBody> => {
    const rich = body.richMediaPayload;
    const at = (field: string): string => `${path}.richMediaPayload.${field}`;
    switch (body.elementType) {
      case 'reply':
      case 'postback':
        if (!rich?.selectedAction) return decode.fault(at('selectedAction'), 'must not be null', 'missing');
        return rich.selectedAction.type === body.elementType
          ? decode.good(body)
          : decode.fault(at('selectedAction.type'), `must be ${body.elementType}`, 'unknown');
      case 'location':
        return rich?.coordinates
          ? decode.good(body)
          : decode.fault(at('coordinates'), 'must not be null', 'missing');
      case 'file':
      case 'image':
        return decode.good(body);
      default:
        return wantText(body, path);
    }
  },
);

function wantText<B extends MessageBody>(body: B, path: string): Decoded<B> {
  if (body.elementText === undefined)
    return decode.fault(`${path}.elementText`, 'must not be null', 'missing');
  return body.elementText.text === ''
    ? decode.fault(`${path}.elementText.text`, 'must not be empty', 'range')
    : decode.good(body);
}
