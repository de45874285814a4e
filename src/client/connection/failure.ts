import type { StreamFailureReason } from '../../model/index.ts';
import type { ChatErrorCode } from '../errors.ts';
import type { TransportEnd } from '../transport/transport.ts';

/** Why a stream is no more, and what may follow. */
export interface StreamFailure {
  readonly reason: StreamFailureReason;
  readonly message: string;
  /** `retry`: by itself, later. `token`: a fresh token goes on. `stop`: only a person, or a new session. */
  readonly then: 'retry' | 'token' | 'stop';
  /** What the server asked for. */
  readonly retryAfterSeconds?: number | undefined;
}

/** The failure behind the end of a transport (axp.md 5.3). */
export function failureOfEnd(end: TransportEnd): StreamFailure {
  switch (end.type) {
    case 'unreachable':
      return UNREACHABLE;
    case 'closed':
      return { ...UNREACHABLE, message: 'The connection broke' };
    case 'refused': {
      const { code, message, facts } = end.error;
      return { ...failureOfCode(code, message), retryAfterSeconds: facts.retryAfterSeconds };
    }
  }
}

/** The failure behind a `denied` frame or a problem body. */
export function failureOfCode(code: ChatErrorCode, message: string): StreamFailure {
  switch (code) {
    case 'token-expired':
    case 'unauthenticated': // perhaps the key was rolled: a fresh token is tried once before FORBIDDEN
      return { reason: 'UNAUTHORIZED', message, then: 'token' };
    case 'appkey-wrong':
    case 'origin-refused':
    case 'forbidden':
      return { reason: 'FORBIDDEN', message, then: 'stop' };
    case 'session-gone':
    case 'not-found':
      return { reason: 'SDK_SESSION_INVALID', message, then: 'stop' };
    case 'internal':
    case 'draining':
    case 'rate-limited':
    case 'storage-full':
    case 'upstream-unavailable':
    case 'upstream-refused':
      return { reason: 'SERVER_ERROR', message, then: 'retry' };
    default:
      return { reason: 'UNEXPECTED_ERROR', message, then: 'retry' };
  }
}

/** Nothing answers. */
export const UNREACHABLE: StreamFailure = {
  reason: 'SERVER_UNREACHABLE',
  message: 'The connector cannot be reached',
  then: 'retry',
};

/** The fresh token was refused as well. */
export const REFUSED_AGAIN: StreamFailure = {
  reason: 'FORBIDDEN',
  message: 'The connector refuses the token',
  then: 'stop',
};
