import type {
  ClientMessageId,
  EndReason,
  EngagementId,
  LogEntry,
  MessageBody,
  MessageId,
  Participant,
  ProblemCode,
  WireEngagement,
} from '../protocol/index.ts';
import type { LocalFile } from './chatMessage.ts';
import type { ChatState, SessionFacts } from './chatState.ts';
import type { StreamFailureReason } from './status.ts';

type Of<Type extends string, Rest = object> = { readonly type: Type } & Rest;
type OfEngagement<Type extends string, Rest = object> = Of<
  Type,
  { readonly engagementId: EngagementId } & Rest
>;
type OfPending<Type extends string, Rest = object> = OfEngagement<
  Type,
  { readonly clientMessageId: ClientMessageId } & Rest
>;

/**
 * All that can happen to a chat, in the one order in which the client tells it. Names that the Chat SDK has
 * (axp.md 1.8) mean what they mean there; the others are ours. Times are wall clock, milliseconds since 1970 UTC.
 */
export type ChatEvent = {
  /** Heard from the tab that leads: what is to happen once in a browser (a sound, say) happens there. */
  readonly relayed?: true;
} &
  /** Another tab leads: this is what it shows, and of the log what was here already. It takes the place of the state. */
  (
    | Of<'STATE_MIRRORED', { readonly state: ChatState }>
    // The session
    | Of<'SESSION_STARTING'>
    | Of<'INITIALIZED', { readonly facts: SessionFacts; readonly engagements: readonly WireEngagement[] }>
    /** `retryAtMs`: it is tried again by itself then, or sooner; absent where only a person can go on. */
    | Of<
        'SESSION_FAILED',
        {
          readonly code: ProblemCode | 'unreachable';
          readonly detail: string;
          readonly retryAtMs?: number | undefined;
        }
      >
    | Of<'SHUTDOWN', { readonly reason: EndReason; readonly atMs: number }>
    // The line
    | Of<'EVENT_STREAM_CONNECTING', { readonly atMs: number }>
    | Of<'EVENT_STREAM_CONNECTED', { readonly atMs: number }>
    | Of<
        'EVENT_STREAM_FAILED',
        {
          readonly atMs: number;
          readonly reason: StreamFailureReason;
          readonly message: string;
          /** Milliseconds to the next attempt; absent where none follows by itself. */
          readonly retryAfterMs?: number | undefined;
        }
      >
    | Of<'EVENT_STREAM_CLOSED', { readonly atMs: number }>
    // The clocks
    | Of<'IDLE_TIMEOUT_EXPIRED', { readonly atMs: number; readonly graceMs: number }>
    | Of<'IDLE_TIMEOUT_RESET'>
    | Of<'TOKEN_EXPIRY_REMINDER', { readonly atMs: number; readonly expiresAtMs: number }>
    | Of<'TOKEN_EXPIRED', { readonly expiredAtMs: number }>
    // The logs: an entry, once, in order of its log
    | Of<
        'ENTRY',
        {
          readonly entry: LogEntry;
          /** It happens now; false for what is caught up with. */
          readonly live: boolean;
        }
      >
    | OfEngagement<'TYPING_STARTED', { readonly participant: Participant }>
    | OfEngagement<'TYPING_STOPPED', { readonly participant: Participant }>
    | OfEngagement<'MESSAGES_READ', { readonly upToSeq: number }>
    /** The customer has seen everything up to here. */
    | OfEngagement<'MESSAGES_SEEN', { readonly upToSeq: number }>
    | OfEngagement<'ENGAGEMENT_JOINED', { readonly engagement: WireEngagement }>
    // The past
    | OfEngagement<'HISTORY_LOADING'>
    | OfEngagement<
        'HISTORY_LOADED',
        { readonly entries: readonly LogEntry[]; readonly olderBeforeSeq?: number | undefined }
      >
    | OfEngagement<'HISTORY_FAILED', { readonly detail: string }>
    /** Entries between are missing; a range is asked for. */
    | OfEngagement<'GAP_FOUND', { readonly afterSeq: number; readonly beforeSeq: number }>
    | OfEngagement<'GAP_FAILED', { readonly afterSeq: number; readonly beforeSeq: number }>
    | OfEngagement<'GAP_FILLED', { readonly afterSeq: number; readonly entries: readonly LogEntry[] }>
    /** The log was rebuilt: what is shown of this engagement is read anew. */
    | OfEngagement<'ENGAGEMENT_RESET', { readonly engagement: WireEngagement }>
    // The outbox
    | Of<'OUTBOX_OPENED', { readonly durable: boolean }>
    | OfPending<
        'MESSAGE_QUEUED',
        {
          readonly body: MessageBody;
          readonly localFiles?: readonly LocalFile[] | undefined;
          readonly parentMessageId?: MessageId | undefined;
          readonly atMs: number;
        }
      >
    | OfPending<'MESSAGE_SENDING', { readonly progress?: number | undefined }>
    /** The connector's answer says that it stands in the log, and where; its entry follows on the stream. */
    | OfPending<
        'MESSAGE_SENT',
        { readonly messageId: MessageId; readonly seq?: number; readonly atMs?: number }
      >
    /** Put back into the queue: it will be tried again by itself. `code`: why, where the server said so. */
    | OfPending<'MESSAGE_WAITING', { readonly code?: ProblemCode | undefined }>
    | OfPending<
        'MESSAGE_REJECTED',
        { readonly code: ProblemCode | 'unreachable'; readonly detail: string; readonly retryable: boolean }
      >
    /** Taken out by the person before it was accepted. */
    | OfPending<'MESSAGE_REMOVED'>
  );

/** The names of all events. */
export type ChatEventType = ChatEvent['type'];
