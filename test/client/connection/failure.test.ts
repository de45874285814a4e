import { expect, test } from 'vitest';
import { failureOfCode, failureOfEnd } from '../../../src/client/connection/failure.ts';
import { refusalOf } from '../../../src/client/http.ts';
import { PROBLEM_CODES, problemOf, type ProblemCode } from '../../../src/protocol/index.ts';

test.each([
  ['unreachable', 'SERVER_UNREACHABLE', 'retry'],
  ['closed', 'SERVER_UNREACHABLE', 'retry'],
] as const)('a line that is %s is told as %s and leads to %s', (type, reason, then) => {
  expect(failureOfEnd({ type })).toMatchObject({ reason, then });
});

test.each([
  [401, 'token-expired', 'UNAUTHORIZED', 'token'],
  [401, undefined, 'UNAUTHORIZED', 'token'],
  [403, undefined, 'UNEXPECTED_ERROR', 'retry'], // not in our words: something on the road
  [403, 'appkey-wrong', 'FORBIDDEN', 'stop'],
  [404, undefined, 'UNEXPECTED_ERROR', 'retry'],
  [410, 'session-gone', 'SDK_SESSION_INVALID', 'stop'],
  [429, undefined, 'SERVER_ERROR', 'retry'],
  [502, undefined, 'SERVER_ERROR', 'retry'],
  [503, 'draining', 'SERVER_ERROR', 'retry'],
  [200, undefined, 'UNEXPECTED_ERROR', 'retry'],
] as const)(
  'an answer of %i with the code %s is told as %s and leads to %s',
  async (status, code, reason, then) => {
    const error = await refusalOf(answerOf(status, code));
    expect(failureOfEnd({ type: 'refused', error })).toMatchObject({ reason, then });
  },
);

test('what the server asks to wait is kept', async () => {
  const error = await refusalOf(new Response(null, { status: 503, headers: { 'retry-after': '7' } }));
  expect(failureOfEnd({ type: 'refused', error }).retryAfterSeconds).toBe(7);
});

test('every code has a failure', () => {
  for (const code of PROBLEM_CODES) expect(failureOfCode(code, 'x').reason).toMatch(/^[A-Z_]+$/);
});

function answerOf(status: number, code: ProblemCode | undefined): Response {
  return new Response(code ? JSON.stringify(problemOf(code)) : '<html>', { status });
}
