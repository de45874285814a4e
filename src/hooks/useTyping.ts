import { useCallback } from 'react';
import { selectEngagement, selectTyping } from '../model/index.ts';
import type { EngagementId, Participant } from '../protocol/index.ts';
import { useChatClient } from './useChatClient.ts';
import { useChatState } from './useChatState.ts';

/** Who is writing, and how to tell that the customer is. */
export function useTyping(id?: EngagementId): Typing {
  const client = useChatClient();
  const typing = useChatState((state) => selectTyping(state, id));
  const engagementId = useChatState((state) => selectEngagement(state, id)?.engagementId);
  const notifyTyping = useCallback(() => {
    client.resetIdleTimeout();
    if (engagementId) client.notifyTyping(engagementId);
  }, [client, engagementId]);
  return { typing, notifyTyping };
}

/** What `useTyping` returns. */
export interface Typing {
  /** The customer excepted. */
  readonly typing: readonly Participant[];
  /** Call on every key press: the client limits the rate itself. Counts as activity. */
  readonly notifyTyping: () => void;
}
