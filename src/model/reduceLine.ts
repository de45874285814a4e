import type { ChatEvent } from './chatEvent.ts';
import type { ChatState } from './chatState.ts';

/** Folds what concerns the session, the line and the clocks, but no engagement. */
export function reduceLine(state: ChatState, event: ChatEvent): ChatState {
  switch (event.type) {
    case 'SESSION_STARTING':
      return { ...state, session: { status: 'starting' } };
    case 'SESSION_FAILED': {
      const { code, detail, retryAtMs } = event;
      return { ...state, session: { status: 'failed', code, detail, retryAtMs } };
    }
    case 'SHUTDOWN':
      return { ...state, session: { status: 'ended', reason: event.reason }, idle: { status: 'active' } };
    case 'EVENT_STREAM_CONNECTING':
      return { ...state, connection: { status: 'connecting', sinceMs: event.atMs } };
    case 'EVENT_STREAM_CONNECTED':
      return { ...state, connection: { status: 'connected', sinceMs: event.atMs } };
    case 'EVENT_STREAM_FAILED': {
      const { reason, message, atMs, retryAfterMs } = event;
      const retryAtMs = retryAfterMs === undefined ? undefined : atMs + retryAfterMs;
      return { ...state, connection: { status: 'failed', reason, message, retryAtMs } };
    }
    case 'EVENT_STREAM_CLOSED':
      return { ...state, connection: { status: 'closed' } };
    case 'IDLE_TIMEOUT_EXPIRED': {
      const { atMs, graceMs } = event;
      return { ...state, idle: { status: 'warning', endsAtMs: atMs + graceMs, graceMs } };
    }
    case 'IDLE_TIMEOUT_RESET':
      return state.idle.status === 'active' ? state : { ...state, idle: { status: 'active' } };
    case 'OUTBOX_OPENED':
      return { ...state, outboxDurable: event.durable };
    default:
      return state;
  }
}
