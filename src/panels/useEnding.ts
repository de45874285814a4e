import { useCallback, useState } from 'react';
import { useChatClient, useSession } from '../hooks/index.ts';
import type { EngagementState } from '../model/index.ts';
import type { EngagementId } from '../protocol/index.ts';

/**
 * How a person ends the chat. A chat engagement is over for good, so it is asked about first; of a messaging conversation
 * only the session ends, and "Continue" brings it back.
 */
export function useEnding({ id, status, onEnd }: EndingOptions): Ending {
  const client = useChatClient();
  const { session, facts } = useSession();
  const [isAsking, setIsAsking] = useState(false);
  const [isEnding, setIsEnding] = useState(false);
  const isEngagementOpen = status === 'ACTIVE' || status === 'PENDING';
  const endsEngagement = facts?.kind === 'chat' && isEngagementOpen;

  const end = useCallback(() => {
    setIsAsking(false);
    setIsEnding(true);
    // What fails here shows on the line and can be tried again; the question is closed either way.
    const ending = endsEngagement && id !== undefined ? client.disconnectEngagement(id) : client.shutdown();
    ending.then(onEnd, () => undefined).finally(() => setIsEnding(false));
  }, [endsEngagement, id, client, onEnd]);
  const ask = useCallback(() => (endsEngagement ? setIsAsking(true) : end()), [endsEngagement, end]);
  const stay = (): void => {
    setIsAsking(false);
    // The same answer as to the idle warning, which may stand above the question.
    client.resetIdleTimeout();
  };

  const canEnd = session.status === 'open' && status !== undefined && status !== 'TERMINATED';
  return { canEnd, isAsking: isAsking && canEnd, isEnding, ask, end, stay };
}

/** The engagement that is shown, if there is one. */
export interface EndingOptions {
  readonly id: EngagementId | undefined;
  readonly status: EngagementState['status'] | undefined;
  readonly onEnd: (() => void) | undefined;
}

/** What `useEnding` gives. */
export interface Ending {
  /** Whether there is anything to end. */
  readonly canEnd: boolean;
  /** Whether the question stands on the page. */
  readonly isAsking: boolean;
  /** It is being told to the server: a line that is closed now is no trouble. */
  readonly isEnding: boolean;
  /** Asks first where it matters, ends at once where it does not. */
  readonly ask: () => void;
  readonly end: () => void;
  readonly stay: () => void;
}
