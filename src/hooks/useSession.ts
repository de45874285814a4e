import { useCallback } from 'react';
import type { SessionFacts, SessionStatus } from '../model/index.ts';
import { useChatClient } from './useChatClient.ts';
import { useChatState } from './useChatState.ts';

/** The customer's session, and how to begin it again after it ended or failed. */
export function useSession(): Session {
  const client = useChatClient();
  const session = useChatState((state) => state.session);
  const facts = useChatState((state) => state.facts);
  const start = useCallback(async () => {
    await client.start().catch(() => undefined);
  }, [client]);
  return { session, facts, start };
}

/** What `useSession` returns. */
export interface Session {
  readonly session: SessionStatus;
  /** What the connector told of itself; kept after the end. */
  readonly facts: SessionFacts | undefined;
  /** Starts or resumes. Never rejects: a failure is in `session`. */
  readonly start: () => Promise<void>;
}
