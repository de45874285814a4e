import { useState } from 'react';
import type { TimelineItem } from '../../model/index.ts';
import { timelineRows } from './timelineRows.ts';
import type { TimelineRows } from './timelineRows.ts';

/** `timelineRows` that go on from those of the render before: a message that comes costs a message, not a list. */
export function useTimelineRows(
  items: readonly TimelineItem[],
  dayKey: (atMs: number) => string,
  newAfterSeq: number | undefined,
): TimelineRows {
  const [kept] = useState<{ latest?: TimelineRows }>(() => ({}));
  const { latest } = kept;
  if (latest?.items === items && latest.dayKey === dayKey && latest.newAfterSeq === newAfterSeq)
    return latest;
  // What a render leaves here decides how fast the next one is, never what it gives.
  const made = timelineRows(items, dayKey, newAfterSeq, latest);
  Object.assign(kept, { latest: made });
  return made;
}
