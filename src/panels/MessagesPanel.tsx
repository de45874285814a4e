import { useCallback, useEffect } from 'react';
import type { ReactElement, ReactNode } from 'react';
import { styled } from 'styled-components';
import { EmptyState, MessageList } from '../components/index.ts';
import {
  useChatClient,
  useEngagement,
  useMediaUrl,
  useMessages,
  useSendMessage,
  useSession,
  useTyping,
} from '../hooks/index.ts';
import type { ChatMessage } from '../model/index.ts';
import type { EngagementId } from '../protocol/index.ts';
import { useActions } from './useActions.ts';
import type { Locate } from './useActions.ts';
import { useAttention } from './useAttention.ts';

/**
 * The conversation: reads the past as it is wanted, joins an engagement that another device began, marks what was seen,
 * answers quick replies, buttons and location requests.
 */
export function MessagesPanel(props: MessagesPanelProps): ReactElement {
  const { engagementId, attentive = true, locked = false, fresh = false, empty, locate, onEdit } = props;
  const engagement = useEngagement(engagementId);
  const { timeline, early, history, seenUpToSeq, loadOlder, retryGap, markSeen } = useMessages(engagementId);
  const { typing } = useTyping(engagementId);
  const { retry, remove } = useSendMessage(engagementId);
  const { session } = useSession();
  const onRetry = useCallback(
    (message: ChatMessage) => {
      if (message.clientMessageId) void retry(message.clientMessageId);
    },
    [retry],
  );
  const onRemove = useCallback(
    (message: ChatMessage) => {
      if (message.clientMessageId) void remove(message.clientMessageId);
    },
    [remove],
  );
  const onAction = useActions(engagementId, locate);
  const client = useChatClient();
  const mediaUrl = useMediaUrl();
  const hasAttention = useAttention(attentive);

  const isUnread = history.status === 'unloaded';
  useEffect(() => {
    if (isUnread) void loadOlder();
  }, [isUnread, loadOlder]);

  const id = engagement?.engagementId;
  const mustJoin = engagement !== undefined && !engagement.joined && engagement.status !== 'TERMINATED';
  useEffect(() => {
    // Refused while the line is down: the panel asks again when the engagement changes.
    if (mustJoin && id !== undefined) client.joinEngagement(id).catch(() => undefined);
  }, [mustJoin, id, client]);

  const isPastKnown =
    history.status === 'complete' || (engagement === undefined && session.status === 'open');
  const items = fresh ? early : timeline;
  const isEmpty = items.length === 0 && (fresh || isPastKnown);
  return (
    <Stage>
      <MessageList
        items={items}
        history={history}
        typing={typing}
        seenUpToSeq={seenUpToSeq}
        attentive={hasAttention}
        locked={locked}
        onSeen={markSeen}
        onReachStart={loadOlder}
        onRetryGap={retryGap}
        onAction={onAction}
        onRetry={onRetry}
        onEdit={onEdit}
        onRemove={onRemove}
        mediaUrl={mediaUrl}
      />
      {isEmpty && <Over>{empty ?? <EmptyState />}</Over>}
    </Stage>
  );
}

/** Properties of `MessagesPanel`. */
export interface MessagesPanelProps {
  /** Default: the one that `useEngagement` gives. */
  readonly engagementId?: EngagementId | undefined;
  /** Whether the person can see the panel; default true. What cannot be seen is not marked as seen. */
  readonly attentive?: boolean | undefined;
  /** Nothing can be answered any more; default false. */
  readonly locked?: boolean | undefined;
  /** A new chat is about to begin: the old conversation is not shown. Default false. */
  readonly fresh?: boolean | undefined;
  /** What stands there before anything was said; default a greeting. */
  readonly empty?: ReactNode;
  /** Answers to a request for the person's place; default the browser's own. */
  readonly locate?: Locate | undefined;
  /** A failed message is to be written anew. */
  readonly onEdit?: ((message: ChatMessage) => void) | undefined;
}

const Stage = styled.div`
  position: relative;
  display: flex;
  flex: 1;
  flex-direction: column;
  min-block-size: 0;
`;

const Over = styled.div`
  position: absolute;
  inset: 0;
  display: grid;
  overflow-y: auto;
`;
