import { useCallback, useEffect, useRef, useState } from 'react';
import type { ReactElement } from 'react';
import { styled } from 'styled-components';
import type { AdminClient } from '../data/adminClient.ts';
import type { DeskFaultCode } from '../data/deskFault.ts';
import { RecordEditor } from './RecordEditor.tsx';
import { RecordList } from './RecordList.tsx';
import type { Section } from './section.ts';
import { useCollection } from './useCollection.ts';

/** A list of records, and beside it the one that is being made or changed. */
export function SectionPage<Item, Input, Created extends Item>(
  props: SectionPageProps<Item, Input, Created>,
): ReactElement {
  const { section, client, onExpired } = props;
  const onFault = useCallback((code: DeskFaultCode) => code === 'signed-out' && onExpired(), [onExpired]);
  const loaded = useCollection<Item, Input>(section.collection(client), onFault);
  // The editor is new for every choice, so that nothing of the last record stays in it.
  const [chosen, setChosen] = useState<{ readonly turn: number; readonly item?: Item }>();
  const opener = useRef<Element>(null);
  const choose = (item?: Item): void => {
    opener.current = document.activeElement;
    setChosen({ turn: (chosen?.turn ?? 0) + 1, ...(item !== undefined && { item }) });
  };
  // Whoever goes back to the list is where they left it.
  useEffect(() => {
    if (!chosen && opener.current instanceof HTMLElement) opener.current.focus();
  }, [chosen]);
  return (
    <Page data-chosen={chosen !== undefined}>
      <RecordList section={section} loaded={loaded} chosen={chosen?.item} onChoose={choose} />
      {chosen && (
        <RecordEditor
          key={chosen.turn}
          section={section}
          client={client}
          item={chosen.item}
          onBack={() => setChosen(undefined)}
          onSaved={loaded.reload}
          onRemoved={() => {
            setChosen(undefined);
            loaded.reload();
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

  /* No room for two: the list, or what was chosen of it. */
  @media (max-width: 799.98px) {
    grid-template-columns: minmax(0, 1fr);

    &[data-chosen='true'] > :first-child {
      display: none;
    }
  }
`;
