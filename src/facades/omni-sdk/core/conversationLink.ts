import type { LoneClient } from '../../../client/index.ts';
import type { Clock, Logger, Observable, Random } from '../../../lib/index.ts';
import type { ChatEvent } from '../../../model/index.ts';
import type { EngagementId, LogEntry } from '../../../protocol/index.ts';
import type { TellingLine } from './line.ts';

/** What a conversation stands on. For the modules of this SDK; a page only hands it from constructor to constructor. */
export interface ConversationLink {
  readonly engagementId: EngagementId;
  readonly client: LoneClient;
  /** The connector's address, without a slash at its end. */
  readonly baseUrl: string;
  readonly clock: Clock;
  readonly random: Random;
  readonly logger: Logger;
  readonly line: TellingLine;
  /** Entries of the conversation from now on. */
  readonly entries: Observable<LogEntry>;
  /** All that the client tells. */
  readonly events: Observable<ChatEvent>;
  /** Throws NotInitialized where the session is no more. */
  readonly check: () => void;
  /** Calls `work` when the session ends. */
  readonly onEnd: (work: () => void) => void;
}
