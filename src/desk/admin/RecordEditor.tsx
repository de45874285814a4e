import { useEffect, useId, useState } from 'react';
import type { ReactElement } from 'react';
import { styled } from 'styled-components';
import { Button } from '../../components/index.ts';
import { token } from '../../theme/index.ts';
import { useDeskSpeech } from '../data/DeskContext.tsx';
import { CopyId } from '../parts/CopyId.tsx';
import { ToolButton } from '../parts/ToolButton.tsx';
import { useRecord } from './useRecord.ts';
import type { EditedRecordProps } from './useRecord.ts';

/** One record: its form, what a save yields, and its removal after a second thought. */
export function RecordEditor<Item, Input, Created extends Item>(
  props: EditedRecordProps<Item, Input, Created>,
): ReactElement {
  const { section, client, onRemoved } = props;
  const { admin } = useDeskSpeech().words;
  const formId = useId();
  // The way back is shown where the list gives way to the editor, and takes the focus that would be lost with the list.
  useEffect(() => document.getElementById(`${formId}back`)?.focus(), [formId]);
  const { item, faults, said, canSave, save, fail } = useRecord(props);
  const heading = item === undefined ? admin.sections[section.key].add : section.nameOf(item);
  const remove = (id: string): Promise<void> => section.collection(client).remove(id).then(onRemoved, fail);
  return (
    <Pane
      aria-label={item === undefined ? admin.sections[section.key].add : admin.edit(section.nameOf(item))}
    >
      <Head>
        <Back
          id={`${formId}back`}
          sign="back"
          label={admin.sections[section.key].many}
          onClick={props.onBack}
        />
        <h2>{heading}</h2>
      </Head>
      {item !== undefined && (
        <Ids>
          {section.idsOf(item).map(([key, value]) => (
            <CopyId key={key} label={admin.ids[key]} value={value} />
          ))}
          {section.idsOf(item).some(([key]) => key === 'clientSecret') && <p>{admin.onceOnly}</p>}
        </Ids>
      )}
      {canSave && (
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
          <Removal name={section.nameOf(item)} onRemove={() => remove(section.idOf(item))} />
        )}
        {canSave && (
          <Button type="submit" form={formId} tone="primary">
            {admin.save}
          </Button>
        )}
      </Foot>
    </Pane>
  );
}

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
  display: flex;
  flex-direction: column;
  min-block-size: 0;
  overflow: hidden auto;
  border-inline-start: 1px solid ${token('hairline')};
  background: ${token('surface')};

  @media (max-width: 799.98px) {
    border: 0;
  }
  h2 {
    margin: 0;
    font-family: ${token('fontHeading')};
    font-size: ${token('textTitle')};
    font-weight: ${token('weightStrong')};
    line-height: calc(24 / 17);
  }
  form {
    inline-size: 100%;
    max-inline-size: 560px;
  }
  fieldset small {
    color: ${token('inkSoft')};
    font-size: ${token('textTime')};
    line-height: calc(16 / 12);
  }
  fieldset > strong {
    color: ${token('danger')};
    font-size: ${token('textTime')};
    font-weight: ${token('weightMedium')};
  }
`;

const Head = styled.header`
  display: flex;
  align-items: center;
  gap: 8px;
  padding: 20px 20px 0;
`;

const Back = styled(ToolButton)`
  margin-block: -4px;
  margin-inline-start: -8px;

  [dir='rtl'] & svg {
    scale: -1 1;
  }
  @media (min-width: 800px) {
    display: none;
  }
`;

const Ids = styled.div`
  display: flex;
  flex-direction: column;
  gap: 8px;
  max-inline-size: 520px;
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
  margin-block-start: auto;
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
