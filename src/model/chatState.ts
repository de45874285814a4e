import type {
  DialogId,
  EngagementId,
  EngagementStatus,
  Epoch,
  Features,
  IntegrationKind,
  Limits,
  Parameters,
  Participant,
  ParticipantId,
  SessionId,
} from '../protocol/index.ts';
import type { TimelineItem } from './chatMessage.ts';
import type { ConnectionStatus, HistoryStatus, IdleStatus, SessionStatus } from './status.ts';

/** One engagement as the page sees it. */
export interface EngagementState {
  readonly engagementId: EngagementId;
  readonly dialogId: DialogId;
  readonly kind: IntegrationKind;
  readonly status: EngagementStatus;
  readonly joined: boolean;
  readonly createdAtMs: number;
  readonly lastUpdatedAtMs: number;
  /** Those who are in it now, in order of joining. */
  readonly participants: readonly Participant[];
  /** Those who are writing now, the customer excepted. */
  readonly typing: readonly Participant[];
  /** Oldest first; entries by `seq`, then the pending ones in order of composing. */
  readonly timeline: readonly TimelineItem[];
  readonly epoch: Epoch;
  /** The newest entry known. */
  readonly headSeq: number;
  /** The oldest entry here; undefined before history was read. */
  readonly oldestSeq?: number | undefined;
  readonly history: HistoryStatus;
  /** Messages of others after `readUpToSeq`. */
  readonly unread: number;
  /** The newest entry that the customer has seen. */
  readonly seenUpToSeq: number;
  /** Up to where the contact centre has read. */
  readonly readUpToSeq: number;
}

/** What the connector told of itself at the session's start. */
export interface SessionFacts {
  readonly sessionId: SessionId;
  readonly participantId: ParticipantId;
  readonly integrationId: string;
  readonly kind: IntegrationKind;
  readonly displayName?: string | undefined;
  readonly sessionParameters: Parameters;
  readonly limits: Limits;
  readonly features: Features;
}

/** The chat as data: all that a page shows. Changed only by `reduceChat`. */
export interface ChatState {
  readonly session: SessionStatus;
  /** Kept after the end, so that what was said can still be shown. */
  readonly facts?: SessionFacts;
  readonly connection: ConnectionStatus;
  readonly idle: IdleStatus;
  /** Whether unsent messages survive a reload; `false` is said on the page. */
  readonly outboxDurable: boolean;
  readonly engagements: Readonly<Record<EngagementId, EngagementState>>;
  /** Oldest first. */
  readonly engagementIds: readonly EngagementId[];
}

/** The state before anything happened. */
export const initialChatState: ChatState = {
  session: { status: 'none' },
  connection: { status: 'idle' },
  idle: { status: 'active' },
  outboxDurable: true,
  engagements: {},
  engagementIds: [],
};
