import { decode } from '../../lib/index.ts';
import type { DecodedBy, Decoder } from '../../lib/index.ts';
import { DESK_LIMITS } from './limits.ts';

const L = DESK_LIMITS;
const httpsUri = decode.string({ min: 1, max: L.urlChars, pattern: /^https:\/\// });
const mediaUri = decode.string({ min: 1, max: L.urlChars, pattern: /^(https?:\/\/|data:image\/)/ });
const actionText = decode.string({ min: 1, max: L.actionTextChars });
const payload = decode.string({ min: 1, max: L.actionPayloadChars });

/** One button under a message or on a card. `reply` and `postback` come back as a `choice`; links are https only. */
export type DeskAction =
  | {
      readonly type: 'reply' | 'postback';
      readonly text: string;
      readonly payload: string;
      readonly iconUrl?: string;
    }
  | { readonly type: 'link'; readonly text: string; readonly uri: string; readonly iconUrl?: string }
  | { readonly type: 'locationRequest'; readonly text: string; readonly iconUrl?: string };

const choiceAction = <const T extends 'reply' | 'postback'>(type: T) =>
  decode.object({
    type: decode.oneOf(type),
    text: actionText,
    payload,
    iconUrl: decode.optional(mediaUri),
  });

/** Reads one action of any of the four types. */
export const decodeDeskAction: Decoder<DeskAction> = decode.union<DeskAction>('type', {
  reply: choiceAction('reply'),
  postback: choiceAction('postback'),
  link: decode.object({
    type: decode.oneOf('link'),
    text: actionText,
    uri: httpsUri,
    iconUrl: decode.optional(mediaUri),
  }),
  locationRequest: decode.object({
    type: decode.oneOf('locationRequest'),
    text: actionText,
    iconUrl: decode.optional(mediaUri),
  }),
});

/** Reads one card of a carousel: a title, 1 to 5 actions, an optional picture. */
export const decodeDeskCard = decode.object({
  title: decode.string({ min: 1, max: L.cardTitleChars }),
  description: decode.optional(decode.string({ max: L.cardDescriptionChars })),
  mediaUrl: decode.optional(mediaUri),
  actions: decode.list(decodeDeskAction, { min: 1, max: L.actions }),
});
/** One card of a carousel. */
export type DeskCard = DecodedBy<typeof decodeDeskCard>;

/** Reads a file of a message. */
export const decodeDeskAttachment = decode.object({
  attachmentId: decode.string({ min: 1, max: 256 }),
  name: decode.string({ min: 1, max: 256 }),
  contentType: decode.string({ min: 1, max: 255 }),
  sizeBytes: decode.number({ min: 0, whole: true }),
  url: decode.string({ min: 1 }),
});
/** A file of a message. `url` is absolute, signed and dated: usable in an image element without a header. */
export type DeskAttachment = DecodedBy<typeof decodeDeskAttachment>;

const textContent = decode.object({
  kind: decode.oneOf('text'),
  text: decode.string(),
  actions: decode.list(decodeDeskAction, { max: L.actions }),
  cards: decode.list(decodeDeskCard, { max: L.cards }),
});
const choiceContent = decode.object({
  kind: decode.oneOf('choice'),
  choice: decode.oneOf('reply', 'postback'),
  text: decode.string(),
  payload: decode.string(),
});
const locationContent = decode.object({
  kind: decode.oneOf('location'),
  lat: decode.number({ min: -90, max: 90 }),
  long: decode.number({ min: -180, max: 180 }),
  name: decode.optional(decode.string()),
  address: decode.optional(decode.string()),
  text: decode.optional(decode.string()),
});
const filesContent = decode.object({
  kind: decode.oneOf('files'),
  caption: decode.optional(decode.string()),
  attachments: decode.list(decodeDeskAttachment, { min: 1, max: L.attachments }),
});

/**
 * What a message says. `text` may carry buttons or quick replies (`actions`) and a carousel (`cards`), each empty where
 * there are none; `choice` is the customer's press of a reply or postback.
 */
export type DeskContent =
  | DecodedBy<typeof textContent>
  | DecodedBy<typeof choiceContent>
  | DecodedBy<typeof locationContent>
  | DecodedBy<typeof filesContent>;

/** Reads what a message says. */
export const decodeDeskContent: Decoder<DeskContent> = decode.union<DeskContent>('kind', {
  text: textContent,
  choice: choiceContent,
  location: locationContent,
  files: filesContent,
});
