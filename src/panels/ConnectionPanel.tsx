import type { ReactElement } from 'react';
import { ConnectionBanner } from '../components/index.ts';
import { useChatClient, useConnectionStatus, useSession } from '../hooks/index.ts';
import type { ConnectionStatus } from '../model/index.ts';

const STARTING: ConnectionStatus = { status: 'connecting', sinceMs: 0 };

/** The line to the connector: nothing while all is well, its trouble in words, and the way to try again. */
export function ConnectionPanel({ quiet = false }: ConnectionPanelProps): ReactElement | null {
  const client = useChatClient();
  const { session } = useSession();
  const { connection, retry } = useConnectionStatus();
  if (quiet || session.status === 'ended' || session.status === 'failed') return null;
  // While the session is being opened there is no stream yet, and to a person it is one wait.
  const shown = session.status === 'starting' ? STARTING : connection;
  const tryNow = shown.status === 'closed' ? () => client.setStreamWanted(true) : retry;
  return <ConnectionBanner connection={shown} data-connection={shown.status} onTryNow={tryNow} />;
}

/** Properties of `ConnectionPanel`. */
export interface ConnectionPanelProps {
  /** Shows nothing, say while the chat is being ended; default false. */
  readonly quiet?: boolean;
}
