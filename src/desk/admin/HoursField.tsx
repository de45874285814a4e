import type { ReactElement } from 'react';
import { styled } from 'styled-components';
import type { Hours } from '../../protocol/desk/index.ts';
import { token } from '../../theme/index.ts';
import { useDeskSpeech } from '../data/DeskContext.tsx';
import { CheckField, TextField } from '../parts/Field.tsx';

const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

/** Opening hours: always, or one span a day. */
export function HoursField({ hours, error, onChange }: HoursFieldProps): ReactElement {
  const { fields, hints, days, ...admin } = useDeskSpeech().words.admin;
  const change = (day: Day, next: Partial<DaySpan>): void =>
    onChange({ ...hours, spans: { ...hours.spans, [day]: { ...hours.spans[day], ...next } } });
  return (
    <fieldset>
      <legend>{fields.hours}</legend>
      {error && <strong role="alert">{error}</strong>}
      <CheckField
        label={admin.alwaysOpen}
        checked={hours.isAlways}
        onCheck={(isAlways) => onChange({ ...hours, isAlways })}
      />
      {!hours.isAlways && (
        <>
          {DAYS.map((day) => (
            <DayRow key={day}>
              <CheckField
                label={days[day]}
                checked={hours.spans[day].isOpen}
                onCheck={(isOpen) => change(day, { isOpen })}
              />
              {(['from', 'to'] as const).map((end) => (
                <input
                  key={end}
                  type="time"
                  aria-label={`${days[day]} ${admin[end]}`}
                  disabled={!hours.spans[day].isOpen}
                  value={hours.spans[day][end]}
                  onChange={(event) => change(day, { [end]: event.currentTarget.value })}
                />
              ))}
            </DayRow>
          ))}
          <TextField
            label={fields.timeZone}
            hint={hints.timeZone}
            value={hours.timeZone}
            onText={(timeZone) => onChange({ ...hours, timeZone })}
          />
        </>
      )}
    </fieldset>
  );
}

/** Properties of `HoursField`. */
export interface HoursFieldProps {
  readonly hours: HoursDraft;
  readonly error?: string | undefined;
  readonly onChange: (hours: HoursDraft) => void;
}

type Day = (typeof DAYS)[number];
type DaySpan = { readonly isOpen: boolean; readonly from: string; readonly to: string };

/** Opening hours as they are set. */
export interface HoursDraft {
  readonly isAlways: boolean;
  readonly timeZone: string;
  readonly spans: Readonly<Record<Day, DaySpan>>;
}

/** Absent hours are "always"; the days then stand ready at nine to five. A second span of a day is not shown. */
export function hoursDraft(hours: Hours | undefined): HoursDraft {
  const spanOf = (day: Day): DaySpan => {
    const found = hours?.spans.find((span) => span.day === day);
    if (found) return { isOpen: true, from: found.from, to: found.to };
    return { isOpen: hours === undefined && day !== 'sat' && day !== 'sun', from: '09:00', to: '17:00' };
  };
  return {
    isAlways: hours === undefined,
    timeZone: hours?.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone,
    spans: {
      mon: spanOf('mon'),
      tue: spanOf('tue'),
      wed: spanOf('wed'),
      thu: spanOf('thu'),
      fri: spanOf('fri'),
      sat: spanOf('sat'),
      sun: spanOf('sun'),
    },
  };
}

/** Hours as they are sent; undefined for "always". */
export function hoursBody({ isAlways, timeZone, spans }: HoursDraft) {
  if (isAlways) return undefined;
  const open = DAYS.filter((day) => spans[day].isOpen);
  return { timeZone, spans: open.map((day) => ({ day, from: spans[day].from, to: spans[day].to })) };
}

const DayRow = styled.div`
  display: grid;
  grid-template-columns: minmax(110px, 1fr) auto auto;
  align-items: center;
  gap: 8px;

  input[type='time'] {
    min-block-size: 32px;
    padding: 2px 8px;
    border: 1px solid ${token('outline')};
    border-radius: 8px;
    background: ${token('canvas')};
  }
  input:disabled {
    opacity: 0.45;
  }
  @media (max-width: 479.98px) {
    grid-template-columns: 1fr 1fr;

    & > :first-child {
      grid-column: 1 / -1;
    }
  }
`;
