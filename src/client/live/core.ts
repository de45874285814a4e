import type { ChatEvent, ChatState } from '../../model/index.ts';
import type { SessionId } from '../../protocol/index.ts';
import type { ChatClientOptions } from '../chatClient.ts';
import type { LineParts } from '../lineParts.ts';

/** `off`: there is no session. `ending`: it is being ended by the customer or by inactivity. */
export type Phase = 'off' | 'on' | 'ending';

/** What the jobs of one client have in common. */
export interface Core<P extends LineParts = LineParts> {
  readonly options: Pick<ChatClientOptions, 'baseUrl' | 'integrationId'>;
  readonly parts: P;
  /** Tells everybody, in one order. */
  readonly publish: (event: ChatEvent) => void;
  readonly state: () => ChatState;
  readonly phase: () => Phase;
  /** The session. Throws `not-started` where there is none. */
  readonly sessionId: () => SessionId;
}
