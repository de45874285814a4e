import { useState } from 'react';
import type { HTMLInputTypeAttribute, ReactElement } from 'react';
import type { AdminField } from '../../locales/index.ts';
import { useDeskSpeech } from '../data/DeskContext.tsx';
import { SelectField, TextField } from '../parts/Field.tsx';
import { FormBody } from '../parts/FormBody.ts';
import type { SectionFormProps } from './section.ts';

/** A form of plain fields, described by a list. */
export function SimpleForm(props: SimpleFormProps): ReactElement {
  const { formId, fields, start, faults, onSubmit, bodyOf = (draft) => draft } = props;
  const { words } = useDeskSpeech();
  const { admin } = words;
  const [draft, setDraft] = useState(start);
  return (
    <FormBody
      id={formId}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit(bodyOf(draft));
      }}
    >
      {fields.map(({ name, type, options, hint }) => {
        const common = {
          label: admin.fields[name],
          hint: hint ?? admin.hints[name],
          error: faults[name],
          value: draft[name] ?? '',
          onText: (text: string) => setDraft({ ...draft, [name]: text }),
        };
        return options ? (
          <SelectField key={name} {...common} options={options} />
        ) : (
          <TextField
            key={name}
            {...common}
            type={type ?? 'text'}
            autoComplete={type === 'password' ? 'new-password' : 'off'}
          />
        );
      })}
    </FormBody>
  );
}

/** Properties of `SimpleForm`. */
export interface SimpleFormProps extends Pick<SectionFormProps<unknown>, 'formId' | 'faults' | 'onSubmit'> {
  readonly fields: readonly {
    readonly name: AdminField;
    readonly type?: HTMLInputTypeAttribute;
    readonly options?: readonly (readonly [string, string])[];
    readonly hint?: string;
  }[];
  readonly start: SimpleDraft;
  /** The body out of what was typed; default the same. */
  readonly bodyOf?: (draft: SimpleDraft) => Readonly<Record<string, unknown>>;
}

/** What was typed, by field. */
export type SimpleDraft = Readonly<Partial<Record<AdminField, string>>>;
