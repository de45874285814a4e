import { memo, useEffect, useState } from 'react';
import type { ReactElement } from 'react';
import { systemClock } from '../../lib/index.ts';
import { useLanguage } from '../base/WordsProvider.tsx';

/** On this page, whichever element it was. */
let hasWritten = false;

/**
 * The clock time of a moment. The first ones of a page are written when what stands around them is painted: before its first
 * time a browser reads all the locales that it knows, which may take longer than drawing a list.
 */
export const ClockTime = memo(function ClockTime({ atMs }: ClockTimeProps): ReactElement {
  const { formats } = useLanguage();
  const [isWritten, write] = useState(hasWritten);
  useEffect(() => {
    if (isWritten) return undefined;
    const timer = systemClock.after(0, () => write((hasWritten = true)));
    return () => systemClock.clear(timer);
  }, [isWritten]);
  return (
    <time dateTime={new Date(atMs).toISOString()} title={isWritten ? formats.moment(atMs) : ''}>
      {isWritten && formats.time(atMs)}
    </time>
  );
});

interface ClockTimeProps {
  /** Wall clock, milliseconds since 1970 UTC. */
  readonly atMs: number;
}
