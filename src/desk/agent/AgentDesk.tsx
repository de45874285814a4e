import { useMemo, useState } from 'react';
import type { ReactElement } from 'react';
import { styled } from 'styled-components';
import { Announcer } from '../../components/index.ts';
import { token } from '../../theme/index.ts';
import { DeskSessionProvider, useDesk, useDeskSpeech } from '../data/DeskContext.tsx';
import type { DeskSession } from '../data/deskSession.ts';
import { ConversationView } from './ConversationView.tsx';
import { CustomerColumn } from './CustomerColumn.tsx';
import { DeskBar } from './DeskBar.tsx';
import { focusComposer } from './focusComposer.ts';
import { HelpDialog } from './HelpDialog.tsx';
import { LineBanner } from './LineBanner.tsx';
import { NoticeBar } from './NoticeBar.tsx';
import { QueueColumn } from './QueueColumn.tsx';
import { useDeskKeys } from './useDeskKeys.ts';
import { useDrafts } from './useDrafts.ts';
import { useRing } from './useRing.ts';
import { useSpokenMessages } from './useSpokenMessages.ts';

/** The whole desk of one signed-in agent: queue, conversation, customer. */
export function AgentDesk({ session, onSignOut }: AgentDeskProps): ReactElement {
  return (
    <DeskSessionProvider value={session}>
      <Desk onSignOut={onSignOut} />
    </DeskSessionProvider>
  );
}

/** Properties of `AgentDesk`. */
export interface AgentDeskProps {
  readonly session: DeskSession;
  readonly onSignOut: () => void;
}

/* Within the landmark, as all that is told is. */
function Speaker({ isMuted }: { readonly isMuted: boolean }): null {
  useRing(isMuted);
  useSpokenMessages();
  return null;
}

function Desk({ onSignOut }: Pick<AgentDeskProps, 'onSignOut'>): ReactElement {
  const { clock } = useDeskSpeech();
  const [isMuted, setIsMuted] = useState(false);
  const [isHelpOpen, setIsHelpOpen] = useState(false);
  const [isTransferOpen, setIsTransferOpen] = useState(false);
  const [isCustomerShown, setIsCustomerShown] = useState(false);
  const drafts = useDrafts();
  const selectedId = useDesk((state) => state.selectedId);
  const actions = useMemo(
    () => ({
      help: () => setIsHelpOpen(true),
      transfer: () => setIsTransferOpen(true),
      write: (text?: string) => {
        if (text !== undefined && selectedId !== undefined && drafts.get(selectedId) === '')
          drafts.set(selectedId, text);
        focusComposer();
      },
    }),
    [drafts, selectedId],
  );
  useDeskKeys(actions);

  return (
    <Page>
      <DeskBar isMuted={isMuted} onMuted={setIsMuted} onHelp={actions.help} onSignOut={onSignOut} />
      <Main>
        <Announcer clock={clock}>
          <Speaker isMuted={isMuted} />
        </Announcer>
        <LineBanner />
        <Columns data-customer={isCustomerShown} data-selected={selectedId !== undefined}>
          <QueueColumn />
          <ConversationView
            drafts={drafts}
            isTransferOpen={isTransferOpen}
            onTransferOpen={setIsTransferOpen}
            onDetails={() => setIsCustomerShown(!isCustomerShown)}
          />
          <CustomerColumn />
        </Columns>
        <NoticeBar />
      </Main>
      {isHelpOpen && <HelpDialog onClose={() => setIsHelpOpen(false)} />}
    </Page>
  );
}

const Page = styled.div`
  display: flex;
  flex-direction: column;
  block-size: 100vh;
  background: ${token('canvas')};

  /* No room for panes that scroll by themselves: the page does. */
  @media (max-height: 419.98px) {
    block-size: auto;
    min-block-size: 100vh;
  }
`;

/* What is told of the line and of others is in the landmark too. */
const Main = styled.main`
  display: flex;
  flex: 1;
  flex-direction: column;
  min-block-size: 0;
`;

const Columns = styled.div`
  display: grid;
  flex: 1;
  grid-template-columns: 304px minmax(0, 1fr) 296px;
  grid-template-rows: minmax(0, 1fr);
  min-block-size: 0;

  @media (max-width: 1179.98px) {
    grid-template-columns: 264px minmax(0, 1fr) 240px;
  }
  @media (max-width: 959.98px) {
    grid-template-columns: 232px minmax(0, 1fr);

    &[data-customer='false'] > [data-column='customer'] {
      display: none;
    }
    &[data-customer='true'] {
      grid-template-columns: minmax(0, 1fr) 264px;
    }
    &[data-customer='true'] > :first-child {
      display: none;
    }
  }
  /* No room for two: the list, or the conversation with whatever rings above it. */
  @media (max-width: 599.98px) {
    grid-template-columns: minmax(0, 1fr);

    &[data-customer='true'] {
      grid-template-columns: minmax(0, 1fr);
      grid-template-rows: minmax(0, 1fr) minmax(0, 1fr);
    }
    &[data-selected='false'] > :not(:first-child) {
      display: none;
    }
    &[data-selected='false'] > :first-child {
      display: flex;
      border-inline-end: 0;
    }
    &[data-selected='true'] > :first-child:has([data-alert]) {
      position: absolute;
      z-index: 3;
      inset-inline: 0;
      display: flex;
      border: 0;
      background: none;
    }
    &[data-selected='true'] > :first-child:not(:has([data-alert])),
    &[data-selected='true'] > :first-child > :not([data-alert]) {
      display: none;
    }
  }
`;
