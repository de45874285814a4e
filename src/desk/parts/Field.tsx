import { useId } from 'react';
import type { InputHTMLAttributes, ReactElement, ReactNode, SelectHTMLAttributes } from 'react';
import { styled } from 'styled-components';
import { token } from '../../theme/index.ts';

/** A labelled field with a hint and, where something is wrong, a sentence that says so. */
export function Field({ label, hint, error, children }: FieldProps): ReactElement {
  const id = useId();
  const described = [hint && `${id}hint`, error && `${id}error`].filter(Boolean).join(' ');
  return (
    <Root>
      <label htmlFor={id}>{label}</label>
      {children({
        id,
        'aria-invalid': error !== undefined,
        ...(described && { 'aria-describedby': described }),
      })}
      {hint && <small id={`${id}hint`}>{hint}</small>}
      {error && (
        <strong id={`${id}error`} role="alert">
          {error}
        </strong>
      )}
    </Root>
  );
}

/** Properties of `Field`. */
export interface FieldProps {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  /** Draws the control with what ties it to its label. */
  readonly children: (control: ControlProps) => ReactNode;
}

/** What ties a control to its label, hint and error. */
export interface ControlProps {
  readonly id: string;
  readonly 'aria-invalid': boolean;
  readonly 'aria-describedby'?: string;
}

/** A field of one line. */
export function TextField({ label, hint, error, onText, ...rest }: TextFieldProps): ReactElement {
  return (
    <Field label={label} hint={hint} error={error}>
      {(control) => (
        <Input dir="auto" {...rest} {...control} onChange={(event) => onText(event.currentTarget.value)} />
      )}
    </Field>
  );
}

/** Properties of `TextField`; the rest goes to the `input`. */
export interface TextFieldProps extends Omit<InputHTMLAttributes<HTMLInputElement>, 'onChange'> {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  readonly onText: (text: string) => void;
}

/** A choice of one. */
export function SelectField({
  label,
  hint,
  error,
  options,
  onText,
  ...rest
}: SelectFieldProps): ReactElement {
  return (
    <Field label={label} hint={hint} error={error}>
      {(control) => (
        <Select {...rest} {...control} onChange={(event) => onText(event.currentTarget.value)}>
          {options.map(([value, name]) => (
            <option key={value} value={value}>
              {name}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}

/** Properties of `SelectField`; the rest goes to the `select`. */
export interface SelectFieldProps extends Omit<SelectHTMLAttributes<HTMLSelectElement>, 'onChange'> {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  /** Values and their names, in order. */
  readonly options: readonly (readonly [value: string, name: string])[];
  readonly onText: (value: string) => void;
}

/** A yes or no with its words beside it. */
export function CheckField({ label, checked, onCheck }: CheckFieldProps): ReactElement {
  return (
    <Check>
      <input type="checkbox" checked={checked} onChange={(event) => onCheck(event.currentTarget.checked)} />
      {label}
    </Check>
  );
}

/** Properties of `CheckField`. */
export interface CheckFieldProps {
  readonly label: string;
  readonly checked: boolean;
  readonly onCheck: (checked: boolean) => void;
}

const Root = styled.div`
  display: flex;
  flex-direction: column;
  gap: 4px;
  min-inline-size: 0;

  label {
    font-size: ${token('textMeta')};
    font-weight: ${token('weightMedium')};
    line-height: calc(18 / 13);
  }
  small {
    color: ${token('inkSoft')};
    font-size: ${token('textTime')};
    line-height: calc(16 / 12);
    text-wrap: pretty;
  }
  strong {
    color: ${token('danger')};
    font-size: ${token('textTime')};
    font-weight: ${token('weightMedium')};
    line-height: calc(16 / 12);
  }
`;

const control = `
  inline-size: 100%;
  min-block-size: max(36px, ${token('target')});
  padding: 6px 10px;
  border: 1px solid ${token('outline')};
  border-radius: 8px;
  background: ${token('canvas')};
  &[aria-invalid='true'] {
    border-color: ${token('danger')};
  }
  &::placeholder {
    color: ${token('inkSoft')};
  }
`;

const Input = styled.input`
  ${control}
`;

const Select = styled.select`
  ${control}
  font: inherit;
  color: inherit;
`;

const Check = styled.label`
  display: flex;
  align-items: center;
  gap: 8px;
  min-block-size: max(28px, ${token('target')});
  cursor: pointer;

  input {
    inline-size: 16px;
    block-size: 16px;
    margin: 0;
    accent-color: ${token('accent')};
  }
`;
