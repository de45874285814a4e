/** Why the contact centre said no, in one word. Closed. */
export type DeskFaultCode =
  | 'unreachable' // nobody answers, or the answer makes no sense
  | 'signed-out' // 401: the token is dead, or the password wrong
  | 'invalid' // 400, 413, 415: what was sent is not right; `violations` may name the fields
  | 'conflict' // 409: somebody was faster, or it is in use
  | 'not-found' // 404
  | 'server'; // everything else

/** One field that was wrong. `field` is a path into the body, like `hours.timeZone`. */
export interface Violation {
  readonly field: string;
  readonly message: string;
}

/** The one way a call of the desk fails. `message` is for a log; the person reads words from the locales by `code`. */
export class DeskFault extends Error {
  override readonly name = 'DeskFault';
  readonly code: DeskFaultCode;
  readonly violations: readonly Violation[];

  constructor(
    code: DeskFaultCode,
    message: string,
    rest: { readonly violations?: readonly Violation[]; readonly cause?: unknown } = {},
  ) {
    super(message, rest.cause === undefined ? {} : { cause: rest.cause });
    this.code = code;
    this.violations = rest.violations ?? [];
  }
}

/** The code of anything that was thrown: a foreign fault counts as `server`. */
export function faultCode(fault: unknown): DeskFaultCode {
  return fault instanceof DeskFault ? fault.code : 'server';
}

/** The code that a refusal of this HTTP status stands for. */
export function codeOfStatus(status: number): DeskFaultCode {
  if (status === 401) return 'signed-out';
  if (status === 404) return 'not-found';
  if (status === 409) return 'conflict';
  if (status === 400 || status === 413 || status === 415 || status === 422) return 'invalid';
  return status === 502 || status === 503 || status === 504 ? 'unreachable' : 'server';
}
