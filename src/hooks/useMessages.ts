import { useCallback, useMemo } from 'react';
import { useStore } from 'zustand';
import { selectEngagement, selectTimeline } from '../model/index.ts';
import type { HistoryStatus, TimelineItem } from '../model/index.ts';
import type { EngagementId } from '../protocol/index.ts';
import { earlyMessagesOf } from './earlyMessages.ts';
import { useChatClient } from './useChatClient.ts';
import { useChatState } from './useChatState.ts';

const COMPLETE: HistoryStatus = { status: 'complete' };

/** The rows of an engagement with the verbs of a reader. Without an id: of the one `useEngagement` gives. */
export function useMessages(id?: EngagementId): Messages {
  const client = useChatClient();
  const engagementId = useChatState((state) => selectEngagement(state, id)?.engagementId);
  const logged = useChatState((state) => selectTimeline(state, id));
  const history = useChatState((state) => selectEngagement(state, id)?.history ?? COMPLETE);
  const unread = useChatState((state) => selectEngagement(state, id)?.unread ?? 0);
  const seenUpToSeq = useChatState((state) => selectEngagement(state, id)?.seenUpToSeq ?? 0);

  const sent = useStore(earlyMessagesOf(client));
  // Queued meanwhile, one stands in the log's part under the same key.
  const early = useMemo(
    () =>
      sent.flatMap(({ target, item }) =>
        target === id && logged.every(({ key }) => key !== item.key) ? item : [],
      ),
    [sent, id, logged],
  );
  const timeline = useMemo(() => (early.length > 0 ? [...logged, ...early] : logged), [logged, early]);

  const loadOlder = useCallback(async () => {
    if (engagementId) await client.loadOlder(engagementId).catch(() => undefined);
  }, [client, engagementId]);
  const retryGap = useCallback(
    async (afterSeq: number) => {
      if (engagementId) await client.retryGap(engagementId, afterSeq).catch(() => undefined);
    },
    [client, engagementId],
  );
  const markSeen = useCallback(
    (upToSeq: number) => {
      if (engagementId) client.markSeen(engagementId, upToSeq);
    },
    [client, engagementId],
  );
  return { timeline, early, history, unread, seenUpToSeq, loadOlder, retryGap, markSeen };
}

/** What `useMessages` returns. The verbs keep their reference while the engagement is the same. */
export interface Messages {
  /** Oldest first; pending messages last, and of those the early ones. */
  readonly timeline: readonly TimelineItem[];
  /** Of it what was sent before there was an engagement to take it (`sendDraft`). */
  readonly early: readonly TimelineItem[];
  /** How much of the past is here. */
  readonly history: HistoryStatus;
  /** Messages of others that the customer has not seen. */
  readonly unread: number;
  /** The newest entry that the customer has seen. */
  readonly seenUpToSeq: number;
  /** Reads the next older page. Never rejects: a failure is in `history`. */
  readonly loadOlder: () => Promise<void>;
  /** Asks again for missing entries. Never rejects: a failure is in the gap's row. */
  readonly retryGap: (afterSeq: number) => Promise<void>;
  readonly markSeen: (upToSeq: number) => void;
}
