import { PROBLEM_CODES, type ProblemCode } from '../protocol/index.ts';

/** Whether a code is one of the connector's, and none of the client's own. */
export function isProblemCode(code: string): code is ProblemCode {
  return PROBLEM_CODES.some((known) => known === code);
}
