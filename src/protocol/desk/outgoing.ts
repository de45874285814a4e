import { decode } from '../../lib/index.ts';
import type { DecodedBy, Decoder } from '../../lib/index.ts';
import { decodeDeskAction, decodeDeskCard } from './content.ts';
import { DESK_LIMITS } from './limits.ts';

const L = DESK_LIMITS;

const outgoingText = decode.object({
  kind: decode.oneOf('text'),
  text: decode.string({ min: 1, max: L.textChars }),
  actions: decode.withDefault(decode.list(decodeDeskAction, { max: L.actions }), []),
  cards: decode.withDefault(decode.list(decodeDeskCard, { max: L.cards }), []),
});
const outgoingFiles = decode.object({
  kind: decode.oneOf('files'),
  caption: decode.optional(decode.string({ max: 256 })),
  attachmentIds: decode.list(decode.string({ min: 1, max: 256 }), { min: 1, max: L.attachments }),
});

/** What an agent can say: text (with quick replies, buttons, a location request or a carousel) or uploaded files. */
export type DeskOutgoingContent = DecodedBy<typeof outgoingText> | DecodedBy<typeof outgoingFiles>;

const outgoingContent: Decoder<DeskOutgoingContent> = decode.union<DeskOutgoingContent>('kind', {
  text: outgoingText,
  files: outgoingFiles,
});

/** Body of "send a message". The same `clientMessageId` sent twice makes one message: the first answer is repeated. */
export const decodeDeskSend = decode.object({
  clientMessageId: decode.string({ min: 1, max: 64 }),
  parentMessageId: decode.optional(decode.string({ min: 1, max: 256 })),
  content: outgoingContent,
});
/** Body of "send a message". */
export type DeskSend = DecodedBy<typeof decodeDeskSend>;

/** Body of "sign in", for agents and for the administrator. */
export const decodeSignIn = decode.object({
  user: decode.string({ min: 1, max: L.nameChars }),
  password: decode.string({ min: 1, max: L.passwordChars }),
});
/** Body of "sign in". */
export type SignIn = DecodedBy<typeof decodeSignIn>;

/** Body of "set my state". `away` gets no new alerts; what is open stays. */
export const decodeDeskState = decode.object({ state: decode.oneOf('ready', 'away') });
/** Body of "set my state". */
export type DeskState = DecodedBy<typeof decodeDeskState>;

const toAgent = decode.object({ kind: decode.oneOf('agent'), agentId: decode.string({ min: 1, max: 256 }) });
const toQueue = decode.object({ kind: decode.oneOf('queue'), queueId: decode.string({ min: 1, max: 256 }) });
type TransferTarget = DecodedBy<typeof toAgent> | DecodedBy<typeof toQueue>;

/** Body of "transfer". A queue's id is the id of its integration. */
export const decodeDeskTransfer = decode.object({
  to: decode.union<TransferTarget>('kind', { agent: toAgent, queue: toQueue }),
});
/** Body of "transfer". */
export type DeskTransfer = DecodedBy<typeof decodeDeskTransfer>;

/** Body of "I have read up to this message". */
export const decodeDeskRead = decode.object({ messageId: decode.string({ min: 1, max: 256 }) });
/** Body of "I have read". */
export type DeskRead = DecodedBy<typeof decodeDeskRead>;
