import type { Fault } from '../../lib/index.ts';
import { problemOf, type Problem, type ProblemCode } from '../../protocol/index.ts';
import { json, type RateLimiter } from '../http/index.ts';

/** A request is refused, and why: thrown anywhere below a route, answered as a problem body by the route. */
export class Refused extends Error {
  override readonly name = 'Refused';
  readonly code: ProblemCode;
  readonly rest: RefusalDetails;

  constructor(code: ProblemCode, detail: string, rest: RefusalDetails = {}) {
    super(detail);
    this.code = code;
    this.rest = rest;
  }
}

/** What the problem body says beyond its code, and the headers beside it. */
export interface RefusalDetails extends Pick<Problem, 'expected' | 'violations'> {
  /** Becomes the header `Retry-After`, whole seconds. */
  readonly retryAfterSeconds?: number;
  /** Becomes the header `Allow`. */
  readonly allow?: string;
}

/** The problem answer that tells of a refusal. */
export function refusalAnswer(refused: Refused): Response {
  const { retryAfterSeconds, allow, ...rest } = refused.rest;
  const body = problemOf(refused.code, { detail: refused.message, ...rest });
  const headers: Record<string, string> = { 'content-type': 'application/problem+json' };
  if (retryAfterSeconds !== undefined)
    headers['retry-after'] = String(Math.max(1, Math.ceil(retryAfterSeconds)));
  if (allow !== undefined) headers['allow'] = allow;
  return json(body.status, body, headers);
}

/** A body or query that a decoder refused: `malformed`, with every faulty field. */
export function malformed(faults: readonly Fault[]): Refused {
  const violations = faults.map(({ path, message }) => ({ field: path, message }));
  return new Refused('malformed', 'The request is not of the documented shape.', { violations });
}

/** Takes one from the bucket of `key`. Throws `Refused` where it is empty. */
export function takeOrRefuse(limiter: RateLimiter, key: string, what: string): void {
  const verdict = limiter.take(key);
  if (verdict.allowed) return;
  const { retryAfterSeconds } = verdict;
  throw new Refused('rate-limited', `Too many ${what} in a short time.`, { retryAfterSeconds });
}
