import type { Fault } from '../../lib/index.ts';
import { json } from './json.ts';

/**
 * A problem body of RFC 9457 with our own `code`: the word that programs go by. `title` is the same for every
 * case of one code; `detail` tells this case and never holds a token, a key or a body.
 */
export function problem(
  status: number,
  code: string,
  title: string,
  detail?: string,
  violations?: readonly Violation[],
): Response {
  const body = {
    type: 'about:blank',
    title,
    status,
    code,
    ...(detail === undefined ? {} : { detail }),
    ...(violations === undefined || violations.length === 0 ? {} : { violations }),
  };
  return json(status, body, { 'content-type': 'application/problem+json' });
}

/** One field that is wrong; the shape of AXP's problem bodies. */
export interface Violation {
  /** Path of the field, like `body.actions[2].text`. */
  readonly field: string;
  readonly message: string;
  /** Why, in one word for machines. */
  readonly code?: string;
}

/** The faults of a decoder as violations. */
export function violationsOf(faults: readonly Fault[]): readonly Violation[] {
  return faults.map((fault) => ({ field: fault.path, message: fault.message, code: fault.rule }));
}

/** Refuses with 429 and says when to come back, in whole seconds. */
export function tooManyRequests(retryAfterSeconds: number): Response {
  const response = problem(429, 'rate-limited', 'Too many requests', 'Wait for the time in Retry-After.');
  response.headers.set('retry-after', String(Math.max(1, Math.ceil(retryAfterSeconds))));
  return response;
}
