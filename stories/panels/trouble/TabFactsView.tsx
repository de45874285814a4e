import type { ReactElement } from 'react';
import { styled } from 'styled-components';
import { useStore } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import { useChatState } from '../../../src/hooks/index.ts';
import { token } from '../../../src/theme/index.ts';
import { factsOf } from './factsOf.ts';
import type { TabFacts } from './factsOf.ts';
import type { TroubledTab } from './openTroubledTab.ts';

/** How many characters of a cursor tell it from its neighbours: it ends in what moves. */
const CURSOR_TAIL = 10;
const time = new Intl.DateTimeFormat('en-GB', { timeStyle: 'medium' });

/** What the tab knows: its line, its place in the log, its outbox, and what its client told last. */
export function TabFactsView({
  tab,
  name,
}: {
  readonly tab: TroubledTab;
  readonly name: string;
}): ReactElement {
  const facts = useChatState(useShallow(factsOf));
  const record = useStore(tab.record);
  const news = useStore(tab.news);
  const leads = useStore(tab.leads);
  const { cursor, transport, streams, frames, tokens } = record;
  return (
    <Root aria-label={`Facts of ${name}`}>
      <Verdict data-good={isGood(facts)}>{verdictOf(facts)}</Verdict>
      <dl>
        <Fact name="Connection" value={facts.connection} />
        <Fact name="Session" value={facts.session} />
        <Fact name="Among the tabs" value={leads ? 'leads' : 'follows'} />
        <Fact name="Carried by" value={`${transport}, stream ${streams}`} />
        <Fact name="Cursor" value={cursor === undefined ? 'none' : `…${cursor.slice(-CURSOR_TAIL)}`} />
        <Fact name="Log" value={`entry ${facts.head}`} />
        <Fact name="Outbox" value={`${facts.outbox} waiting, ${facts.failed} failed`} />
        <Fact name="Frames" value={String(frames)} />
        <Fact name="Tokens" value={String(tokens)} />
      </dl>
      <ol aria-label={`What ${name} told last`}>
        {news.map(({ key, text, atMs }) => (
          <li key={key}>
            <time>{time.format(atMs)}</time> {text}
          </li>
        ))}
      </ol>
    </Root>
  );
}

function Fact({ name, value }: { readonly name: string; readonly value: string }): ReactElement {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}

function isGood({ twice, holes, outbox, failed }: TabFacts): boolean {
  return twice + holes + outbox + failed === 0;
}

function verdictOf(facts: TabFacts): string {
  const { shown, twice, holes, outbox, failed } = facts;
  if (isGood(facts)) return `${shown} messages: nothing lost, nothing twice`;
  const open = [
    [outbox, 'on the way'],
    [failed, 'not sent'],
    [holes, 'missing'],
    [twice, 'twice'],
  ] as const;
  return `${shown} messages: ${open.flatMap(([count, what]) => (count > 0 ? [`${count} ${what}`] : [])).join(', ')}`;
}

const Verdict = styled.p`
  margin: 0 0 ${token('space3')};
  color: ${token('danger')};
  font-weight: 550;

  &[data-good='true'] {
    color: ${token('success')};
  }
`;

const Root = styled.section`
  font-size: ${token('textMeta')};
  font-variant-numeric: tabular-nums;
  line-height: calc(18 / 13);

  dl {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(168px, 1fr));
    gap: ${token('space3')} ${token('space4')};
    margin: 0;
  }
  dt {
    color: ${token('inkSoft')};
    font-size: ${token('textTime')};
  }
  dd {
    margin: 0;
    overflow-wrap: anywhere;
  }
  ol {
    min-block-size: calc(8 * 18em / 13);
    margin: ${token('space4')} 0 0;
    padding: ${token('space3')} 0 0;
    border-block-start: 1px solid ${token('hairline')};
    list-style: none;
  }
  time {
    color: ${token('inkSoft')};
  }
`;
