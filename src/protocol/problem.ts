import { list, number, object, oneOf, optional, string, type Decoder } from '../lib/decode.ts';

/** Why the connector refused, in one word. Closed: a new word is a change of the protocol. */
export const PROBLEM_CODES = [
  'malformed', // 400: no JSON, or not of the documented shape
  'unauthenticated', // 401: no token, or not one of ours
  'token-expired', // 401: was good once; a new one mends it
  'appkey-wrong', // 403
  'origin-refused', // 403: the page's origin is not on the list
  'forbidden', // 403: the token is good, but not for this
  'not-found', // 404
  'method-not-allowed', // 405
  'session-gone', // 410: ended by its time limit, by the customer or by an operator
  'engagement-ended', // 409: nothing can be sent any more
  'engagement-not-joined', // 409
  'sequence-gap', // 409: `expected` names the sender's next number
  'in-flight', // 409: the same message is being accepted right now
  'key-reused', // 422: the same client message id with another content
  'too-long', // 422: a text over its limit
  'too-large', // 413: a body or file over its limit
  'file-type-refused', // 415
  'not-supported', // 422: this integration cannot carry it (a card over Custom Chat, say)
  'rate-limited', // 429
  'upstream-refused', // 502: the contact centre said no
  'upstream-unavailable', // 503: the contact centre does not answer
  'draining', // 503: this server is about to stop
  'storage-full', // 507
  'internal', // 500
] as const;

export type ProblemCode = (typeof PROBLEM_CODES)[number];

/** The body of every refusal (RFC 9457, `application/problem+json`). */
export interface Problem {
  /** `about:blank#<code>`; the code is what programs read. */
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: ProblemCode;
  /** What happened and what to do, for a person. Never a token, a body or a key. */
  readonly detail?: string;
  /** With `sequence-gap`: the number that the server waits for. */
  readonly expected?: number;
  /** Which fields were wrong. */
  readonly violations?: readonly { readonly field: string; readonly message: string }[];
}

export const decodeProblem: Decoder<Problem> = object({
  type: string({ max: 2048 }),
  title: string({ max: 1024 }),
  status: number({ min: 400, max: 599, whole: true }),
  code: oneOf(...PROBLEM_CODES),
  detail: optional(string({ max: 4096 })),
  expected: optional(number({ min: 1, whole: true })),
  violations: optional(list(object({ field: string(), message: string() }))),
});

/** HTTP status and title of each code. */
export const PROBLEMS: Readonly<Record<ProblemCode, { readonly status: number; readonly title: string }>> = {
  malformed: { status: 400, title: 'The request could not be read' },
  unauthenticated: { status: 401, title: 'No valid token' },
  'token-expired': { status: 401, title: 'The token has expired' },
  'appkey-wrong': { status: 403, title: 'Wrong application key' },
  'origin-refused': { status: 403, title: 'This page may not use the chat' },
  forbidden: { status: 403, title: 'Not allowed' },
  'not-found': { status: 404, title: 'Not found' },
  'method-not-allowed': { status: 405, title: 'Method not allowed' },
  'session-gone': { status: 410, title: 'The session has ended' },
  'engagement-ended': { status: 409, title: 'The conversation has ended' },
  'engagement-not-joined': { status: 409, title: 'Join the conversation first' },
  'sequence-gap': { status: 409, title: 'An earlier message is missing' },
  'in-flight': { status: 409, title: 'This message is being accepted' },
  'key-reused': { status: 422, title: 'Another message has this id' },
  'too-long': { status: 422, title: 'The text is too long' },
  'too-large': { status: 413, title: 'Too large' },
  'file-type-refused': { status: 415, title: 'This type of file is not accepted' },
  'not-supported': { status: 422, title: 'Not possible on this channel' },
  'rate-limited': { status: 429, title: 'Too many requests' },
  'upstream-refused': { status: 502, title: 'The contact centre refused' },
  'upstream-unavailable': { status: 503, title: 'The contact centre does not answer' },
  draining: { status: 503, title: 'The server is restarting' },
  'storage-full': { status: 507, title: 'The server has no room' },
  internal: { status: 500, title: 'Something went wrong' },
};

/** Makes a problem body of the given code. */
export function problemOf(
  code: ProblemCode,
  rest: Pick<Problem, 'detail' | 'expected' | 'violations'> = {},
): Problem {
  return { type: `about:blank#${code}`, ...PROBLEMS[code], code, ...rest };
}
