import type { EndReason, ProblemCode } from '../protocol/index.ts';

/** Why the stream failed (Chat SDK `EventStreamFailureReason`). */
export type StreamFailureReason =
  | 'FORBIDDEN'
  | 'UNAUTHORIZED'
  | 'RECONNECTION_TIMEOUT'
  | 'SDK_SESSION_INVALID'
  | 'SERVER_ERROR'
  | 'SERVER_UNREACHABLE'
  | 'UNEXPECTED_ERROR';

/** The line to the connector, as a person is told of it (axp.md 5.1). */
export type ConnectionStatus =
  /** No stream is wanted: before the start, or with the widget closed and nothing open. */
  | { readonly status: 'idle' }
  | { readonly status: 'connecting'; readonly sinceMs: number }
  | { readonly status: 'connected'; readonly sinceMs: number }
  /** `retryAtMs` (wall clock) is absent where only a person or a new token can go on. */
  | {
      readonly status: 'failed';
      readonly reason: StreamFailureReason;
      readonly message: string;
      readonly retryAtMs?: number | undefined;
    }
  | { readonly status: 'closed' };

/** The customer's session. */
export type SessionStatus =
  | { readonly status: 'none' }
  | { readonly status: 'starting' }
  | { readonly status: 'open' }
  /** `retryAtMs` (wall clock): it is tried again by itself; absent where only a person can go on. */
  | {
      readonly status: 'failed';
      readonly code: ProblemCode | 'unreachable';
      readonly detail: string;
      readonly retryAtMs?: number | undefined;
    }
  | { readonly status: 'ended'; readonly reason: EndReason };

/** The idle clock. */
export type IdleStatus =
  | { readonly status: 'active' }
  /** The session ends at `endsAtMs` (wall clock) unless somebody stays; `graceMs` is the whole warning. */
  | { readonly status: 'warning'; readonly endsAtMs: number; readonly graceMs: number };

/** How far one's own message has come; `received` for everybody else's. Each is backed by a fact (guarantees, G11). */
export type Delivery =
  | { readonly status: 'received' }
  /** In the outbox; nothing has been sent. `code`: what the server said to the last try. */
  | { readonly status: 'waiting'; readonly code?: ProblemCode | undefined }
  /** On its way; `progress` 0 to 1 while a file goes up. */
  | { readonly status: 'sending'; readonly progress?: number | undefined }
  /** In the connector's log. */
  | { readonly status: 'sent' }
  /** The contact centre's own event for it came back. */
  | { readonly status: 'delivered' }
  | { readonly status: 'read' }
  | {
      readonly status: 'failed';
      readonly code: ProblemCode | 'unreachable';
      readonly detail: string;
      readonly retryable: boolean;
    }
  /** Accepted by us; nobody can tell whether the contact centre has it. */
  | { readonly status: 'unconfirmed' };

/** How much of the past is here. */
export type HistoryStatus =
  | { readonly status: 'unloaded' }
  | { readonly status: 'loading' }
  /** There are older entries. */
  | { readonly status: 'partial' }
  | { readonly status: 'complete' }
  | { readonly status: 'failed'; readonly detail: string };
