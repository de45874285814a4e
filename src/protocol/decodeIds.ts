import { fault, good, refine, string, type Decoder } from '../lib/decode.ts';

declare const kind: unique symbol;
type Id<Kind extends string> = string & { readonly [kind]: Kind };

/** One customer on one browser profile (architecture, Settled 3). */
export type SessionId = Id<'session'>;
/** A work item of the contact centre, as the page knows it: the connector's own UUID. */
export type EngagementId = Id<'engagement'>;
/** The part of an engagement that is chat. */
export type DialogId = Id<'dialog'>;
/** One person or bot in one session. */
export type ParticipantId = Id<'participant'>;
/** The connector's id of a message in a log. */
export type MessageId = Id<'message'>;
/** UUID version 7, made when the message was composed; one gives at most one log entry, for ever. */
export type ClientMessageId = Id<'client-message'>;
/** One device install, within which `clientSeq` counts. */
export type SenderId = Id<'sender'>;
/** A log: an engagement's, or a session's control log. */
export type LogId = Id<'log'>;
/** One incarnation of a log; changes only when it is rebuilt or restored. */
export type Epoch = Id<'epoch'>;
/** Where a reader stands in all logs of a session. Opaque to the client. */
export type Cursor = Id<'cursor'>;
/** A file that the connector holds for a conversation. */
export type AttachmentId = Id<'attachment'>;

const UNFIT = /[\s\u0000-\u001f/]/;

// Received ids are not checked for UUID form: AXP's own examples are not always valid ones (axp.md 0.6).
const id = <T extends string>(max = 256): Decoder<T> =>
  refine(string({ min: 1, max }), (text, path) =>
    UNFIT.test(text) ? fault(path, 'must not hold spaces or slashes', 'pattern') : good(text as T),
  );

export const sessionId: Decoder<SessionId> = id();
export const engagementId: Decoder<EngagementId> = id();
export const dialogId: Decoder<DialogId> = id();
export const participantId: Decoder<ParticipantId> = id();
export const messageId: Decoder<MessageId> = id();
export const clientMessageId: Decoder<ClientMessageId> = id(36);
export const senderId: Decoder<SenderId> = id(36);
export const logId: Decoder<LogId> = id();
export const epoch: Decoder<Epoch> = id();
export const cursor: Decoder<Cursor> = id(8192);
export const attachmentId: Decoder<AttachmentId> = id();

/** Names a text as an id of the wanted kind, where we made the text ourselves (a fresh UUID, a key of our own store). */
export function asId<T extends Id<string>>(text: string): T {
  return text as T;
}
