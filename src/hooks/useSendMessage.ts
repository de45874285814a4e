import { useMemo } from 'react';
import type { Draft } from '../client/index.ts';
import { selectCanSend, selectEngagement } from '../model/index.ts';
import type { ClientMessageId, EngagementId } from '../protocol/index.ts';
import { isPending, selectMustCreate, sendDraft } from './sendDraft.ts';
import { useChatClient } from './useChatClient.ts';
import { useChatState } from './useChatState.ts';

/**
 * The verbs of a writer. On a chat integration the first message creates the engagement, once, however fast one writes.
 * Without an id: into the engagement that `useEngagement` gives.
 */
export function useSendMessage(id?: EngagementId): Sending {
  const client = useChatClient();
  const canSend = useChatState(
    (state) => selectCanSend(state, id) || selectMustCreate(state, id) || isPending(state),
  );
  const verbs = useMemo(() => {
    const target = (): EngagementId | undefined => selectEngagement(client.getState(), id)?.engagementId;
    return {
      send: (draft: Draft) => sendDraft(client, draft, id),
      async retry(messageId: ClientMessageId) {
        const engagementId = target();
        if (engagementId) await client.retrySend(engagementId, messageId).catch(() => undefined);
      },
      async remove(messageId: ClientMessageId) {
        const engagementId = target();
        return engagementId ? client.removeUnsent(engagementId, messageId).catch(() => false) : false;
      },
    };
  }, [client, id]);
  return { canSend, ...verbs };
}

/** What `useSendMessage` returns. The verbs keep their reference while client and id are the same. */
export interface Sending {
  /** Whether a message may be written now: an engagement is open, the first message would create one, or soon. */
  readonly canSend: boolean;
  /** Resolves when the message is in the outbox. Rejects with `ChatClientError` where it could not be kept. */
  readonly send: (draft: Draft) => Promise<ClientMessageId>;
  /** Tries a failed message again. Never rejects. */
  readonly retry: (id: ClientMessageId) => Promise<void>;
  /** Takes an unsent message out; false where it is too late. Never rejects. */
  readonly remove: (id: ClientMessageId) => Promise<boolean>;
}
