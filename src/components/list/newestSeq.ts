import type { TimelineItem } from '../../model/index.ts';

/** The youngest entry among the first `end` items: pending messages, and gaps, stand behind it. 0: there is none. */
export function newestSeq(items: readonly TimelineItem[], end = items.length): number {
  for (let at = end - 1; at >= 0; at--) {
    const item = items[at];
    const seq = item?.kind === 'message' ? item.message.seq : item?.kind === 'system' ? item.seq : undefined;
    if (seq !== undefined) return seq;
  }
  return 0;
}
