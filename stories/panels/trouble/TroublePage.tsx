import type { ReactElement } from 'react';
import { styled } from 'styled-components';
import { useStore } from 'zustand';
import { Button } from '../../../src/components/index.ts';
import { ChatProvider } from '../../../src/hooks/index.ts';
import { Chat } from '../../../src/panels/index.ts';
import type { ChatProps } from '../../../src/panels/index.ts';
import { token } from '../../../src/theme/index.ts';
import { useOpened } from '../../live/useOpened.ts';
import { openTrouble } from './openTrouble.ts';
import type { Trouble } from './openTrouble.ts';
import type { TroubledTab } from './openTroubledTab.ts';
import { SwitchPanel } from './SwitchPanel.tsx';
import { TabFactsView } from './TabFactsView.tsx';

const SECOND = 'Second tab';
/** Two regions of one name could not be told apart by ear. */
const SECOND_CHAT = { frame: { chat: 'Chat, second tab' } };

/** The live chat beside everything that can go wrong with it. */
export function TroublePage({ colorScheme, locale, words }: TroublePageProps): ReactElement {
  const trouble = useOpened(openTrouble);
  return (
    <Root>
      <header>
        <h1>When things go wrong</h1>
        <p>
          The real chat on a real contact centre in this tab, and Ada at the desk. Turn a switch, keep
          writing, turn it back: the page says what is the matter, keeps what was written, and catches up.
          Nothing is lost and nothing comes twice.
        </p>
      </header>
      {trouble && (
        <Columns>
          <SwitchPanel trouble={trouble} />
          <Tabs trouble={trouble} chat={{ colorScheme, locale, words }} />
        </Columns>
      )}
    </Root>
  );
}

/** Properties of `TroublePage`: the chat's looks and language. */
export type TroublePageProps = Pick<ChatProps, 'colorScheme' | 'locale' | 'words'>;

function Tabs({
  trouble,
  chat,
}: {
  readonly trouble: Trouble;
  readonly chat: TroublePageProps;
}): ReactElement {
  const hasSecondTab = useStore(trouble.switches, (now) => now.hasSecondTab);
  const [first, second] = useStore(trouble.tabs);
  const { baseUrl, reopen } = trouble;
  return (
    <>
      <Place name="First tab" tab={first} {...{ baseUrl, chat }} onReopen={() => reopen(0)} />
      {hasSecondTab && <Place name={SECOND} tab={second} {...{ baseUrl, chat }} onReopen={() => reopen(1)} />}
    </>
  );
}

interface PlaceProps extends Omit<TabProps, 'tab'> {
  readonly tab: TroubledTab | undefined;
  readonly onReopen: () => void;
}

/** Where a tab is, or was. */
function Place({ tab, onReopen, ...props }: PlaceProps): ReactElement {
  if (tab) return <Tab key={tab.key} tab={tab} {...props} />;
  return (
    <Column aria-label={props.name}>
      <Crashed>
        <p>This tab has died without a word.</p>
        <Button onClick={onReopen}>Open it again</Button>
      </Crashed>
    </Column>
  );
}

interface TabProps {
  readonly name: string;
  readonly tab: TroubledTab;
  readonly baseUrl: string;
  readonly chat: TroublePageProps;
}

function Tab({ name, tab, baseUrl, chat }: TabProps): ReactElement {
  return (
    <ChatProvider client={tab.client} baseUrl={baseUrl}>
      <Column aria-label={name}>
        <Paper>
          <Chat {...chat} overrides={name === SECOND ? SECOND_CHAT : undefined} />
        </Paper>
        <TabFactsView tab={tab} name={name.toLowerCase()} />
      </Column>
    </ChatProvider>
  );
}

const Root = styled.main`
  max-inline-size: 1240px;
  margin-inline: auto;

  h1 {
    margin: 0;
    font-size: 26px;
    font-weight: 650;
    line-height: calc(32 / 26);
    text-wrap: balance;
  }
  header > p {
    max-inline-size: 68ch;
    margin: ${token('space3')} 0 ${token('space6')};
    color: ${token('inkSoft')};
    text-wrap: pretty;
  }
`;

const Columns = styled.div`
  display: flex;
  flex-wrap: wrap;
  align-items: flex-start;
  gap: ${token('space6')};

  & > :first-child {
    flex: 1 1 260px;
    max-inline-size: 320px;
  }
  @media (max-width: 719.98px) {
    & > :first-child {
      order: 1;
      max-inline-size: none;
    }
  }
`;

const Column = styled.section`
  display: flex;
  flex: 1 1 320px;
  flex-direction: column;
  gap: ${token('space5')};
  min-inline-size: 0;
  max-inline-size: 440px;
`;

const Crashed = styled.div`
  display: grid;
  place-content: center;
  gap: ${token('space4')};
  block-size: 600px;
  border: 1px dashed ${token('outline')};
  border-radius: ${token('radiusFrame')};
  color: ${token('inkSoft')};
`;

const Paper = styled.div`
  block-size: 600px;
  overflow: hidden;
  border-radius: ${token('radiusFrame')};
  box-shadow: ${token('shadowFrame')};
`;
