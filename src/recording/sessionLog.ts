import type { ChatEvent } from '../model/index.ts';

/** What the field `format` says of every log. */
export const SESSION_LOG_FORMAT = 'colloquy-session-log';

/** The version that is written. A reader takes this one and all before it. */
export const SESSION_LOG_VERSION = 1;

/** A session as it was told to the page: plain data, for `JSON.stringify`. Documented in docs/guides/record-and-replay.md. */
export interface SessionLog {
  readonly format: typeof SESSION_LOG_FORMAT;
  readonly version: typeof SESSION_LOG_VERSION;
  /** Wall clock of the page, milliseconds since 1970 UTC. */
  readonly startedAtMs: number;
  /** How long it was recorded, milliseconds. */
  readonly lengthMs: number;
  /** `default`: what a person said or is has been made neutral (`createRedactor`). `own`: by a rule of the page's own, perhaps none. */
  readonly redaction: 'default' | 'own';
  /** Not all of it is here: the recording was full, or the redaction kept nothing of something. */
  readonly isCut: boolean;
  /** Oldest first. The first one is the state in which the recording began, as `STATE_MIRRORED`. */
  readonly events: readonly LoggedEvent[];
}

/** Something that happened, and when. */
export interface LoggedEvent {
  /** Milliseconds after `startedAtMs`, by a clock that does not jump; never less than the one before. */
  readonly afterMs: number;
  readonly event: ChatEvent;
}
