import { boolean, list, map, number, object, oneOf, optional, string, type Decoder } from '../lib/decode.ts';
import * as ids from './decodeIds.ts';
import {
  decodeEngagement,
  DISCONNECT_REASONS,
  type DisconnectReason,
  type IntegrationKind,
  type WireEngagement,
} from './engagement.ts';
import * as limits from './limits.ts';
import { isoTime } from './message.ts';

/** Chat SDK `MappedData`: at most 20 entries, key 64, value 256 characters. */
export type Parameters = Readonly<Record<string, string>>;

export const decodeParameters: Decoder<Parameters> = map(string({ max: limits.MAX_PARAMETER_VALUE_LENGTH }), {
  maxEntries: limits.MAX_PARAMETERS,
  maxKey: limits.MAX_PARAMETER_KEY_LENGTH,
});

/** Why a session ends (REST: USER_CLOSED by default). */
export const END_REASONS = ['USER_CLOSED', 'USER_INACTIVE', 'SYSTEM_CLOSED', 'UNKNOWN'] as const;
export type EndReason = (typeof END_REASONS)[number];

/** What this integration can do, so that a page offers nothing that will be refused. */
export interface Features {
  readonly richMedia: boolean;
  readonly files: boolean;
  readonly typing: boolean;
  readonly readReceipts: boolean;
  /** Whether engagements are created by the customer (chat) or one is always there (messaging). */
  readonly createEngagement: boolean;
}

/** What the integration accepts: characters of one text, bytes of one file, kinds of files. */
export interface Limits {
  readonly textLength: number;
  readonly fileBytes: number;
  /** Endings that may be sent, lower case, without the dot. */
  readonly fileTypes: readonly string[];
}

/** Opens a session for the bearer of the token. */
export interface CreateSessionRequest {
  readonly integrationId: string;
  /** Used only when the token has no name. */
  readonly displayName?: string;
  readonly sessionParameters?: Parameters;
}

/** The answer to create and get. */
export interface SessionView {
  readonly sessionId: ids.SessionId;
  readonly participantId: ids.ParticipantId;
  readonly integrationId: string;
  readonly kind: IntegrationKind;
  readonly displayName?: string;
  readonly sessionParameters: Parameters;
  /** The customer's engagements, over all of the customer's sessions, oldest first. */
  readonly engagements: readonly WireEngagement[];
  /** The heads as they were when this answer was made: open the stream from here and nothing is missed. */
  readonly cursor: ids.Cursor;
  readonly limits: Limits;
  readonly features: Features;
  readonly serverTime: string;
  readonly tokenExpiresInMs: number;
}

/** Opens an engagement; the parameters are for its routing. */
export interface CreateEngagementRequest {
  readonly parameters?: Parameters;
}

/** Ends an engagement, with a reason where one is known. */
export interface DisconnectRequest {
  readonly reason?: DisconnectReason;
}

/** Says how far the customer has read; never goes back. */
export interface ReadRequest {
  /** The newest entry that the customer has seen. */
  readonly upToSeq: number;
}

export const decodeCreateSession: Decoder<CreateSessionRequest> = object({
  integrationId: string({ min: 1, max: 256 }),
  displayName: optional(string({ max: limits.MAX_DISPLAY_NAME_LENGTH })),
  sessionParameters: optional(decodeParameters),
});

export const decodeSession: Decoder<SessionView> = object({
  sessionId: ids.sessionId,
  participantId: ids.participantId,
  integrationId: string({ min: 1, max: 256 }),
  kind: oneOf('messaging', 'chat'),
  displayName: optional(string()),
  sessionParameters: decodeParameters,
  engagements: list(decodeEngagement),
  cursor: ids.cursor,
  limits: object({
    textLength: number({ min: 1, whole: true }),
    fileBytes: number({ min: 0, whole: true }),
    fileTypes: list(string({ min: 1, max: 20 })),
  }),
  features: object({
    richMedia: boolean,
    files: boolean,
    typing: boolean,
    readReceipts: boolean,
    createEngagement: boolean,
  }),
  serverTime: isoTime,
  tokenExpiresInMs: number(),
});

export const decodeCreateEngagement: Decoder<CreateEngagementRequest> = object({
  parameters: optional(decodeParameters),
});
export const decodeDisconnect: Decoder<DisconnectRequest> = object({
  reason: optional(oneOf(...DISCONNECT_REASONS)),
});
export const decodeRead: Decoder<ReadRequest> = object({ upToSeq: number({ min: 0, whole: true }) });
export const decodeEndReason: Decoder<EndReason> = oneOf(...END_REASONS);
