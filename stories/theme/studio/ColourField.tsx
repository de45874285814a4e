import { useId } from 'react';
import type { ReactElement } from 'react';
import { parseColour } from '../../../src/theme/index.ts';
import { hexOf } from './hexOf.ts';
import { Row } from './studioStyles.ts';

/** One colour: a well to pick from and a field to write into; a notation that the studio cannot read is said so. */
export function ColourField({ label, note, value, onChange }: ColourFieldProps): ReactElement {
  const id = useId();
  const isRead = parseColour(value) !== undefined;
  return (
    <Row>
      <label htmlFor={`${id}text`}>
        {label}
        <small id={`${id}note`}>{isRead ? note : 'Not a colour that can be read here'}</small>
      </label>
      <input
        type="color"
        aria-label={`${label}, picker`}
        value={hexOf(value)}
        onChange={(event) => onChange(event.target.value)}
      />
      <input
        id={`${id}text`}
        aria-describedby={`${id}note`}
        aria-invalid={!isRead}
        spellCheck={false}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </Row>
  );
}

/** Properties of `ColourField`. */
export interface ColourFieldProps {
  readonly label: string;
  readonly note: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}
