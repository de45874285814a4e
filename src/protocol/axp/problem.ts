import { decode } from '../../lib/index.ts';
import type { DecodedBy, Fault } from '../../lib/index.ts';

/** Media type of error bodies (RFC 9457, formerly RFC 7807). */
export const PROBLEM_TYPE = 'application/problem+json';

/**
 * Codes of violations. 20002 and 20006 are AXP's own; the others are the sandbox's, because AXP does not publish its list.
 */
export const VIOLATION_CODE = {
  missing: 20002,
  type: 20003,
  range: 20004,
  unknown: 20005,
  pattern: 20006,
  reference: 20007,
} as const;

/** Reads an error body; tolerant, since one page of the documentation sends `status` as text. */
export const decodeProblem = decode.object({
  type: decode.optional(decode.string()),
  title: decode.optional(decode.string()),
  detail: decode.optional(decode.string()),
  instance: decode.optional(decode.string()),
  correlationId: decode.optional(decode.string()),
  violations: decode.withDefault(
    decode.list(
      decode.object({
        field: decode.withDefault(decode.string(), ''),
        message: decode.withDefault(decode.string(), ''),
        code: decode.optional(codeNumber),
      }),
    ),
    [],
  ),
});
/** An error body. */
export type Problem = DecodedBy<typeof decodeProblem>;
/** One fault of a request body. Go by `code`, not by `message`. */
export type Violation = Problem['violations'][number];

/** The violation that tells of a decoder's fault. */
export function violationOf(fault: Fault): Violation {
  return { field: fault.path, message: fault.message, code: VIOLATION_CODE[fault.rule] };
}

function codeNumber(input: unknown, path = ''): ReturnType<ReturnType<typeof decode.number>> {
  return decode.number()(typeof input === 'string' ? Number(input) : input, path);
}
