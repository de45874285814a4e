import { useId } from 'react';
import type { ReactElement } from 'react';
import { styled } from 'styled-components';
import { token } from '../../../src/theme/index.ts';

/** One of a few, side by side. The first is the one where all is well. */
export function Choice<Value extends string | number>(props: ChoiceProps<Value>): ReactElement {
  const { label, options, value, onChoose } = props;
  const name = useId();
  return (
    <Root>
      <legend>{label}</legend>
      <div>
        {options.map(([each, text], index) => (
          <label key={each} data-wrong={index > 0}>
            <input type="radio" name={name} checked={each === value} onChange={() => onChoose(each)} />
            <span>{text}</span>
          </label>
        ))}
      </div>
    </Root>
  );
}

/** Properties of `Choice`. */
export interface ChoiceProps<Value extends string | number> {
  readonly label: string;
  readonly options: readonly (readonly [Value, string])[];
  readonly value: Value;
  readonly onChoose: (value: Value) => void;
}

const Root = styled.fieldset`
  min-inline-size: 0;
  margin: 0;
  padding: ${token('space2')} 0;
  border: 0;

  legend {
    padding: 0;
    margin-block-end: ${token('space2')};
  }
  & > div {
    display: flex;
    gap: 2px;
    padding: 2px;
    border: 1px solid ${token('outline')};
    border-radius: ${token('radiusControl')};
  }
  label {
    position: relative;
    flex: 1;
  }
  input {
    position: absolute;
    inset: 0;
    margin: 0;
    opacity: 0;
    cursor: pointer;
  }
  span {
    display: grid;
    place-items: center;
    min-block-size: max(30px, ${token('target')} - 6px);
    border-radius: ${token('radiusInner')};
    color: ${token('inkSoft')};
    font-size: ${token('textMeta')};
    white-space: nowrap;
  }
  input:checked + span {
    background: ${token('accentSoft')};
    color: ${token('ink')};
    font-weight: 550;
  }
  [data-wrong='true'] input:checked + span {
    background: ${token('danger')};
    color: ${token('canvas')};
  }
  input:focus-visible + span {
    outline: 2px solid ${token('accentText')};
    outline-offset: 2px;
  }
`;
