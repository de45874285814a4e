import type { ReactElement } from 'react';
import { styled } from 'styled-components';
import { Button } from '../../components/index.ts';
import { token } from '../../theme/index.ts';
import { useDeskSpeech } from '../data/DeskContext.tsx';
import type { Section } from './section.ts';
import type { LoadedCollection } from './useCollection.ts';

/** The records of a section, what they are for, and the way to a new one. */
export function RecordList<Item, Input, Created extends Item>(
  props: RecordListProps<Item, Input, Created>,
): ReactElement {
  const { section, loaded, chosen, onChoose } = props;
  const { items, status, reload } = loaded;
  const { admin } = useDeskSpeech().words;
  const { many, add, empty, about } = admin.sections[section.key];
  return (
    <List aria-label={many}>
      <header>
        <div>
          <h2>{many}</h2>
          <p>{about}</p>
        </div>
        <Button tone={items.length === 0 ? 'primary' : 'quiet'} onClick={() => onChoose()}>
          {add}
        </Button>
      </header>
      {status === 'loading' && items.length === 0 && <p role="status">{admin.loading}</p>}
      {status === 'failed' && (
        <p role="alert">
          {admin.loadFailed}{' '}
          <Button tone="text" onClick={reload}>
            {admin.retry}
          </Button>
        </p>
      )}
      {status === 'loaded' && items.length === 0 && <p>{empty}</p>}
      {items.length > 0 && (
        <ul>
          {items.map((item) => (
            <li key={section.idOf(item)}>
              <button
                type="button"
                aria-current={chosen !== undefined && section.idOf(chosen) === section.idOf(item)}
                onClick={() => onChoose(item)}
              >
                <strong>{section.nameOf(item)}</strong>
                <span>{section.detailOf(item, admin)}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </List>
  );
}

/** Properties of `RecordList`. */
export interface RecordListProps<Item, Input, Created extends Item> {
  readonly section: Section<Item, Input, Created>;
  readonly loaded: LoadedCollection<Item>;
  readonly chosen: Item | undefined;
  /** Undefined asks for a new one. */
  readonly onChoose: (item?: Item) => void;
}

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
  h2 {
    margin: 0;
    font-family: ${token('fontHeading')};
    font-size: ${token('textTitle')};
    font-weight: ${token('weightStrong')};
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
    font-weight: ${token('weightMedium')};
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
