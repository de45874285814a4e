/** Why a log could not be read: it is no JSON, not one of our logs, of a later version, or damaged. */
export type SessionLogErrorCode = 'not-json' | 'not-a-log' | 'too-new' | 'damaged';

/** The one error of reading a log. Its message is for a developer: what is wrong, where, and what to do. */
export class SessionLogError extends Error {
  override readonly name = 'SessionLogError';
  readonly code: SessionLogErrorCode;

  constructor(code: SessionLogErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}
