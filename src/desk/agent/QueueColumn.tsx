import type { ReactElement } from 'react';
import { styled } from 'styled-components';
import { token } from '../../theme/index.ts';
import { useDesk, useDeskSpeech } from '../data/DeskContext.tsx';
import { AlertCard } from './AlertCard.tsx';
import { ConversationItem } from './ConversationItem.tsx';
import { WaitingItem } from './WaitingItem.tsx';

/** The left column: what rings, what is mine, who waits, what was lately closed. */
export function QueueColumn(): ReactElement {
  const { words } = useDeskSpeech();
  const alerts = useDesk((state) => state.alerts);
  const queue = useDesk((state) => {
    // What rings here stands above as a card.
    const mine = new Set(state.alerts.map((alert) => alert.engagement.id));
    return state.queue.filter((entry) => !mine.has(entry.id));
  });
  const openIds = useDesk((state) => state.openIds);
  const history = useDesk((state) => state.history);
  const isAway = useDesk((state) => state.me?.state === 'away');
  const isNobodyReady = useDesk((state) => state.agents.every((each) => each.state !== 'ready'));
  return (
    <Column aria-label={words.queue.region}>
      {alerts.map((alert) => (
        <AlertCard key={alert.engagement.id} alert={alert} />
      ))}
      {isAway && <Hint>{words.queue.awayHint}</Hint>}
      <Heading>
        {words.queue.mine} <Count>{openIds.length}</Count>
      </Heading>
      {openIds.length === 0 ? (
        <Nothing>{words.queue.noneOpen}</Nothing>
      ) : (
        <List>
          {openIds.map((id) => (
            <ConversationItem key={id} id={id} />
          ))}
        </List>
      )}
      <Heading>
        {words.queue.waiting} <Count>{queue.length}</Count>
      </Heading>
      {queue.length === 0 && <Nothing>{words.queue.nobodyWaits}</Nothing>}
      {queue.length > 0 && isNobodyReady && !isAway && <Hint>{words.queue.noAgents}</Hint>}
      {queue.length > 0 && (
        <List as="ol">
          {queue.map((entry) => (
            <WaitingItem key={entry.id} entry={entry} />
          ))}
        </List>
      )}
      {history.length > 0 && (
        <>
          <Heading>{words.queue.closed}</Heading>
          <List>
            {history.map((head) => (
              <ConversationItem key={head.id} id={head.id} closed={head} />
            ))}
          </List>
        </>
      )}
    </Column>
  );
}

const Column = styled.section`
  display: flex;
  flex-direction: column;
  min-block-size: 0;
  padding: 12px;
  overflow: hidden auto;
  scrollbar-width: thin;
  scrollbar-color: ${token('outline')} transparent;
  border-inline-end: 1px solid ${token('hairline')};
  background: ${token('surface')};
`;

const Heading = styled.h2`
  display: flex;
  align-items: center;
  gap: 6px;
  margin: 16px 8px 6px;
  color: ${token('inkSoft')};
  font-size: ${token('textTime')};
  font-weight: ${token('weightStrong')};
  line-height: calc(16 / 12);

  &:first-child {
    margin-block-start: 4px;
  }
`;

const Count = styled.span`
  font-variant-numeric: tabular-nums;
  font-weight: ${token('weightBody')};
`;

const List = styled.ul`
  display: flex;
  flex-direction: column;
  gap: 2px;
  margin: 0;
  padding: 0;
  list-style: none;
`;

const Nothing = styled.p`
  margin: 0 8px 4px;
  color: ${token('inkSoft')};
  font-size: ${token('textMeta')};
`;

const Hint = styled.p`
  margin: 0 0 8px;
  padding: 10px 12px;
  border-radius: ${token('radiusControl')};
  background: ${token('accentSoft')};
  font-size: ${token('textMeta')};
  line-height: calc(18 / 13);
  text-wrap: pretty;
`;
