import type { TimeHTMLAttributes } from 'react';
import { styled } from 'styled-components';
import { systemClock } from '../../lib/index.ts';
import { token } from '../../theme/index.ts';
import { useLanguage } from '../base/WordsProvider.tsx';
import { withRef } from '../base/withRef.ts';

/** The day that begins here: today and yesterday by name. */
export const DateDivider = withRef<HTMLTimeElement, DateDividerProps>(
  'DateDivider',
  ({ atMs, nowMs = systemClock.now(), ...rest }, ref) => {
    const { formats } = useLanguage();
    return (
      <Root ref={ref} dateTime={new Date(atMs).toISOString().slice(0, 10)} {...rest}>
        {formats.day(atMs, nowMs)}
      </Root>
    );
  },
);

/** Properties of `DateDivider`; the rest goes to its `time`. */
export interface DateDividerProps extends TimeHTMLAttributes<HTMLTimeElement> {
  /** Any moment of that day: wall clock, milliseconds since 1970 UTC. */
  readonly atMs: number;
  /** Default now. */
  readonly nowMs?: number | undefined;
}

const Root = styled.time`
  display: block;
  padding: ${token('space6')} 0 ${token('space3')};
  color: ${token('inkSoft')};
  font-size: ${token('textTime')};
  font-weight: ${token('weightMedium')};
  line-height: calc(16 / 12);
  text-align: center;
`;
