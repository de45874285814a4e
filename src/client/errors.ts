import type { ProblemCode } from '../protocol/index.ts';
import { isProblemCode } from './problemCode.ts';

/**
 * Why a call of the client failed, in one word: the connector's own codes, and these.
 * `unreachable`: no answer at all. `unexpected-answer`: an answer that is none of ours (a captive portal, say).
 * `no-token`: the page's provider gave none. `not-started`, `disposed`: there is no session to do it in.
 * `retry-not-allowed`: the stream has not failed. `outbox-full`: 500 messages are waiting already.
 */
export type ChatErrorCode =
  | ProblemCode
  | 'unreachable'
  | 'unexpected-answer'
  | 'no-token'
  | 'not-started'
  | 'disposed'
  | 'retry-not-allowed'
  | 'outbox-full';

/** What is known of a failure beyond its code. */
export interface ChatErrorFacts {
  readonly cause?: unknown;
  /** HTTP status, where there was an answer. */
  readonly status?: number;
  /** Seconds, from `Retry-After`. */
  readonly retryAfterSeconds?: number | undefined;
  /** With `sequence-gap`: the number that the server waits for. */
  readonly expected?: number | undefined;
}

/** The one error of the client. `retryable`: the same call may succeed later without anybody changing anything. */
export class ChatClientError extends Error {
  override readonly name = 'ChatClientError';
  readonly code: ChatErrorCode;
  readonly retryable: boolean;
  readonly facts: ChatErrorFacts;

  constructor(code: ChatErrorCode, message: string, facts: ChatErrorFacts = {}) {
    super(message, facts.cause === undefined ? undefined : { cause: facts.cause });
    this.code = code;
    this.facts = facts;
    this.retryable = TRANSIENT.has(code);
  }
}

/** Any thrown value as the client's error; what is not ours becomes `unexpected-answer` with its cause. */
export function asChatError(fault: unknown): ChatClientError {
  if (fault instanceof ChatClientError) return fault;
  const message = fault instanceof Error ? fault.message : String(fault);
  return new ChatClientError('unexpected-answer', message, { cause: fault });
}

/**
 * The code as events of the model tell it, which know the connector's words and `unreachable` only. A token that nobody could
 * be asked for says nothing of who one is.
 */
export function asEventCode({ code, facts }: ChatClientError): ProblemCode | 'unreachable' {
  if (code === 'no-token')
    return facts.cause instanceof ChatClientError ? asEventCode(facts.cause) : 'unauthenticated';
  return code === 'unreachable' || isProblemCode(code) ? code : 'internal';
}

const TRANSIENT: ReadonlySet<ChatErrorCode> = new Set<ChatErrorCode>([
  'unreachable',
  'unexpected-answer',
  'no-token',
  'token-expired',
  'in-flight',
  'rate-limited',
  'upstream-unavailable',
  'draining',
  'storage-full',
  'internal',
]);
