import { useCallback, useMemo } from 'react';
import type { ReactElement } from 'react';
import { styled } from 'styled-components';
import { Button, EmptyState, MessageList } from '../../components/index.ts';
import type { ChatMessage } from '../../model/index.ts';
import { asId } from '../../protocol/index.ts';
import type { Participant } from '../../protocol/index.ts';
import { token } from '../../theme/index.ts';
import { useDesk, useDeskSession, useDeskSpeech } from '../data/DeskContext.tsx';
import type { Conversation } from '../data/deskState.ts';
import { toTimeline } from '../data/toTimeline.ts';
import { usePageVisible } from '../parts/usePageVisible.ts';
import { ComposeArea } from './ComposeArea.tsx';
import { ConversationHead } from './ConversationHead.tsx';
import type { DeskDrafts } from './useDrafts.ts';

/** The middle column: the conversation, and where one answers. */
export function ConversationView(props: ConversationViewProps): ReactElement {
  const { words } = useDeskSpeech();
  const conversation = useDesk((state) =>
    state.selectedId === undefined ? undefined : state.conversations[state.selectedId],
  );
  const isAway = useDesk((state) => state.me?.state === 'away');
  return (
    <Column aria-label={words.conversation.region}>
      {conversation ? (
        <Open key={conversation.engagement.id} conversation={conversation} {...props} />
      ) : (
        <EmptyState
          heading={words.conversation.noneHeading}
          text={isAway ? words.conversation.awayText : words.conversation.noneText}
        />
      )}
    </Column>
  );
}

/** Properties of `ConversationView`. */
export interface ConversationViewProps {
  readonly drafts: DeskDrafts;
  readonly isTransferOpen: boolean;
  readonly onTransferOpen: (isOpen: boolean) => void;
  readonly onDetails: () => void;
}

type OpenProps = ConversationViewProps & { readonly conversation: Conversation };

function Open({ conversation, drafts, ...head }: OpenProps): ReactElement {
  const session = useDeskSession();
  const myName = useDesk((state) => state.me?.name ?? '');
  const { engagement, typing, seenIndex } = conversation;
  const { id, customerName } = engagement;
  const isMine = useDesk((state) => state.openIds.includes(id));
  const isVisible = usePageVisible();
  const items = useMemo(() => toTimeline(conversation, myName), [conversation, myName]);
  const typists = useMemo(() => (typing === undefined ? NOBODY : [customerOf(typing)]), [typing]);
  const onSeen = useCallback(() => session.looked(id), [session, id]);
  const onRetry = useCallback((message: ChatMessage) => void session.resend(id, message.key), [session, id]);
  const onEdit = useCallback(
    (message: ChatMessage) => {
      if (message.body.type === 'text') drafts.set(id, message.body.text);
      session.discard(id, message.key);
    },
    [session, id, drafts],
  );
  const onRemove = useCallback((message: ChatMessage) => session.discard(id, message.key), [session, id]);
  return (
    <>
      <ConversationHead engagement={engagement} isMine={isMine} {...head} />
      <MessageList
        items={items}
        typing={isMine ? typists : NOBODY}
        seenUpToSeq={seenIndex}
        attentive={isVisible}
        onSeen={onSeen}
        onRetry={onRetry}
        onEdit={onEdit}
        onRemove={onRemove}
        locked
      />
      {isMine ? (
        <ComposeArea
          id={id}
          customerName={customerName}
          textOnly={engagement.channel === 'Chat'}
          drafts={drafts}
        />
      ) : (
        <Closed conversation={conversation} />
      )}
    </>
  );
}

function Closed({ conversation }: { readonly conversation: Conversation }): ReactElement {
  const { words } = useDeskSpeech();
  const session = useDeskSession();
  const { endedBy, customerName } = conversation.engagement;
  return (
    <Over>
      <p role="status">
        {endedBy === 'customer'
          ? words.conversation.endedByCustomer(customerName)
          : endedBy === 'agent'
            ? words.conversation.endedByAgent
            : words.conversation.endedBySystem}
      </p>
      <Button onClick={() => void session.select(session.store.getState().openIds[0])}>
        {words.conversation.done}
      </Button>
    </Over>
  );
}

const NOBODY: readonly Participant[] = [];

function customerOf(name: string): Participant {
  return { participantId: asId('typing'), participantType: 'CUSTOMER', displayName: name };
}

const Column = styled.section`
  position: relative;
  display: flex;
  flex-direction: column;
  min-inline-size: 0;
  min-block-size: 0;
`;

const Over = styled.div`
  display: flex;
  align-items: center;
  justify-content: space-between;
  gap: 16px;
  padding: 12px 16px;
  border-block-start: 1px solid ${token('hairline')};
  background: ${token('surface')};

  p {
    margin: 0;
    color: ${token('inkSoft')};
  }
  button {
    flex: none;
  }
`;
