import { PROBLEM_TYPE, VIOLATION_CODE, violationOf } from '../../../protocol/axp/index.ts';
import type { Violation } from '../../../protocol/axp/index.ts';
import type { Fault } from '../../../lib/index.ts';

/** An expected failure of a call; becomes a problem body. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  readonly status: number;
  readonly violations: readonly Violation[];

  constructor(status: number, detail: string, violations: readonly Violation[] = []) {
    super(detail);
    this.status = status;
    this.violations = violations;
  }
}

/** 400 with what was wrong in each field. */
export function badRequest(faults: readonly Fault[]): ProblemError {
  return new ProblemError(400, 'The request has invalid fields.', faults.map(violationOf));
}

/** 400 about one field that refers to something which is not there or not fit. */
export function badReference(field: string, message: string): ProblemError {
  return new ProblemError(400, message, [{ field, message, code: VIOLATION_CODE.reference }]);
}

/** 404. */
export function notFound(what: string): ProblemError {
  return new ProblemError(404, `There is no such ${what}.`);
}

/** The answer that carries a problem. */
export function problemResponse(error: ProblemError, instance: string): Response {
  const body = {
    type: 'about:blank',
    title: TITLES[error.status] ?? 'Error',
    status: error.status,
    detail: error.message,
    instance,
    ...(error.violations.length > 0 ? { violations: error.violations } : {}),
  };
  return new Response(JSON.stringify(body), {
    status: error.status,
    headers: {
      'content-type': PROBLEM_TYPE,
      'cache-control': 'no-store',
      ...(error.status === 401 ? { 'www-authenticate': 'Bearer' } : {}),
    },
  });
}

/** Titles as the contact centre's own description has them. */
const TITLES: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  409: 'Conflict',
  413: 'Payload Too Large',
  415: 'Unsupported Media Type',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
  503: 'Service Unavailable',
  507: 'Insufficient Storage',
};
