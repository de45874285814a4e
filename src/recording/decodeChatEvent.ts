import { decode } from '../lib/index.ts';
import type { Decoder } from '../lib/index.ts';
import type { ChatEvent, SessionFacts } from '../model/index.ts';
import {
  clientMessageId,
  decodeEngagement,
  decodeEvent,
  decodeParameters,
  decodeParticipant,
  END_REASONS,
  engagementId,
  isLogEntry,
  messageId,
  participantId,
  PROBLEM_CODES,
  sessionId,
} from '../protocol/index.ts';
import type { LogEntry } from '../protocol/index.ts';
import { decodeChatState } from './decodeChatState.ts';
import { code, localFile, seq, shownBody, streamFailure, text, timeMs } from './fields.ts';

const { boolean, byType, good, fault, list, number, object, oneOf, optional, refine, string, union } = decode;

/** As the connector told it; what a later version may add is read as the connector's answers are. */
export const decodeLogEntry: Decoder<LogEntry> = refine(decodeEvent, (event, path) =>
  isLogEntry(event) ? good(event) : fault(path, 'must have a place in a log', 'type'),
);

/** The events without what any of them may say besides. */
type Told = ChatEvent extends infer Each ? (Each extends ChatEvent ? Omit<Each, 'relayed'> : never) : never;

const decodeFacts: Decoder<SessionFacts> = object({
  sessionId,
  participantId,
  integrationId: string({ min: 1, max: 256 }),
  kind: oneOf('messaging', 'chat'),
  displayName: optional(text),
  sessionParameters: decodeParameters,
  limits: object({ textLength: number({ min: 1 }), fileBytes: number({ min: 0 }), fileTypes: list(text) }),
  features: object({
    ...{ richMedia: boolean, files: boolean, typing: boolean, readReceipts: boolean },
    createEngagement: boolean,
  }),
});

const ofEngagement = { engagementId };
const ofPending = { engagementId, clientMessageId };
const typing = { ...ofEngagement, participant: decodeParticipant };
const at = { atMs: timeMs };

const decodeTold: Decoder<Told> = union(
  'type',
  byType<Told>({
    STATE_MIRRORED: { state: decodeChatState(decodeFacts) },
    SESSION_STARTING: {},
    INITIALIZED: { facts: decodeFacts, engagements: list(decodeEngagement) },
    SESSION_FAILED: { code, detail: text, retryAtMs: optional(timeMs) },
    SHUTDOWN: { reason: oneOf(...END_REASONS), ...at },
    EVENT_STREAM_CONNECTING: at,
    EVENT_STREAM_CONNECTED: at,
    EVENT_STREAM_FAILED: {
      ...at,
      reason: streamFailure,
      message: text,
      retryAfterMs: optional(number()),
    },
    EVENT_STREAM_CLOSED: at,
    IDLE_TIMEOUT_EXPIRED: { ...at, graceMs: number({ min: 0 }) },
    IDLE_TIMEOUT_RESET: {},
    TOKEN_EXPIRY_REMINDER: { ...at, expiresAtMs: timeMs },
    TOKEN_EXPIRED: { expiredAtMs: timeMs },
    ENTRY: { entry: decodeLogEntry, live: boolean },
    TYPING_STARTED: typing,
    TYPING_STOPPED: typing,
    MESSAGES_READ: { ...ofEngagement, upToSeq: seq },
    MESSAGES_SEEN: { ...ofEngagement, upToSeq: seq },
    ENGAGEMENT_JOINED: { ...ofEngagement, engagement: decodeEngagement },
    HISTORY_LOADING: ofEngagement,
    HISTORY_LOADED: { ...ofEngagement, entries: list(decodeLogEntry), olderBeforeSeq: optional(seq) },
    HISTORY_FAILED: { ...ofEngagement, detail: text },
    GAP_FOUND: { ...ofEngagement, afterSeq: seq, beforeSeq: seq },
    GAP_FAILED: { ...ofEngagement, afterSeq: seq, beforeSeq: seq },
    GAP_FILLED: { ...ofEngagement, afterSeq: seq, entries: list(decodeLogEntry) },
    ENGAGEMENT_RESET: { ...ofEngagement, engagement: decodeEngagement },
    OUTBOX_OPENED: { durable: boolean },
    MESSAGE_QUEUED: {
      ...ofPending,
      ...at,
      body: shownBody,
      localFiles: optional(list(localFile)),
      parentMessageId: optional(messageId),
    },
    MESSAGE_SENDING: { ...ofPending, progress: optional(number({ min: 0, max: 1 })) },
    MESSAGE_SENT: { ...ofPending, messageId, seq: optional(seq), atMs: optional(timeMs) },
    MESSAGE_WAITING: { ...ofPending, code: optional(oneOf(...PROBLEM_CODES)) },
    MESSAGE_REJECTED: { ...ofPending, code, detail: text, retryable: boolean },
    MESSAGE_REMOVED: ofPending,
  }),
);

/** Any event of the model, exactly: what it does not name is dropped, and an address that a page may not load is a fault. */
export const decodeChatEvent: Decoder<ChatEvent> = (input, path) => {
  const told = decodeTold(input, path);
  const isRelayed = decode.isRecord(input) && input['relayed'] === true;
  return told.ok && isRelayed ? good({ ...told.value, relayed: true }) : told;
};
