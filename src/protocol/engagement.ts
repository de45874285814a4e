import { boolean, list, number, object, oneOf, oneOfOr, optional, type Decoder } from '../lib/decode.ts';
import * as ids from './decodeIds.ts';
import { isoTime } from './message.ts';
import { decodeParticipant, type Participant } from './participant.ts';

/** Chat SDK `EngagementStatus`, REST `dialogStatus`. */
export const ENGAGEMENT_STATUSES = ['PENDING', 'ACTIVE', 'TERMINATING', 'TERMINATED'] as const;
export type EngagementStatus = (typeof ENGAGEMENT_STATUSES)[number];

/** Why a customer leaves an engagement (Chat SDK `EngagementDisconnectReason`). */
export const DISCONNECT_REASONS = ['SYSTEM_CLOSED', 'USER_CLOSED', 'USER_INACTIVE'] as const;
export type DisconnectReason = (typeof DISCONNECT_REASONS)[number];

/** `messaging`: one never-ending conversation with rich media. `chat`: text engagements that end. */
export type IntegrationKind = 'messaging' | 'chat';

/** The last entry of a log: 0 when it is empty. */
export interface Head {
  readonly epoch: ids.Epoch;
  readonly seq: number;
}

/** Heads by log, as heartbeats carry them. */
export type Heads = Readonly<Record<string, Head>>;

/** One engagement as the page may know it. */
export interface WireEngagement {
  readonly engagementId: ids.EngagementId;
  readonly dialogId: ids.DialogId;
  readonly status: EngagementStatus;
  readonly kind: IntegrationKind;
  readonly createdAt: string;
  readonly lastUpdatedAt: string;
  /** Those who are in it now. */
  readonly participants: readonly Participant[];
  readonly head: Head;
  /** Whether this session hears its events. A messaging conversation is joined by itself. */
  readonly joined: boolean;
  /** Up to which entry the contact centre has read, where the upstream can know it. */
  readonly readUpToSeq?: number;
}

export const decodeHead: Decoder<Head> = object({ epoch: ids.epoch, seq: number({ min: 0, whole: true }) });

export const decodeEngagement: Decoder<WireEngagement> = object({
  engagementId: ids.engagementId,
  dialogId: ids.dialogId,
  /** In a state of a later version the customer may try to write: the connector says no where it must. */
  status: oneOfOr(ENGAGEMENT_STATUSES, 'ACTIVE'),
  kind: oneOf('messaging', 'chat'),
  createdAt: isoTime,
  lastUpdatedAt: isoTime,
  participants: list(decodeParticipant),
  head: decodeHead,
  joined: boolean,
  readUpToSeq: optional(number({ min: 0, whole: true })),
});
