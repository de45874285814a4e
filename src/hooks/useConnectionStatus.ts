import { useCallback } from 'react';
import type { ConnectionStatus } from '../model/index.ts';
import { useChatClient } from './useChatClient.ts';
import { useChatState } from './useChatState.ts';

/** The line to the connector, and how to try it again at once. */
export function useConnectionStatus(): ConnectionLine {
  const client = useChatClient();
  const connection = useChatState((state) => state.connection);
  const retry = useCallback(() => {
    // Refused unless the line has failed; then there is nothing to try.
    client.retryConnection().catch(() => undefined);
  }, [client]);
  return { connection, retry };
}

/** What `useConnectionStatus` returns. */
export interface ConnectionLine {
  readonly connection: ConnectionStatus;
  /** Tries at once; does nothing unless the line has failed. */
  readonly retry: () => void;
}
