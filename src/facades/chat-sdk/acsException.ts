/** Every error code of the Chat SDK and what it says (axp.md 1.9). */
export const ERRORS = {
  'ACS-301': 'The server URL is missing',
  'ACS-302': 'The init parameters are invalid',
  'ACS-303': 'The configuration is invalid',
  'ACS-304': 'The server gave an unexpected answer',
  'ACS-305': 'The JWT is invalid',
  'ACS-306': 'The server cannot be reached',
  'ACS-307': 'The integrationId is invalid',
  'ACS-308': 'The JWT is missing',
  'ACS-309': 'The URL is invalid',
  'ACS-310': 'The SDK is not initialised',
  'ACS-311': 'The initialisation failed',
  'ACS-312': 'The chat is over',
  'ACS-313': 'Join the chat first',
  'ACS-314': 'There is no such chat, or it is over',
  'ACS-315': 'The chat is active already',
  'ACS-316': 'The messages could not be fetched',
  'ACS-317': 'Older messages could not be fetched',
  'ACS-318': 'The event stream has not failed',
  'ACS-319': 'The chat could not be changed',
  'ACS-320': 'The session is no more: shut down and initialise again',
  'ACS-321': 'init or shutdown is in progress',
  'ACS-322': 'A value is out of its bounds',
} as const;
export type ErrorCode = keyof typeof ERRORS;

/** Every warning, logged as `ACS-2nn: …`; ACS-204 is rejected with as well. */
export const WARNINGS = {
  'ACS-201': 'The defaults are used',
  'ACS-202': 'The handlers of all events are removed',
  'ACS-203': 'There is no such event',
  'ACS-204': 'The SDK is initialised already',
  'ACS-205': 'No handler is registered',
  'ACS-206': 'The idle timeout has expired',
  'ACS-207': 'reconnectionTimeout is out of its range; the default is used',
  'ACS-208': 'idleTimeout is out of its range; the default is used',
  'ACS-209': 'idleShutdownGraceTimeout is out of its range; the default is used',
  'ACS-210': 'There is no such log level',
  'ACS-211': 'The page size is out of its range; 10 is used',
  'ACS-212': 'Session Storage could not be read',
  'ACS-213': 'Session Storage could not be written',
} as const;
export type WarningCode = keyof typeof WARNINGS;

/** The one error of the Chat SDK. `cause` holds what lies behind it, where something does. */
export class ACSException extends Error {
  readonly #facts: { readonly code: string; readonly message: string };

  constructor(code: ErrorCode | 'ACS-204', detail?: string, cause?: unknown) {
    super(undefined, cause === undefined ? undefined : { cause });
    const plain = code === 'ACS-204' ? WARNINGS[code] : ERRORS[code];
    this.#facts = { code, message: detail === undefined ? plain : `${plain}: ${detail}` };
  }

  override get name(): string {
    return 'ACSException';
  }

  get code(): string {
    return this.#facts.code;
  }

  override get message(): string {
    return this.#facts.message;
  }

  override toString(): string {
    return `${this.name}: ${this.code}: ${this.message}`;
  }
}
