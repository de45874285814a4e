import type { TransportName } from '../client/index.ts';
import type { ChatEvent, ChatState } from '../model/index.ts';

/** What a trace knows at one moment. Times are wall clock, milliseconds since 1970 UTC, on the device's clock. */
export interface TraceFacts {
  readonly state: ChatState;
  /** What carries the stream, or carried it last; `http`: one of the two that are no socket. Undefined before the first. */
  readonly transport: TransportName | 'http' | undefined;
  /** Where in all logs the stream goes on from; undefined where the road cannot be seen. */
  readonly cursor: string | undefined;
  /** Among the tabs of one customer; `leads` of a tab that stands alone, too. */
  readonly role: 'leads' | 'follows' | 'unknown';
  /** The server's clock minus the device's, milliseconds; undefined before anything told the time. */
  readonly skewMs: number | undefined;
  /** Undefined where the trace was not in the client's world from the start. */
  readonly timers: readonly PendingTimer[] | undefined;
  /** Oldest first; the newest 200. */
  readonly events: readonly TracedEvent[];
}

/** An event, and when it was heard. */
export interface TracedEvent {
  /** 1, 2, 3 … in the life of the trace. */
  readonly number: number;
  readonly atMs: number;
  readonly event: ChatEvent;
}

/** A timer of the client that is set. */
export interface PendingTimer {
  readonly dueAtMs: number;
  /** What it was set for, milliseconds. */
  readonly delayMs: number;
  /** The delay of the timer at whose end it was set, or its own. */
  readonly rootDelayMs: number;
  /** Device clock when it was set. */
  readonly setAtMs: number;
}
