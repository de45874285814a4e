import { useState } from 'react';
import type { TimelineItem } from '../../model/index.ts';

/**
 * Where the "New" line stands: it is drawn when something comes that the reader cannot see, stays where it is while he reads,
 * and goes when he writes.
 * @param seenUpToSeq the newest entry he has seen; undefined: reading is not counted.
 * @param isLooking whether he sees the end of the list now.
 */
export function useUnreadLine(
  items: readonly TimelineItem[],
  seenUpToSeq: number | undefined,
  lastOwnKey: string | undefined,
  isLooking: boolean,
): UnreadLine {
  const unread = seenUpToSeq === undefined ? 0 : countUnread(items, seenUpToSeq);
  const [line, setLine] = useState<Line>(() => ({
    afterSeq: unread > 0 ? seenUpToSeq : undefined,
    lastOwnKey,
  }));
  // Has he written since, what stood above was read.
  const newAfterSeq = line.lastOwnKey === lastOwnKey ? line.afterSeq : undefined;
  if (newAfterSeq === undefined && unread > 0 && !isLooking) setLine({ afterSeq: seenUpToSeq, lastOwnKey });
  return { unread, newAfterSeq };
}

/** What `useUnreadLine` gives. */
export type UnreadLine = { readonly unread: number; readonly newAfterSeq: number | undefined };

type Line = { readonly afterSeq: number | undefined; readonly lastOwnKey: string | undefined };

function countUnread(items: readonly TimelineItem[], seenUpToSeq: number): number {
  let count = 0;
  for (let at = items.length - 1; at >= 0; at--) {
    const item = items[at];
    if (item?.kind !== 'message' || item.message.seq === undefined) continue;
    if (item.message.seq <= seenUpToSeq) break;
    if (!item.message.own) count++;
  }
  return count;
}
