import { useCallback, useState } from 'react';
import type { ReactElement } from 'react';
import { styled } from 'styled-components';
import { Button } from '../../components/index.ts';
import { token } from '../../theme/index.ts';
import type { AdminClient } from '../data/adminClient.ts';
import { useDeskSpeech } from '../data/DeskContext.tsx';
import type { DeskFaultCode } from '../data/deskFault.ts';
import { RecordEditor } from './RecordEditor.tsx';
import type { Section } from './section.ts';
import { useCollection } from './useCollection.ts';

/** A list of records, and beside it the one that is being made or changed. */
export function SectionPage<Item, Input, Created extends Item>(
  props: SectionPageProps<Item, Input, Created>,
): ReactElement {
  const { section, client, onExpired } = props;
  const { words } = useDeskSpeech();
  const { admin } = words;
  const { many, add, empty, about } = admin.sections[section.key];
  const onFault = useCallback((code: DeskFaultCode) => code === 'signed-out' && onExpired(), [onExpired]);
  const { items, status, reload } = useCollection<Item, Input>(section.collection(client), onFault);
  // The editor is new for every choice, so that nothing of the last record stays in it.
  const [chosen, setChosen] = useState<{ readonly turn: number; readonly item?: Item }>();
  const choose = (item?: Item): void =>
    setChosen({ turn: (chosen?.turn ?? 0) + 1, ...(item !== undefined && { item }) });
  return (
    <Page>
      <List aria-label={many}>
        <header>
          <div>
            <h1>{many}</h1>
            <p>{about}</p>
          </div>
          <Button tone={items.length === 0 ? 'primary' : 'quiet'} onClick={() => choose()}>
            {add}
          </Button>
        </header>
        {status === 'loading' && items.length === 0 && <p role="status">{admin.loading}</p>}
        {status === 'failed' && (
          <p role="alert">
            {admin.loadFailed}{' '}
            <Button tone="text" onClick={() => void reload()}>
              {admin.retry}
            </Button>
          </p>
        )}
        {status === 'loaded' && items.length === 0 && <p>{empty}</p>}
        <ul>
          {items.map((item) => (
            <li key={section.idOf(item)}>
              <button
                type="button"
                aria-current={chosen?.item !== undefined && section.idOf(chosen.item) === section.idOf(item)}
                onClick={() => choose(item)}
              >
                <strong>{section.nameOf(item)}</strong>
                <span>{section.detailOf(item, admin)}</span>
              </button>
            </li>
          ))}
        </ul>
      </List>
      {chosen && (
        <RecordEditor
          key={chosen.turn}
          section={section}
          client={client}
          item={chosen.item}
          onSaved={() => void reload()}
          onRemoved={() => {
            setChosen(undefined);
            void reload();
          }}
          onExpired={onExpired}
        />
      )}
    </Page>
  );
}

/** Properties of `SectionPage`. */
export interface SectionPageProps<Item, Input, Created extends Item> {
  readonly section: Section<Item, Input, Created>;
  readonly client: AdminClient;
  readonly onExpired: () => void;
}

const Page = styled.main`
  display: grid;
  grid-template-columns: minmax(280px, 2fr) minmax(320px, 3fr);
  min-block-size: 0;
`;

const List = styled.section`
  min-block-size: 0;
  padding: 20px 24px;
  overflow: hidden auto;

  header {
    display: flex;
    flex-wrap: wrap;
    align-items: flex-start;
    justify-content: space-between;
    gap: 12px;
    margin-block-end: 16px;
  }
  h1 {
    margin: 0;
    font-family: ${token('fontHeading')};
    font-size: ${token('textTitle')};
    font-weight: 650;
    line-height: calc(24 / 17);
  }
  p {
    max-inline-size: 36em;
    margin: 0;
    color: ${token('inkSoft')};
    text-wrap: pretty;
  }
  ul {
    margin: 0 -12px;
    padding: 0;
    list-style: none;
  }
  li button {
    display: block;
    inline-size: 100%;
    padding: 8px 12px;
    border: 0;
    border-radius: ${token('radiusControl')};
    background: transparent;
    text-align: start;
    cursor: pointer;
  }
  li button:hover {
    background: ${token('hover')};
  }
  li button[aria-current='true'] {
    background: ${token('accentSoft')};
  }
  li strong {
    display: block;
    font-weight: 550;
  }
  li span {
    display: block;
    overflow: hidden;
    color: ${token('inkSoft')};
    font-size: ${token('textMeta')};
    line-height: calc(18 / 13);
    text-overflow: ellipsis;
    white-space: nowrap;
  }
`;
