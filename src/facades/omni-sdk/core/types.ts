import type { ParticipantType as WireParticipantType } from '../../../protocol/index.ts';

/** Levels of the log; `WARN` by default. */
export const LogLevel = {
  DEBUG: 'DEBUG',
  ERROR: 'ERROR',
  INFO: 'INFO',
  OFF: 'OFF',
  WARN: 'WARN',
} as const;
export type LogLevel = (typeof LogLevel)[keyof typeof LogLevel];

/** Who takes part. */
export const ParticipantType = {
  AGENT: 'AGENT',
  BOT: 'BOT',
  CUSTOMER: 'CUSTOMER',
  SUPERVISOR: 'SUPERVISOR',
  SYSTEM: 'SYSTEM',
} as const satisfies Record<WireParticipantType, WireParticipantType>;
export type ParticipantType = (typeof ParticipantType)[keyof typeof ParticipantType];

/** Why a session ended. */
export const ShutdownReason = {
  UNKNOWN: 'UNKNOWN',
  USER_CLOSED: 'USER_CLOSED',
  USER_INACTIVE: 'USER_INACTIVE',
} as const;
export type ShutdownReason = (typeof ShutdownReason)[keyof typeof ShutdownReason];

/** Codes of the regions that the documents name; any other text is taken as it is. */
export const AxpRegionConstants = {
  NORTH_AMERICA: 'na',
  SOUTH_AMERICA: 'sa',
  EUROPE: 'eu',
  UNITED_KINGDOM: 'uk',
  ASIA_PACIFIC: 'ap',
  AUSTRALIA: 'au',
  CANADA: 'ca',
} as const;

/** Hears one kind of event. What it throws is written to the log and disturbs nobody. */
export type EventHandler<T> = (payload: T) => unknown;

/** Somebody in a conversation. */
export interface Participant {
  readonly participantId: string;
  readonly participantType: ParticipantType;
  readonly displayName?: string;
  /** `Messaging`, always. */
  readonly channel?: string;
}

/** What every event carries. */
export interface SdkEvent {
  readonly eventDate: Date;
  readonly sessionId: string;
}

/** The idle time is over. */
export interface IdleTimeout extends SdkEvent {
  /** Milliseconds until the session ends, unless somebody does something. */
  readonly gracePeriod: number;
}

/** The session has ended; the conversation goes on. */
export interface SdkShutdown extends SdkEvent {
  /** `UNKNOWN` where nobody gave one. */
  readonly reason?: ShutdownReason;
}

/** Somebody came. */
export interface ParticipantAdded {
  readonly channel: string;
  readonly conversationId?: string;
  readonly eventDate: Date;
  readonly participant: Participant;
}

/** Somebody went. */
export interface ParticipantDisconnected extends ParticipantAdded {}

/**
 * Walks through a snapshot of the past, newest page first. `next` and `previous` move it and resolve to the page's items, or to
 * an empty list where there is no such page, and then it stays where it is.
 */
export interface PageIterator<T> {
  /** Of the present page, newest first. */
  readonly items: readonly T[];
  /** 1 to 50. */
  getPageSize(): number;
  /** Whether there is a newer page. */
  hasNext(): boolean;
  /** Whether there is an older page. */
  hasPrevious(): boolean;
  /** To the newer page. */
  next(): Promise<readonly T[]>;
  /** To the older page. Rejects with `AxpOmniSdkError` where it cannot be had. */
  previous(): Promise<readonly T[]>;
}
