import { useEffect, useMemo } from 'react';
import type { ReactElement, ReactNode } from 'react';
import type { BaseUrl, ChatClient } from '../client/index.ts';
import { ChatContext } from './ChatContext.ts';
import { storeOf } from './storeOf.ts';

/**
 * Gives all hooks below it the chat of a client that the application made and owns, and starts it: `ChatProvider` without
 * the means to make one, so that a client of one's own does not bring Colloquy's along.
 */
export function ClientProvider({ client, baseUrl, children }: ClientProviderProps): ReactElement {
  const store = useMemo(() => storeOf(client), [client]);
  const value = useMemo(() => ({ client, store, baseUrl }), [client, store, baseUrl]);
  useEffect(() => {
    // A refusal is in the state already (SESSION_FAILED).
    client.start().catch(() => undefined);
  }, [client]);
  return <ChatContext.Provider value={value}>{children}</ChatContext.Provider>;
}

/** Properties of `ClientProvider`. */
export interface ClientProviderProps {
  readonly client: ChatClient;
  /** The connector's address: files of the conversation are loaded from there. */
  readonly baseUrl?: BaseUrl | undefined;
  readonly children?: ReactNode;
}
