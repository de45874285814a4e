import { useMemo } from 'react';
import type { DisconnectReason, EndReason, EngagementId, Parameters } from '../protocol/index.ts';
import { useChatClient } from './useChatClient.ts';

/** What one can do with engagements and with the session. All reject with `ChatClientError`. */
export function useEngagementActions(): EngagementActions {
  const client = useChatClient();
  return useMemo(
    () => ({
      create: (parameters) => client.createEngagement(parameters),
      join: (id) => client.joinEngagement(id),
      disconnect: (id, reason) => client.disconnectEngagement(id, reason),
      shutdown: (reason) => client.shutdown(reason),
    }),
    [client],
  );
}

/** What `useEngagementActions` returns: one object for the client's life. */
export interface EngagementActions {
  /** A further engagement; on a messaging integration the default conversation's id. */
  readonly create: (parameters?: Parameters) => Promise<EngagementId>;
  /** Hears the events of an engagement that another session began. */
  readonly join: (id: EngagementId) => Promise<void>;
  /** Leaves an engagement. Default reason USER_CLOSED. */
  readonly disconnect: (id: EngagementId, reason?: DisconnectReason) => Promise<void>;
  /** Ends the session; engagements stay open. Default reason USER_CLOSED. */
  readonly shutdown: (reason?: EndReason) => Promise<void>;
}
