import {
  byType,
  fault,
  good,
  isRecord,
  number,
  object,
  oneOf,
  oneOfOr,
  optional,
  string,
  type Decoded,
  type Decoder,
} from '../lib/decode.ts';
import * as ids from './decodeIds.ts';
import { decodeEngagement, type WireEngagement } from './engagement.ts';
import { decodeMessage, isoTime, type WireMessage } from './message.ts';
import { decodeParticipant, type Participant } from './participant.ts';
import { END_REASONS, type EndReason } from './session.ts';

/** What every log entry carries: the same on all transports. */
export interface EntryHeader {
  /** The cursor after this entry: hand it back to go on from here. */
  readonly id: ids.Cursor;
  readonly log: ids.LogId;
  readonly epoch: ids.Epoch;
  /** 1, 2, 3 … without holes within an epoch of a log. */
  readonly seq: number;
  /** ISO 8601 UTC. */
  readonly at: string;
}

type OfEngagement<Type extends string, Rest = object> = EntryHeader & {
  readonly type: Type;
  readonly engagementId: ids.EngagementId;
} & Rest;
type OfMessage = { readonly messageId: ids.MessageId; readonly clientMessageId?: ids.ClientMessageId };

/** An entry of a log. Types in capitals that the Chat SDK has mean what they mean there. */
export type LogEntry =
  /** In the session's control log: the customer has a further engagement (made here or on another device). */
  | (EntryHeader & { readonly type: 'ENGAGEMENT_OPENED'; readonly engagement: WireEngagement })
  | (EntryHeader & { readonly type: 'SESSION_ENDED'; readonly reason: EndReason })
  | OfEngagement<'ENGAGEMENT_ACTIVE', { readonly dialogId: ids.DialogId }>
  | OfEngagement<
      'ENGAGEMENT_ERROR',
      { readonly title: string; readonly detail: string; readonly errorType: string }
    >
  | OfEngagement<'ENGAGEMENT_TERMINATED', { readonly dialogId: ids.DialogId }>
  | OfEngagement<'PARTICIPANT_ADDED', { readonly participant: Participant }>
  | OfEngagement<'PARTICIPANT_DISCONNECTED', { readonly participant: Participant }>
  /** From anybody but the customer. */
  | OfEngagement<'MESSAGE_ARRIVED', { readonly message: WireMessage }>
  /** The customer's own message entered the log: the fact behind "sent". */
  | OfEngagement<'MESSAGE_ACCEPTED', { readonly message: WireMessage }>
  /** The contact centre's own event for it: the fact behind "delivered". */
  | OfEngagement<'MESSAGE_DELIVERED', OfMessage>
  /** Accepted by us, refused by the contact centre later. */
  | OfEngagement<'MESSAGE_FAILED', OfMessage & { readonly detail: string }>
  /** Nobody can tell whether the contact centre has it; it is never sent again by itself. */
  | OfEngagement<'MESSAGE_UNCONFIRMED', OfMessage>
  /** A type of a later version: skipped, but the cursor moves. */
  | (EntryHeader & { readonly type: 'UNKNOWN'; readonly name: string });

/** Lossy news without a place in any log. */
export type Signal =
  | {
      readonly type: 'TYPING_STARTED' | 'TYPING_STOPPED';
      readonly engagementId: ids.EngagementId;
      readonly participant: Participant;
    }
  /** The contact centre has read up to this entry. */
  | { readonly type: 'MESSAGES_READ'; readonly engagementId: ids.EngagementId; readonly upToSeq: number }
  | { readonly type: 'UNKNOWN_SIGNAL'; readonly name: string };

/** Whatever comes on the event stream: an entry with its place in a log, or a signal without one. */
export type StreamEvent = LogEntry | Signal;

/** Whether an event has a place in a log. */
export function isLogEntry(event: StreamEvent): event is LogEntry {
  return 'seq' in event;
}

const header = {
  id: ids.cursor,
  log: ids.logId,
  epoch: ids.epoch,
  seq: number({ min: 1, whole: true }),
  at: isoTime,
};
const ofEngagement = { ...header, engagementId: ids.engagementId };
const ofMessage = { messageId: ids.messageId, clientMessageId: optional(ids.clientMessageId) };
const prose = string({ max: 4096 });

type Typing = Extract<Signal, { type: 'TYPING_STARTED' | 'TYPING_STOPPED' }>;
const decodeTyping: Decoder<Typing> = object({
  type: oneOf('TYPING_STARTED', 'TYPING_STOPPED'),
  engagementId: ids.engagementId,
  participant: decodeParticipant,
});

const DECODERS: Readonly<Record<string, Decoder<StreamEvent>>> = {
  ...byType<Exclude<StreamEvent, { type: 'UNKNOWN' | 'UNKNOWN_SIGNAL' } | Typing>>({
    ENGAGEMENT_OPENED: { ...header, engagement: decodeEngagement },
    SESSION_ENDED: { ...header, reason: oneOfOr(END_REASONS, 'UNKNOWN') },
    ENGAGEMENT_ACTIVE: { ...ofEngagement, dialogId: ids.dialogId },
    ENGAGEMENT_ERROR: { ...ofEngagement, title: prose, detail: prose, errorType: prose },
    ENGAGEMENT_TERMINATED: { ...ofEngagement, dialogId: ids.dialogId },
    PARTICIPANT_ADDED: { ...ofEngagement, participant: decodeParticipant },
    PARTICIPANT_DISCONNECTED: { ...ofEngagement, participant: decodeParticipant },
    MESSAGE_ARRIVED: { ...ofEngagement, message: decodeMessage },
    MESSAGE_ACCEPTED: { ...ofEngagement, message: decodeMessage },
    MESSAGE_DELIVERED: { ...ofEngagement, ...ofMessage },
    MESSAGE_FAILED: { ...ofEngagement, ...ofMessage, detail: prose },
    MESSAGE_UNCONFIRMED: { ...ofEngagement, ...ofMessage },
    MESSAGES_READ: { engagementId: ids.engagementId, upToSeq: number({ min: 0, whole: true }) },
  }),
  TYPING_STARTED: decodeTyping,
  TYPING_STOPPED: decodeTyping,
};

/** Reads one event. A well-formed entry of an unknown type is UNKNOWN, not a fault. */
export const decodeEvent: Decoder<StreamEvent> = (input, path = '') => {
  const name = isRecord(input) && typeof input['type'] === 'string' ? input['type'] : '';
  const known = Object.hasOwn(DECODERS, name) ? DECODERS[name] : undefined;
  if (known) return known(input, path);
  return isRecord(input) && 'seq' in input
    ? decodeUnknown(input, name, path)
    : good({ type: 'UNKNOWN_SIGNAL', name });
};

/** As `decodeEvent`, for places where only log entries may stand. */
export const decodeLogEntry: Decoder<LogEntry> = (input, path = '') => {
  const decoded = decodeEvent(input, path);
  if (!decoded.ok) return decoded;
  return isLogEntry(decoded.value) ? good(decoded.value) : fault(path, 'must be a log entry', 'type');
};

function decodeUnknown(input: unknown, name: string, path: string): Decoded<LogEntry> {
  const decoded = object(header)(input, path);
  return decoded.ok ? good({ ...decoded.value, type: 'UNKNOWN', name: name.slice(0, 100) }) : decoded;
}
