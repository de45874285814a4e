import { useCallback, useState } from 'react';
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
  const choose = (item?: Item): void =>
    setChosen({ turn: (chosen?.turn ?? 0) + 1, ...(item !== undefined && { item }) });
  return (
    <Page>
      <RecordList section={section} loaded={loaded} chosen={chosen?.item} onChoose={choose} />
      {chosen && (
        <RecordEditor
          key={chosen.turn}
          section={section}
          client={client}
          item={chosen.item}
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
`;
