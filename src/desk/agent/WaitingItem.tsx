import type { ReactElement } from 'react';
import { styled } from 'styled-components';
import type { DeskQueueEntry } from '../../protocol/desk/index.ts';
import { token } from '../../theme/index.ts';
import { useDesk, useDeskSpeech } from '../data/DeskContext.tsx';
import { useNow } from '../parts/useNow.ts';

/** Somebody in the queue: place, name, where they came in, what they need, how long they have waited. */
export function WaitingItem({ entry }: { readonly entry: DeskQueueEntry }): ReactElement {
  const { words, formats, clock } = useDeskSpeech();
  const offsetMs = useDesk((state) => state.serverOffsetMs);
  const waitedMs = Math.max(0, useNow(clock) + offsetMs - Date.parse(entry.queuedAt));
  // Whole seconds that have passed: `countdown` rounds up.
  const shown = formats.countdown(Math.floor(waitedMs / 1000) * 1000);
  const { requiredAttributes } = entry;
  return (
    <Item data-alerting={entry.alerting}>
      <Place title={words.queue.position(entry.position)}>{formats.number(entry.position)}</Place>
      <div>
        <strong>
          <bdi>{entry.customerName}</bdi>
        </strong>
        <span>
          {[
            entry.queueName,
            requiredAttributes.length > 0 && words.queue.needs(requiredAttributes.join(', ')),
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </div>
      <End>
        <time
          role="timer"
          aria-live="off"
          aria-label={words.queue.waited(shown)}
          title={words.queue.waited(shown)}
        >
          {shown}
        </time>
        {entry.alerting && <small>{words.queue.ringing}</small>}
      </End>
    </Item>
  );
}

const Item = styled.li`
  display: flex;
  align-items: center;
  gap: 10px;
  padding: 6px 8px;

  div {
    flex: 1;
    min-inline-size: 0;
  }
  div > * {
    display: block;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  strong {
    font-weight: ${token('weightMedium')};
    line-height: calc(20 / 15);
  }
  div span {
    color: ${token('inkSoft')};
    font-size: ${token('textMeta')};
    line-height: calc(18 / 13);
  }
`;

const Place = styled.span`
  inline-size: 32px;
  color: ${token('inkSoft')};
  font-size: ${token('textMeta')};
  font-variant-numeric: tabular-nums;
  text-align: center;
`;

const End = styled.span`
  align-self: flex-start;
  color: ${token('inkSoft')};
  font-size: ${token('textTime')};
  font-variant-numeric: tabular-nums;
  line-height: calc(20 / 12);
  text-align: end;

  small {
    display: block;
    color: ${token('accentText')};
    font-size: inherit;
    line-height: calc(16 / 12);
  }
`;
