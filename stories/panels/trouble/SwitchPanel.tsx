import type { ReactElement } from 'react';
import { styled } from 'styled-components';
import { useStore } from 'zustand';
import { Button } from '../../../src/components/index.ts';
import { token } from '../../../src/theme/index.ts';
import { Choice } from './Choice.tsx';
import type { Trouble } from './openTrouble.ts';
import { ALL_WELL } from './switches.ts';
import type { Switches } from './switches.ts';
import { Toggle } from './Toggle.tsx';

const DAY_MS = 86_400_000;
const SLOW_MS = 2_000;

/** Everything that can be made to go wrong. Red is what is wrong now. */
export function SwitchPanel({ trouble }: { readonly trouble: Trouble }): ReactElement {
  const { switches, dropLine, expireToken, restartConnector, killLeader, agentSays } = trouble;
  const now = useStore(switches);
  const turn = (changed: Partial<Switches>): void => switches.setState(changed);
  return (
    <Root aria-label="Switches">
      <h2>The line</h2>
      <Toggle
        label="Cut the line"
        note="Nothing gets through"
        on={now.isCut}
        onTurn={(isCut) => turn({ isCut })}
      />
      <Toggle
        label="Delay everything"
        note="Requests and frames take two seconds"
        on={now.delayMs > 0}
        onTurn={(on) => turn({ delayMs: on ? SLOW_MS : 0 })}
      />
      <Toggle label="Send every frame twice" on={now.doubles} onTurn={(doubles) => turn({ doubles })} />
      <Button onClick={dropLine}>Break the stream once</Button>

      <h2>The server</h2>
      <Choice
        label="The connector answers"
        options={[
          ['none', 'Well'],
          ['500', '500'],
          ['401', '401'],
        ]}
        value={now.refusal}
        onChoose={(refusal) => turn({ refusal })}
      />
      <Button onClick={expireToken}>Expire the token</Button>
      <Button onClick={() => void restartConnector()}>Restart the connector</Button>

      <h2>The page</h2>
      <Choice
        label="The device’s clock"
        options={[
          [0, 'Right'],
          [-DAY_MS, '−24 h'],
          [DAY_MS, '+24 h'],
        ]}
        value={now.clockOffsetMs}
        onChoose={(clockOffsetMs) => turn({ clockOffsetMs })}
      />
      <Toggle
        label="A second tab"
        note="The same customer, side by side"
        harmless
        on={now.hasSecondTab}
        onTurn={(hasSecondTab) => turn({ hasSecondTab })}
      />
      <Button onClick={killLeader}>Kill the tab that leads</Button>
      <Button onClick={agentSays}>Let the agent write</Button>
      <Button tone="primary" onClick={() => turn({ ...ALL_WELL, hasSecondTab: now.hasSecondTab })}>
        All is well again
      </Button>
    </Root>
  );
}

const Root = styled.section`
  display: flex;
  flex-direction: column;
  gap: ${token('space2')};
  padding: ${token('space5')};
  border: 1px solid ${token('hairline')};
  border-radius: ${token('radiusCard')};
  background: ${token('canvas')};

  h2 {
    margin: ${token('space4')} 0 ${token('space1')};
    color: ${token('inkSoft')};
    font-size: ${token('textTime')};
    font-weight: 650;
    line-height: calc(16 / 12);
    letter-spacing: 0.04em;
    text-transform: uppercase;
  }
  h2:first-child {
    margin-block-start: 0;
  }
  & > button:not([role]) {
    margin-block-start: ${token('space2')};
  }
`;
