import type { ChatClient } from '../../src/client/index.ts';

/** Something that can be played again and again from its beginning: a script, or the log of a real session. */
export interface Tape {
  /** What it takes to play at speed 1, milliseconds. */
  readonly lengthMs: number;
  /** Oldest first. */
  readonly steps: readonly TapeStep[];
  /** Begins anew at 0. */
  readonly open: () => Promise<Take>;
}

/** A place on the tape that has a name. */
export interface TapeStep {
  /** Milliseconds after the beginning of the tape. */
  readonly atMs: number;
  /** Who does it, in a word. */
  readonly who: string;
  readonly label: string;
}

/** One playing of a tape. It only goes forth: to go back, open another one. */
export interface Take {
  readonly client: ChatClient;
  /** Where files of the conversation are, for `ChatProvider`. */
  readonly baseUrl: string;
  /** The wall clock of what is played, milliseconds since 1970 UTC. */
  readonly now: () => number;
  /** Milliseconds after the beginning. Goes there at once; one call at a time. */
  readonly moveTo: (atMs: number) => Promise<void>;
  readonly stop: () => unknown;
}
