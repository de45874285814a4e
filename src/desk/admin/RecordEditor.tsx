import { useId, useState } from 'react';
import type { ReactElement } from 'react';
import { styled } from 'styled-components';
import { Button } from '../../components/index.ts';
import { token } from '../../theme/index.ts';
import type { AdminClient } from '../data/adminClient.ts';
import { useDeskSpeech } from '../data/DeskContext.tsx';
import { DeskFault, faultCode } from '../data/deskFault.ts';
import { CopyId } from '../parts/CopyId.tsx';
import { faultsOf, faultsOfViolations } from './fieldFaults.ts';
import type { FieldFaults, Section } from './section.ts';

/** One record: its form, what a save yields, and its removal after a second thought. */
export function RecordEditor<Item, Input, Created extends Item>(
  props: RecordEditorProps<Item, Input, Created>,
): ReactElement {
  const { section, client, onSaved, onRemoved, onExpired } = props;
  const { words } = useDeskSpeech();
  const { admin } = words;
  const formId = useId();
  const collection = section.collection(client);
  const [item, setItem] = useState<Item | Created | undefined>(props.item);
  const [faults, setFaults] = useState<FieldFaults>({});
  const [said, setSaid] = useState<Said>();
  const { replace } = collection;

  const fail = (fault: unknown): void => {
    const code = faultCode(fault);
    if (code === 'signed-out') onExpired();
    if (fault instanceof DeskFault) setFaults(faultsOfViolations(fault.violations, admin));
    setSaid(
      code === 'conflict'
        ? 'conflict'
        : code === 'invalid'
          ? 'refused'
          : code === 'unreachable'
            ? code
            : 'failed',
    );
  };
  const save = async (body: Readonly<Record<string, unknown>>): Promise<void> => {
    const decoded = section.decoder(body);
    setFaults(decoded.ok ? {} : faultsOf(decoded.faults, body, admin));
    if (!decoded.ok) return setSaid('refused');
    setSaid(undefined);
    try {
      const saved =
        item !== undefined && replace
          ? await replace(section.idOf(item), decoded.value)
          : await collection.create(decoded.value);
      setItem(saved);
      setSaid('saved');
      onSaved();
    } catch (fault) {
      fail(fault);
    }
  };

  return (
    <Pane
      aria-label={item === undefined ? admin.sections[section.key].add : admin.edit(section.nameOf(item))}
    >
      <h2>{item === undefined ? admin.sections[section.key].add : section.nameOf(item)}</h2>
      {item !== undefined && (
        <Ids>
          {section.idsOf(item).map(([key, value]) => (
            <CopyId key={key} label={admin.ids[key]} value={value} />
          ))}
          {section.idsOf(item).some(([key]) => key === 'clientSecret') && <p>{admin.onceOnly}</p>}
        </Ids>
      )}
      {(item === undefined || replace) && (
        <section.Form
          formId={formId}
          client={client}
          item={item}
          faults={faults}
          onSubmit={(body) => void save(body)}
        />
      )}
      <Foot>
        {said && (
          <p role={said === 'saved' ? 'status' : 'alert'} data-tone={said === 'saved' ? 'success' : 'danger'}>
            {admin[said]}
          </p>
        )}
        {item !== undefined && (
          <Removal
            name={section.nameOf(item)}
            onRemove={() => collection.remove(section.idOf(item)).then(onRemoved, fail)}
          />
        )}
        {(item === undefined || replace) && (
          <Button type="submit" form={formId} tone="primary">
            {admin.save}
          </Button>
        )}
      </Foot>
    </Pane>
  );
}

/** Properties of `RecordEditor`. */
export interface RecordEditorProps<Item, Input, Created extends Item> {
  readonly section: Section<Item, Input, Created>;
  readonly client: AdminClient;
  /** Absent for a new one. */
  readonly item: Item | undefined;
  readonly onSaved: () => void;
  readonly onRemoved: () => void;
  readonly onExpired: () => void;
}

type Said = 'saved' | 'conflict' | 'refused' | 'unreachable' | 'failed';
type RemovalProps = { readonly name: string; readonly onRemove: () => Promise<void> };

function Removal({ name, onRemove }: RemovalProps): ReactElement {
  const { admin } = useDeskSpeech().words;
  const [isAsked, setIsAsked] = useState(false);
  if (!isAsked) return <Button onClick={() => setIsAsked(true)}>{admin.remove}</Button>;
  return (
    <Question role="group" aria-label={admin.removeReally(name)}>
      <span>{admin.removeReally(name)}</span>
      <Button onClick={() => void onRemove().then(() => setIsAsked(false))}>{admin.remove}</Button>
      <Button onClick={() => setIsAsked(false)}>{admin.keep}</Button>
    </Question>
  );
}

const Pane = styled.section`
  min-block-size: 0;
  overflow: hidden auto;
  border-inline-start: 1px solid ${token('hairline')};
  background: ${token('surface')};

  h2 {
    margin: 0;
    padding: 20px 20px 0;
    font-family: ${token('fontHeading')};
    font-size: ${token('textTitle')};
    font-weight: 650;
    line-height: calc(24 / 17);
  }
  fieldset small {
    color: ${token('inkSoft')};
    font-size: ${token('textTime')};
    line-height: calc(16 / 12);
  }
  fieldset > strong {
    color: ${token('danger')};
    font-size: ${token('textTime')};
    font-weight: 550;
  }
`;

const Ids = styled.div`
  display: flex;
  flex-direction: column;
  gap: 8px;
  margin: 16px 20px 0;
  padding: 12px;
  border-radius: ${token('radiusControl')};
  background: ${token('canvas')};

  p {
    margin: 0;
    color: ${token('danger')};
    font-size: ${token('textMeta')};
  }
`;

const Foot = styled.footer`
  position: sticky;
  inset-block-end: 0;
  display: flex;
  flex-wrap: wrap;
  align-items: center;
  justify-content: flex-end;
  gap: 8px;
  padding: 12px 20px;
  border-block-start: 1px solid ${token('hairline')};
  background: ${token('surface')};

  p {
    flex: 1 1 12em;
    margin: 0;
    font-size: ${token('textMeta')};
    text-wrap: pretty;
  }
  p[data-tone='success'] {
    color: ${token('success')};
  }
  p[data-tone='danger'] {
    color: ${token('danger')};
  }
`;

const Question = styled.div`
  display: flex;
  flex-wrap: wrap;
  align-items: center;
  gap: 8px;
`;
