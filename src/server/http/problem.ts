import type { Fault } from '../../lib/index.ts';
import { PROBLEMS, type ProblemCode } from '../../protocol/index.ts';
import { json } from './json.ts';

/**
 * A problem body of RFC 9457 with our own `code`: the word that programs go by (`protocol/problem.ts`). `detail` tells
 * this case and never holds a token, a key or a body.
 */
export function problem(
  status: number,
  code: ProblemCode,
  title: string = PROBLEMS[code].title,
  detail?: string,
  violations?: readonly Violation[],
): Response {
  const body = {
    type: `about:blank#${code}`,
    title,
    status,
    code,
    ...(detail === undefined ? {} : { detail }),
    ...(violations === undefined || violations.length === 0 ? {} : { violations }),
  };
  return json(status, body, { 'content-type': 'application/problem+json' });
}

/** As `problem`, with the status and title that the protocol's table gives to the code. */
export function problemFor(code: ProblemCode, detail?: string, violations?: readonly Violation[]): Response {
  return problem(PROBLEMS[code].status, code, undefined, detail, violations);
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
  const response = problemFor('rate-limited', 'Wait for the time in Retry-After.');
  response.headers.set('retry-after', String(Math.max(1, Math.ceil(retryAfterSeconds))));
  return response;
}
