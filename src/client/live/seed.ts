import type { ChatState } from '../../model/index.ts';
import type { Cursor } from '../../protocol/index.ts';

/** Where another tab stopped: what was shown, and up to where it had read. */
export interface Seed {
  /** Whose it is; see `subjectOf`. */
  readonly subject: string;
  readonly state: ChatState;
  readonly cursor: Cursor | undefined;
}
