import { ChatClientError, type ChatErrorCode } from '../../../client/index.ts';

/**
 * Why a call of the Omni SDK failed, in one word. The JavaScript documents name no codes; these are the ones that the mobile
 * documents name (axp.md 2.9), and three of ours: `NotInitialized` (before `init`, while it runs, after `shutdown`),
 * `AlreadyInitialized`, `NotDisconnected` (there is nothing to reconnect).
 */
export type OmniErrorCode =
  | 'NotInitialized'
  | 'AlreadyInitialized'
  | 'NotDisconnected'
  | 'MissingMandatoryParameter'
  | 'ConstraintViolation'
  | 'BadRequest'
  | 'Unauthorized'
  | 'Forbidden'
  | 'SessionNotFound'
  | 'EngagementNotFound'
  | 'RateLimitExceeded'
  | 'NetworkError'
  | 'InternalServerError'
  | 'Aborted'
  | 'UnknownError';

/** The one error of the Omni SDK: thrown, or what a promise rejects with. */
export class AxpOmniSdkError extends Error {
  override readonly name = 'AxpOmniSdkError';
  readonly code: OmniErrorCode;
  /** Whether the same call may succeed later without anybody changing anything. */
  readonly retryable: boolean;

  constructor(code: OmniErrorCode, message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.code = code;
    this.retryable = RETRYABLE.has(code);
  }
}

/** Any failure as the Omni SDK's error, by the table below. */
export function omniErrorOf(fault: unknown): AxpOmniSdkError {
  if (fault instanceof AxpOmniSdkError) return fault;
  if (!(fault instanceof ChatClientError))
    return new AxpOmniSdkError('UnknownError', fault instanceof Error ? fault.message : 'Unknown', fault);
  return new AxpOmniSdkError(CODES[fault.code] ?? 'UnknownError', fault.message, fault);
}

/** What the client's and the connector's codes become; what has no row is `UnknownError`. */
export const CODES: Readonly<Partial<Record<ChatErrorCode, OmniErrorCode>>> = {
  unauthenticated: 'Unauthorized',
  'token-expired': 'Unauthorized',
  'no-token': 'Unauthorized',
  forbidden: 'Forbidden',
  'appkey-wrong': 'Forbidden',
  'origin-refused': 'Forbidden',
  'session-gone': 'SessionNotFound',
  'not-found': 'EngagementNotFound',
  'engagement-ended': 'EngagementNotFound',
  'engagement-not-joined': 'EngagementNotFound',
  malformed: 'BadRequest',
  'too-long': 'ConstraintViolation',
  'too-large': 'ConstraintViolation',
  'file-type-refused': 'ConstraintViolation',
  'not-supported': 'BadRequest',
  'rate-limited': 'RateLimitExceeded',
  'outbox-full': 'RateLimitExceeded',
  unreachable: 'NetworkError',
  draining: 'NetworkError',
  'upstream-refused': 'BadRequest',
  'upstream-unavailable': 'InternalServerError',
  'storage-full': 'InternalServerError',
  internal: 'InternalServerError',
  'unexpected-answer': 'InternalServerError',
  'not-started': 'NotInitialized',
  disposed: 'Aborted',
  'retry-not-allowed': 'NotDisconnected',
};

const RETRYABLE: ReadonlySet<OmniErrorCode> = new Set<OmniErrorCode>([
  'NetworkError',
  'InternalServerError',
  'RateLimitExceeded',
]);
