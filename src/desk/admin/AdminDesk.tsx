import { useState } from 'react';
import type { ReactElement } from 'react';
import { styled } from 'styled-components';
import { token } from '../../theme/index.ts';
import type { AdminClient } from '../data/adminClient.ts';
import { useDeskSpeech } from '../data/DeskContext.tsx';
import { ToolButton } from '../parts/ToolButton.tsx';
import { SectionPage } from './SectionPage.tsx';
import { agents, applications, connectorElements, integrations, pushConfigurations } from './sections.tsx';

const KEYS = ['integrations', 'connectorElements', 'pushConfigurations', 'applications', 'agents'] as const;

/** The administrator's page: five lists, each with its form. */
export function AdminDesk({ client, onExpired, onSignOut }: AdminDeskProps): ReactElement {
  const { words } = useDeskSpeech();
  const [key, setKey] = useState<(typeof KEYS)[number]>('integrations');
  const common = { client, onExpired };
  return (
    <Page>
      <Bar>
        <h1>{words.admin.heading}</h1>
        <ToolButton sign="leave" label={words.bar.signOut} onClick={onSignOut} />
      </Bar>
      <Columns>
        <nav aria-label={words.admin.heading}>
          {KEYS.map((each) => (
            <button
              key={each}
              type="button"
              aria-current={each === key ? 'page' : undefined}
              onClick={() => setKey(each)}
            >
              {words.admin.sections[each].many}
            </button>
          ))}
        </nav>
        {key === 'integrations' && <SectionPage key={key} section={integrations} {...common} />}
        {key === 'connectorElements' && <SectionPage key={key} section={connectorElements} {...common} />}
        {key === 'pushConfigurations' && <SectionPage key={key} section={pushConfigurations} {...common} />}
        {key === 'applications' && <SectionPage key={key} section={applications} {...common} />}
        {key === 'agents' && <SectionPage key={key} section={agents} {...common} />}
      </Columns>
    </Page>
  );
}

/** Properties of `AdminDesk`. */
export interface AdminDeskProps {
  readonly client: AdminClient;
  /** The token died. */
  readonly onExpired: () => void;
  readonly onSignOut: () => void;
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

const Bar = styled.header`
  display: flex;
  align-items: center;
  justify-content: space-between;
  min-block-size: 48px;
  padding-inline: 20px 12px;
  border-block-end: 1px solid ${token('hairline')};

  h1 {
    margin: 0;
    font-family: ${token('fontHeading')};
    font-size: inherit;
    font-weight: ${token('weightStrong')};
  }
`;

const Columns = styled.div`
  display: grid;
  flex: 1;
  grid-template-columns: 200px minmax(0, 1fr);
  grid-template-rows: minmax(0, 1fr);
  min-block-size: 0;

  nav {
    display: flex;
    flex-direction: column;
    gap: 2px;
    padding: 12px;
    border-inline-end: 1px solid ${token('hairline')};
    background: ${token('surface')};
  }
  nav button {
    min-block-size: 36px;
    padding: 6px 12px;
    border: 0;
    border-radius: ${token('radiusControl')};
    background: transparent;
    text-align: start;
    cursor: pointer;
  }
  nav button:hover {
    background: ${token('hover')};
  }
  nav button[aria-current] {
    background: ${token('canvas')};
    box-shadow: 0 0 0 1px ${token('hairline')};
    font-weight: ${token('weightMedium')};
  }
  @media (max-width: 799.98px) {
    grid-template-columns: minmax(0, 1fr);
    grid-template-rows: auto minmax(0, 1fr);

    nav {
      flex-direction: row;
      padding: 6px 12px;
      overflow: auto hidden;
      scrollbar-width: none;
      border-inline-end: 0;
      border-block-end: 1px solid ${token('hairline')};
    }
    nav button {
      flex: none;
    }
  }
`;
