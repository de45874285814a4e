import { useId } from 'react';
import type { ReactElement } from 'react';
import { Row } from './studioStyles.ts';

/** A number between two ends, with its unit, as the token wants it. */
export function RangeField({
  label,
  unit = '',
  value,
  min,
  max,
  step,
  onChange,
}: RangeFieldProps): ReactElement {
  const id = useId();
  return (
    <Row>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="range"
        min={min}
        max={max}
        step={step}
        value={Number.parseFloat(value)}
        aria-valuetext={value}
        onChange={(event) => onChange(`${event.target.value}${unit}`)}
      />
      <output htmlFor={id}>{value}</output>
    </Row>
  );
}

/** Properties of `RangeField`. */
export interface RangeFieldProps {
  readonly label: string;
  readonly unit?: string;
  readonly value: string;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly onChange: (value: string) => void;
}
