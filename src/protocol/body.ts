import {
  anything,
  byType,
  fault,
  good,
  isRecord,
  list,
  number,
  object,
  oneOf,
  oneOfOr,
  optional,
  refine,
  string,
  union,
  type Decoder,
} from '../lib/decode.ts';
import { attachmentId, type AttachmentId } from './decodeIds.ts';
import * as limits from './limits.ts';

/** How a text is to be read. HTML of the contact centre is made plain by the connector: no HTML reaches a page. */
export type TextFormat = 'plain' | 'markdown';

/** A button under a message. */
export type Action =
  | { readonly type: 'reply'; readonly text: string; readonly payload: string; readonly iconUrl?: string }
  | { readonly type: 'postback'; readonly text: string; readonly payload: string }
  | { readonly type: 'link'; readonly text: string; readonly uri: string }
  | { readonly type: 'locationRequest'; readonly text: string };

/** One card of a carousel. */
export interface CarouselItem {
  readonly title: string;
  readonly description?: string;
  readonly mediaUrl?: string;
  readonly actions: readonly Action[];
}

/** A file that stands in the store. `url` is relative to the connector, signed and expiring. */
export interface Attachment {
  readonly attachmentId: AttachmentId;
  readonly name: string;
  readonly sizeBytes: number;
  readonly contentType: string;
  readonly url: string;
  /** Pixels, where known: room can be kept before it loads. */
  readonly width?: number;
  readonly height?: number;
}

/** What a message says. */
export type MessageBody =
  | {
      readonly type: 'text';
      readonly text: string;
      readonly format: TextFormat;
      readonly actions?: readonly Action[];
    }
  | { readonly type: 'carousel'; readonly text: string; readonly items: readonly CarouselItem[] }
  | {
      readonly type: 'location';
      readonly text: string;
      readonly latitude: number;
      readonly longitude: number;
      readonly name?: string;
      readonly address?: string;
    }
  | { readonly type: 'files'; readonly text: string; readonly attachments: readonly Attachment[] }
  | {
      readonly type: 'choice';
      readonly action: 'reply' | 'postback';
      readonly text: string;
      readonly payload: string;
    }
  | { readonly type: 'unsupported'; readonly elementType: string; readonly text: string };

/** What a page may send: no cards, no buttons (Custom Messaging keeps those for the contact centre). */
export type OutgoingBody =
  | { readonly type: 'text'; readonly text: string }
  | {
      readonly type: 'choice';
      readonly action: 'reply' | 'postback';
      readonly text: string;
      readonly payload: string;
    }
  | {
      readonly type: 'location';
      readonly latitude: number;
      readonly longitude: number;
      readonly name?: string;
      readonly address?: string;
    }
  | { readonly type: 'files'; readonly text: string; readonly attachmentIds: readonly AttachmentId[] };

/** https only, loopback excepted: whoever needs that narrower takes `isSafeUrl` besides. At most 2048 characters. */
export function isSafeUrl(url: string): boolean {
  return (
    url.length <= 2048 &&
    /^https:\/\/[^\s/@\\]+|^http:\/\/(127\.0\.0\.1|localhost|\[::1\])(:\d+)?(\/|$)/i.test(url)
  );
}

const safeUrl: Decoder<string> = refine(string({ min: 1, max: 2048 }), (url, path) =>
  isSafeUrl(url) ? good(url) : fault(path, 'must be an https address', 'pattern'),
);
const label = string({ min: 1, max: limits.MAX_ACTION_TEXT_LENGTH });
const payload = string({ max: limits.MAX_ACTION_PAYLOAD_LENGTH });
const anyText = string({ max: 524_288 }); // what Custom Messaging may carry to the customer
const latitude = number({ min: -90, max: 90 });
const longitude = number({ min: -180, max: 180 });
const placeName = optional(string({ max: limits.MAX_ACTION_TEXT_LENGTH }));
const address = optional(string({ max: limits.MAX_ADDRESS_LENGTH }));

export const decodeAction: Decoder<Action> = union(
  'type',
  byType<Action>({
    reply: { text: label, payload, iconUrl: optional(safeUrl) },
    postback: { text: label, payload },
    link: { text: label, uri: safeUrl },
    locationRequest: { text: label },
  }),
);

const ACTION_TYPES: readonly unknown[] = [
  'reply',
  'postback',
  'link',
  'locationRequest',
] satisfies Action['type'][];

/** Buttons of a later version are left out: the words beside them are read all the same. */
const knownActions: Decoder<readonly Action[]> = refine(
  list(anything, { max: limits.MAX_ACTIONS }),
  (actions, path) =>
    list(decodeAction)(
      actions.filter(
        (one) => !isRecord(one) || typeof one['type'] !== 'string' || ACTION_TYPES.includes(one['type']),
      ),
      path,
    ),
);

const decodeItem: Decoder<CarouselItem> = object({
  title: label,
  description: optional(string({ max: limits.MAX_ITEM_DESCRIPTION_LENGTH })),
  mediaUrl: optional(safeUrl),
  actions: knownActions,
});

export const decodeAttachment: Decoder<Attachment> = object({
  attachmentId,
  name: string({ min: 1, max: 256 }),
  sizeBytes: number({ min: 0, whole: true }),
  contentType: string({ min: 1, max: 255 }),
  url: string({ min: 1, max: 2048 }),
  width: optional(number({ min: 1 })),
  height: optional(number({ min: 1 })),
});

const choice = { action: oneOf('reply', 'postback'), text: label, payload };

const KNOWN_BODIES = byType<MessageBody>({
  text: { text: anyText, format: oneOfOr(['plain', 'markdown'], 'plain'), actions: optional(knownActions) },
  carousel: { text: anyText, items: list(decodeItem, { min: 1, max: limits.MAX_CAROUSEL_ITEMS }) },
  location: { text: anyText, latitude, longitude, name: placeName, address },
  files: { text: anyText, attachments: list(decodeAttachment, { min: 1, max: limits.MAX_ATTACHMENTS }) },
  choice,
  unsupported: { elementType: string({ max: 256 }), text: anyText },
});
/** Of "unknown", since anything may stand in "type", an object that cannot be turned into a string too. */
const KNOWN_TYPES: readonly unknown[] = Object.keys(KNOWN_BODIES);
const decodeKnownBody = union('type', KNOWN_BODIES);
const decodeUnknownBody = object({ type: string({ min: 1, max: 256 }), text: optional(anyText) });

/** A type of a later version becomes `unsupported` with the text that it brought: nothing is left out of the list. */
export const decodeBody: Decoder<MessageBody> = (input, path = '') => {
  if (!isRecord(input) || KNOWN_TYPES.includes(input['type'])) return decodeKnownBody(input, path);
  const unknown = decodeUnknownBody(input, path);
  if (!unknown.ok) return unknown;
  return good({ type: 'unsupported', elementType: unknown.value.type, text: unknown.value.text ?? '' });
};

export const decodeOutgoingBody: Decoder<OutgoingBody> = union(
  'type',
  byType<OutgoingBody>({
    text: { text: string({ min: 1, max: limits.MAX_TEXT_LENGTH }) },
    choice,
    location: { latitude, longitude, name: placeName, address },
    files: {
      text: string({ max: limits.MAX_TEXT_LENGTH }),
      attachmentIds: list(attachmentId, { min: 1, max: limits.MAX_ATTACHMENTS }),
    },
  }),
);
