import { decode } from '../../lib/index.ts';
import type { DecodedBy, Decoded, Decoder } from '../../lib/index.ts';
import { AXP_LIMITS } from './limits.ts';

const L = AXP_LIMITS;
const uri = decode.string({ min: 1, max: 2048, pattern: /^https:\/\// });

const selectedAction = decode.object({
  type: decode.oneOf('reply', 'postback'),
  text: decode.string({ min: 1, max: L.actionText }),
  payload: decode.string({ min: 1, max: L.actionPayload }),
  iconUrl: decode.optional(uri),
});
const coordinates = decode.object({
  lat: decode.number({ min: -90, max: 90 }),
  long: decode.number({ min: -180, max: 180 }),
});
const location = decode.object({
  name: decode.optional(decode.string({ max: L.locationName })),
  address: decode.optional(decode.string({ max: L.locationAddress })),
});
const looseAction = decode.object({
  type: decode.string({ max: 50 }),
  text: decode.withDefault(decode.string(), ''),
  payload: decode.optional(decode.string()),
  uri: decode.optional(decode.string()),
  iconUrl: decode.optional(decode.string()),
});
const looseItem = decode.object({
  title: decode.withDefault(decode.string(), ''),
  description: decode.optional(decode.string()),
  mediaUrl: decode.optional(decode.string()),
  actions: decode.withDefault(decode.list(looseAction), []),
});

/** Reads rich media as it arrives: any sizes, unknown action types kept, so that a newer contact centre breaks nothing. */
export const decodeRichMedia = decode.object({
  actions: decode.optional(decode.list(looseAction)),
  items: decode.optional(decode.list(looseItem)),
  selectedAction: decode.optional(looseAction),
  coordinates: decode.optional(coordinates),
  location: decode.optional(location),
});
/** Rich media of a body: buttons, cards, a chosen action or a place. */
export type RichMedia = DecodedBy<typeof decodeRichMedia>;
/** A button as it arrives: link, reply, postback or locationRequest. */
export type RichAction = DecodedBy<typeof looseAction>;
/** A card of a carousel as it arrives. */
export type RichItem = DecodedBy<typeof looseItem>;

const forbidden =
  (what: string): Decoder<undefined> =>
  (input, path = '') =>
    input === undefined || input === null
      ? decode.good(undefined)
      : decode.fault(path, `${what} are read-only for customers`, 'unknown');

const customerRichMedia = decode.object({
  actions: forbidden('actions'),
  items: forbidden('items'),
  selectedAction: decode.optional(selectedAction),
  coordinates: decode.optional(coordinates),
  location: decode.optional(location),
});

/** Reads what a customer may send as rich media: a chosen reply or postback, or a place; nothing else. */
export const decodeCustomerRichMedia: Decoder<RichMedia> = (input, path): Decoded<RichMedia> => {
  const decoded = customerRichMedia(input, path);
  if (!decoded.ok) return decoded;
  const { actions: _actions, items: _items, ...rest } = decoded.value;
  return decode.good(rest);
};
