import type { StreamFailureReason } from '../../model/index.ts';
import type { ChatMessage, Participant, UserContext } from './engagement.ts';

/** `EventType` of the Chat SDK: values equal their names. */
export const EVENT_NAMES = [
  'ENGAGEMENT_ACTIVE',
  'ENGAGEMENT_ERROR',
  'ENGAGEMENT_TERMINATED',
  'PARTICIPANT_ADDED',
  'PARTICIPANT_DISCONNECTED',
  'MESSAGE_ARRIVED',
  'MESSAGE_DELIVERED',
  'EVENT_STREAM_CONNECTING',
  'EVENT_STREAM_CONNECTED',
  'EVENT_STREAM_FAILED',
  'EVENT_STREAM_CLOSED',
  'INITIALIZED',
  'SHUTDOWN',
  'TOKEN_EXPIRY_REMINDER',
  'TOKEN_EXPIRED',
  'IDLE_TIMEOUT_EXPIRED',
] as const;
export type EventName = (typeof EVENT_NAMES)[number];

/** What each event's handler is called with (axp.md 1.8). Times are Dates, durations seconds. */
export interface EventPayloads {
  ENGAGEMENT_ACTIVE: EngagementEvent;
  ENGAGEMENT_ERROR: EngagementError;
  ENGAGEMENT_TERMINATED: EngagementEvent;
  PARTICIPANT_ADDED: ParticipantEvent;
  PARTICIPANT_DISCONNECTED: ParticipantEvent;
  MESSAGE_ARRIVED: MessageEvent;
  MESSAGE_DELIVERED: MessageEvent;
  EVENT_STREAM_CONNECTING: SDKEvent;
  EVENT_STREAM_CONNECTED: SDKEvent;
  EVENT_STREAM_FAILED: EventStreamFailed;
  EVENT_STREAM_CLOSED: SDKEvent;
  INITIALIZED: UserContext;
  SHUTDOWN: SDKShutdown;
  TOKEN_EXPIRY_REMINDER: TokenExpiryReminder;
  TOKEN_EXPIRED: TokenExpired;
  IDLE_TIMEOUT_EXPIRED: IdleTimeout;
}

/** What every event but two carries. */
export interface SDKEvent {
  eventDate: Date;
}

/** Of one chat. */
export interface EngagementEvent extends SDKEvent {
  engagementId: string;
  dialogId: string;
}

/** An error on the server's side of a chat. */
export interface EngagementError extends EngagementEvent {
  type: string;
  title: string;
  detail: string;
}

/** Somebody came or went. */
export interface ParticipantEvent extends EngagementEvent {
  participant: Participant;
}

/** A message, and when it was told of. */
export interface MessageEvent extends EngagementEvent, ChatMessage {}

/** The stream broke, or an attempt failed. */
export interface EventStreamFailed extends SDKEvent {
  message: string;
  reason: StreamFailureReason;
  /** Seconds to the next attempt; 0 where none follows by itself. */
  retryAfter: number;
}

/** After a shutdown. */
export interface SDKShutdown extends SDKEvent {
  reason?: ShutdownReason;
}

/** Three minutes before the token ends. */
export interface TokenExpiryReminder extends SDKEvent {
  expiryDate: Date;
}

/** The token has ended. It alone has no `eventDate`. */
export interface TokenExpired {
  expiredDate: Date;
}

/** The idle timer ran out. */
export interface IdleTimeout extends SDKEvent {
  /** Seconds: the configured `idleShutdownGraceTimeout`. */
  gracePeriod: number;
}

/** `ShutdownReason` of the Chat SDK. */
export const SHUTDOWN_REASONS = ['USER_CLOSED', 'USER_INACTIVE'] as const;
export type ShutdownReason = (typeof SHUTDOWN_REASONS)[number];
