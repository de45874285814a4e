import { expect, test } from 'vitest';
import { failureOfCode, failureOfEnd } from '../../../src/client/connection/failure.ts';
import { PROBLEM_CODES } from '../../../src/protocol/index.ts';

test.each([
  [{ type: 'unreachable' }, 'SERVER_UNREACHABLE', 'retry'],
  [{ type: 'closed', code: 1006 }, 'SERVER_UNREACHABLE', 'retry'],
  [{ type: 'refused', status: 401, code: 'token-expired' }, 'UNAUTHORIZED', 'token'],
  [{ type: 'refused', status: 401 }, 'UNAUTHORIZED', 'token'],
  [{ type: 'refused', status: 403 }, 'UNEXPECTED_ERROR', 'retry'], // not in our words: something on the road
  [{ type: 'refused', status: 403, code: 'appkey-wrong' }, 'FORBIDDEN', 'stop'],
  [{ type: 'refused', status: 404 }, 'UNEXPECTED_ERROR', 'retry'],
  [{ type: 'refused', status: 410, code: 'session-gone' }, 'SDK_SESSION_INVALID', 'stop'],
  [{ type: 'refused', status: 429 }, 'SERVER_ERROR', 'retry'],
  [{ type: 'refused', status: 503, code: 'draining' }, 'SERVER_ERROR', 'retry'],
  [{ type: 'refused', status: 200 }, 'UNEXPECTED_ERROR', 'retry'],
] as const)('%o is told as %s and leads to %s', (end, reason, then) => {
  expect(failureOfEnd(end)).toMatchObject({ reason, then });
});

test('what the server asks to wait is kept', () => {
  expect(failureOfEnd({ type: 'refused', status: 503, retryAfterSeconds: 7 }).retryAfterSeconds).toBe(7);
});

test('every code has a failure', () => {
  for (const code of PROBLEM_CODES) expect(failureOfCode(code, 'x').reason).toMatch(/^[A-Z_]+$/);
});
