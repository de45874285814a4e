import { SLOW_RETRY_MS } from '../retryDelay.ts';
import type { ChatClientError } from '../errors.ts';

/** What a refused or unanswered send means for the message. */
export type Verdict =
  /** It may pass by itself: wait, then the same again. */
  | { readonly type: 'again'; readonly retryAfterSeconds?: number | undefined }
  /** Our count and the server's differ. */
  | { readonly type: 'recount'; readonly expected: number }
  /** Somebody else has to act first (a new session): wait to be called. */
  | { readonly type: 'hold' }
  /** Never by itself. `retryable`: a person may try again as it is. */
  | { readonly type: 'reject'; readonly retryable: boolean };

/** Reads the failure of a send. Network, 5xx and 429 are tried for ever (guarantees, G10). */
export function verdictOn(error: ChatClientError): Verdict {
  const { retryAfterSeconds, expected } = error.facts;
  switch (error.code) {
    case 'sequence-gap':
      return expected === undefined ? { type: 'again' } : { type: 'recount', expected };
    case 'no-token':
    case 'token-expired':
    case 'unauthenticated':
      // A fresh token goes on at once; a refusal of just this request may pass without one.
      return { type: 'again', retryAfterSeconds: SLOW_RETRY_MS / 1000 };
    case 'session-gone':
    case 'not-started':
    case 'disposed':
      return { type: 'hold' };
    case 'engagement-not-joined':
    case 'upstream-refused':
      return { type: 'reject', retryable: true };
    default:
      if (!error.retryable) return { type: 'reject', retryable: false };
      return { type: 'again', retryAfterSeconds };
  }
}
