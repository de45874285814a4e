import type { ChatEvent, ChatState } from '../../model/index.ts';
import type { SessionId } from '../../protocol/index.ts';
import type { ChatClientOptions } from '../chatClient.ts';
import type { Parts } from '../parts.ts';

/** `off`: there is no session. `ending`: it is being ended by the customer or by inactivity. */
export type Phase = 'off' | 'on' | 'ending';

/** What the jobs of one live client have in common. */
export interface Core {
  readonly options: ChatClientOptions;
  readonly parts: Parts;
  /** Tells everybody, in one order. */
  readonly publish: (event: ChatEvent) => void;
  readonly state: () => ChatState;
  readonly phase: () => Phase;
  /** The session. Throws `not-started` where there is none. */
  readonly sessionId: () => SessionId;
}
