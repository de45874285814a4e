import { memo, useState } from 'react';
import type { ReactElement, ReactNode } from 'react';
import { Frame } from '../components/index.ts';
import type { FrameProps } from '../components/index.ts';
import { useActivity, useChatClient, useChatState, useSession } from '../hooks/index.ts';
import { selectEngagement } from '../model/index.ts';
import type { EngagementId } from '../protocol/index.ts';
import { ComposerPanel } from './ComposerPanel.tsx';
import { ConnectionPanel } from './ConnectionPanel.tsx';
import { EndedPanel } from './EndedPanel.tsx';
import { EndQuestion } from './EndQuestion.tsx';
import { FailedPanel } from './FailedPanel.tsx';
import { HeaderPanel } from './HeaderPanel.tsx';
import { IdlePanel } from './IdlePanel.tsx';
import { MessagesPanel } from './MessagesPanel.tsx';
import type { Locate } from './useActions.ts';
import { useEnding } from './useEnding.ts';
import { useKeptFocus } from './useKeptFocus.ts';
import { UnkeptPanel } from './UnkeptPanel.tsx';
import { useRewrite } from './useRewrite.ts';
import type { Rewrite } from './useRewrite.ts';
import { WaitingPanel } from './WaitingPanel.tsx';

/** All panels in their places. `Chat` is this with a theme, a language and an announcer around it. */
export function ChatFrame(props: ChatFrameProps): ReactElement {
  const { engagementId, placement, attentive, onMinimize, onEnd, header, empty, locate, children } = props;
  const { session, facts } = useSession();
  // Not the engagement itself, which is another with each message: that would draw the whole chat again.
  const shownId = useChatState((state) => selectEngagement(state, engagementId)?.engagementId);
  const status = useChatState((state) => selectEngagement(state, engagementId)?.status);
  const client = useChatClient();
  const activity = useActivity();
  const keptFocus = useKeptFocus();
  const ending = useEnding({ id: shownId, status, onEnd });
  const rewrite = useRewrite(engagementId);
  // The engagement that was left behind for a new chat, which the first message will create.
  const [left, setLeft] = useState<EngagementId>();

  const isLeft = shownId !== undefined && shownId === left;
  const isSessionOver = session.status === 'ended';
  const isOver = isSessionOver || (status === 'TERMINATED' && !isLeft);
  const newChat = (): void => {
    if (facts?.features.createEngagement) setLeft(shownId);
    else client.createEngagement().catch(() => undefined);
  };

  return (
    <Frame
      placement={placement}
      header={
        header ?? (
          <HeaderHere
            engagementId={engagementId}
            onMinimize={onMinimize}
            onEnd={ending.canEnd ? ending.ask : undefined}
          />
        )
      }
      banner={<ConnectionPanel quiet={ending.isEnding} />}
      footer={<Footer isOver={isOver} ending={ending} rewrite={rewrite} newChat={newChat} {...props} />}
      ref={activity}
      {...keptFocus}
    >
      {session.status === 'failed' && !facts ? (
        <FailedPanel />
      ) : (
        <MessagesHere
          engagementId={engagementId}
          attentive={attentive}
          locked={isOver}
          fresh={isLeft}
          empty={empty}
          locate={locate}
          onEdit={isOver ? undefined : rewrite.onEdit}
        />
      )}
      {children}
    </Frame>
  );
}

/** Properties of `ChatFrame`. */
export interface ChatFrameProps {
  /** Default: the youngest engagement that is not over. */
  readonly engagementId?: EngagementId | undefined;
  /** `floating` is 400 px wide, and the whole screen on a phone; default `embedded`. */
  readonly placement?: FrameProps['placement'];
  /** Whether the person can see the chat; default true. What cannot be seen is not marked as seen. */
  readonly attentive?: boolean | undefined;
  /** Without it there is no button. */
  readonly onMinimize?: (() => void) | undefined;
  /** The person has ended the chat. */
  readonly onEnd?: (() => void) | undefined;
  /** In place of the header. */
  readonly header?: ReactNode;
  /** In place of the greeting. */
  readonly empty?: ReactNode;
  /** Answers to a request for the person's place; default the browser's own. */
  readonly locate?: Locate | undefined;
  /** Between the conversation and the composer: a notice of the site's own, say. */
  readonly children?: ReactNode;
}

// A status that changes draws the frame again: what does not show it is not drawn. Components, not elements made once: Preact
// keeps in an element what it was drawn in, which would outlive the widget.
const HeaderHere = memo(HeaderPanel);
const MessagesHere = memo(MessagesPanel);

type FooterProps = Pick<ChatFrameProps, 'engagementId'> & {
  readonly isOver: boolean;
  readonly ending: ReturnType<typeof useEnding>;
  readonly rewrite: Rewrite;
  readonly newChat: () => void;
};

function Footer({ engagementId, isOver, ending, rewrite, newChat }: FooterProps): ReactElement | null {
  const { session, facts } = useSession();
  const { isAsking } = ending;
  const isNowhere = session.status === 'failed' && !facts;
  if (isOver) return <EndedPanel onNewChat={newChat} />;
  return (
    <>
      <WaitingPanel engagementId={engagementId} />
      <UnkeptPanel />
      <IdlePanel asking={isAsking} />
      {isAsking && <EndQuestion onEnd={ending.end} onStay={ending.stay} />}
      {/* Hidden, not taken away: what was written and attached stays, and a screen reader is not led to where it was. */}
      <div hidden={isAsking || isNowhere}>
        <ComposerHere engagementId={engagementId} kept={rewrite.kept} form={rewrite.form} />
      </div>
    </>
  );
}

type ComposerHereProps = Pick<ChatFrameProps, 'engagementId'> & Pick<Rewrite, 'kept' | 'form'>;

// Here and not in the frame: a key draws the composer and nothing else.
function ComposerHere({ kept, ...rest }: ComposerHereProps): ReactElement {
  const [text, show] = useState(kept.text);
  Object.assign(kept, { text, show });
  return <ComposerPanel text={text} onTextChange={show} {...rest} />;
}
