import type { Clock } from '../../lib/index.ts';
import type {
  EngagementId,
  Participant,
  ProblemCode,
  ServerFrame,
  SessionId,
  SessionView,
  WireEngagement,
} from '../../protocol/index.ts';
import type { LineBehaviour } from './behaviours.ts';
import type { FarLogs } from './farLog.ts';

/** What the parts of a scripted connector share. */
export interface FarEnd {
  readonly clock: Clock;
  readonly logs: FarLogs;
  readonly sessionId: SessionId;
  readonly engagementId: EngagementId;
  readonly customer: Participant;
  readonly line: LineBehaviour;
  readonly isDown: boolean;
  readonly refusesSockets: boolean;
  readonly tokenLivesMs: number;
  isSessionGone: boolean;
  sessionsCreated: number;
  /** Streams that stand. */
  readonly streams: Set<FarStream>;
  /** What was accepted, by client id: once each, for ever. */
  readonly accepted: Map<string, Accepted>;
  /** The next number that each sender must use. */
  readonly nextNumber: Map<string, number>;
  view(): SessionView;
  engagement(): WireEngagement;
  isTokenGood(token: string | null): boolean;
  /** A refusal in the connector's own words. */
  refuse(code: ProblemCode, rest?: Refusal): Response;
}

/** A message that stands in the log; a tombstone has no id. */
export interface Accepted {
  readonly seq: number;
  readonly messageId?: string;
  readonly text: string;
}

/** What a refusal tells beside its code. */
export interface Refusal {
  readonly expected?: number;
  readonly retryAfterSeconds?: number;
}

/** One stream that stands. */
export interface FarStream {
  say(frame: ServerFrame): void;
  /** The line breaks. */
  cut(): void;
}
