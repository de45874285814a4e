import { useState } from 'react';
import type { ReactElement, ReactNode } from 'react';
import { styled } from 'styled-components';
import { Avatar } from '../../components/index.ts';
import type { DeskCustomer, DeskEngagement } from '../../protocol/desk/index.ts';
import { token } from '../../theme/index.ts';
import { useDesk, useDeskSpeech } from '../data/DeskContext.tsx';
import { lastWords } from './lastWords.ts';
import { PastTranscript } from './PastTranscript.tsx';

/** The right column: who it is, how we know, where from, and what was said before. */
export function CustomerColumn(): ReactElement {
  const { words } = useDeskSpeech();
  const [past, setPast] = useState<DeskEngagement>();
  const conversation = useDesk((state) =>
    state.selectedId === undefined ? undefined : state.conversations[state.selectedId],
  );
  return (
    <>
      <Column aria-label={words.customer.region} data-column="customer">
        {conversation ? (
          <Panel customer={conversation.customer} engagement={conversation.engagement} onPast={setPast} />
        ) : (
          <p>{words.customer.none}</p>
        )}
      </Column>
      {past && <PastTranscript key={past.id} head={past} onClose={() => setPast(undefined)} />}
    </>
  );
}

type PanelProps = {
  readonly customer: DeskCustomer;
  readonly engagement: DeskEngagement;
  readonly onPast: (head: DeskEngagement) => void;
};

function Panel({ customer, engagement, onPast }: PanelProps): ReactElement {
  const { words } = useDeskSpeech();
  const identifiers = Object.entries(customer.identifiers)
    .filter(([key]) => key !== 'customerId')
    .map(([key, values]) => [key, values.join(', ')] as const);
  // Said by the mark beside the name.
  const { verifiedCustomer: _, ...parameters } = engagement.parameters;
  const ids = customer.customerId === undefined ? [] : [[words.customer.id, customer.customerId] as const];
  return (
    <>
      <Who>
        <Avatar participant={{ participantType: 'CUSTOMER', displayName: customer.name }} size={48} />
        <div>
          <h2>
            <bdi>{customer.name}</bdi>
          </h2>
          <Mark
            data-verified={customer.verified}
            title={customer.verified ? words.customer.verifiedHint : words.customer.guestHint}
          >
            {customer.verified ? words.customer.verified : words.customer.guest}
          </Mark>
        </div>
      </Who>
      {engagement.phase !== 'closed' && (
        <Presence data-present={customer.present}>
          {customer.present ? words.customer.here : words.customer.away}
        </Presence>
      )}
      <Part heading={words.customer.identifiers}>
        {ids.length + identifiers.length === 0 ? (
          <p>{words.customer.guestHint}</p>
        ) : (
          <Pairs pairs={[...ids, ...identifiers]} />
        )}
      </Part>
      <Part heading={words.customer.parameters}>
        <Pairs
          pairs={[[words.customer.channel, engagement.integrationName], ...Object.entries(parameters)]}
        />
      </Part>
      <Part heading={words.customer.past}>
        <Past past={customer.past} onPast={onPast} />
      </Part>
    </>
  );
}

type PastProps = { readonly past: readonly DeskEngagement[]; readonly onPast: PanelProps['onPast'] };

function Past({ past, onPast }: PastProps): ReactElement {
  const { words, formats } = useDeskSpeech();
  if (past.length === 0) return <p>{words.customer.noPast}</p>;
  return (
    <ul>
      {past.map((head) => (
        <li key={head.id}>
          <button type="button" onClick={() => onPast(head)}>
            <strong>{formats.moment(Date.parse(head.startedAt))}</strong>
            <span dir="auto">{head.lastMessage ? lastWords(head.lastMessage) : head.integrationName}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

function Part({
  heading,
  children,
}: {
  readonly heading: string;
  readonly children: ReactNode;
}): ReactElement {
  return (
    <section>
      <h3>{heading}</h3>
      {children}
    </section>
  );
}

function Pairs({ pairs }: { readonly pairs: readonly (readonly [string, string])[] }): ReactElement {
  return (
    <dl>
      {pairs.map(([key, value]) => (
        <div key={key}>
          <dt>{key}</dt>
          <dd dir="auto">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

const Column = styled.section`
  min-block-size: 0;
  padding: 16px;
  overflow: hidden auto;
  scrollbar-width: thin;
  scrollbar-color: ${token('outline')} transparent;
  border-inline-start: 1px solid ${token('hairline')};
  font-size: ${token('textMeta')};
  line-height: calc(18 / 13);

  p {
    margin: 0;
    color: ${token('inkSoft')};
    text-wrap: pretty;
  }
  h3 {
    margin: 20px 0 6px;
    color: ${token('inkSoft')};
    font-size: ${token('textTime')};
    font-weight: ${token('weightStrong')};
  }
  dl,
  ul {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  dl > div {
    display: grid;
    grid-template-columns: minmax(72px, 2fr) 3fr;
    gap: 8px;
    padding-block: 3px;
  }
  @media (max-width: 1179.98px) {
    dl > div {
      display: block;
      padding-block: 4px;
    }
  }
  dt {
    color: ${token('inkSoft')};
  }
  dd {
    margin: 0;
  }
  li button {
    display: block;
    inline-size: calc(100% + 16px);
    margin-inline: -8px;
    padding: 6px 8px;
    border: 0;
    border-radius: 8px;
    background: transparent;
    text-align: start;
    cursor: pointer;
  }
  li button:hover {
    background: ${token('hover')};
  }
  li strong {
    display: block;
    font-weight: ${token('weightMedium')};
  }
  li span {
    display: block;
    overflow: hidden;
    color: ${token('inkSoft')};
    text-overflow: ellipsis;
    white-space: nowrap;
  }
`;

const Who = styled.div`
  display: flex;
  align-items: center;
  gap: 12px;

  h2 {
    margin: 0 0 2px;
    font-family: ${token('fontHeading')};
    font-size: ${token('textTitle')};
    font-weight: ${token('weightStrong')};
    line-height: calc(24 / 17);
    text-wrap: balance;
  }
`;

const Mark = styled.span`
  display: inline-block;
  padding: 1px 8px;
  border-radius: 10px;
  background: ${token('hover')};
  color: ${token('inkSoft')};
  font-size: ${token('textTime')};
  font-weight: ${token('weightMedium')};

  &[data-verified='true'] {
    background: color-mix(in oklab, ${token('success')} 12%, ${token('canvas')});
    color: ${token('success')};
  }
`;

const Presence = styled.p`
  display: flex;
  gap: 8px;
  padding-block-start: 12px;

  &::before {
    content: '';
    flex: none;
    inline-size: 8px;
    block-size: 8px;
    margin-block-start: 5px;
    border-radius: 50%;
    background: ${token('outline')};
  }
  &[data-present='true']::before {
    background: ${token('success')};
  }
`;
