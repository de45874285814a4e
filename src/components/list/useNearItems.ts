import { useState } from 'react';
import type { TimelineItem } from '../../model/index.ts';
import { newestSeq } from './newestSeq.ts';

/** So many items at the end a list begins with: more than anybody sees before he scrolls, and a scroll bar is as small already. */
const NEAR = 500;

/**
 * The items at the end: what stands far before them costs nothing until somebody comes near it, however much it is.
 * @param newAfterSeq what came after this entry is near in any case.
 * @param isWhole all of them, from now on.
 */
export function useNearItems(
  items: readonly TimelineItem[],
  newAfterSeq: number | undefined = Infinity,
  isWhole: boolean,
): readonly TimelineItem[] {
  const [kept] = useState<Near>(() => ({ items: [], from: 0, near: [] }));
  let from = isWhole ? 0 : nearFrom(kept, items);
  while (newestSeq(items, from) > newAfterSeq) from = Math.max(0, from - NEAR);
  // A memory of what was found, as in `useTimelineRows`.
  if (kept.items !== items || kept.from !== from)
    Object.assign(kept, { items, from, near: from === 0 ? items : items.slice(from) });
  return kept.near;
}

type Near = {
  readonly items: readonly TimelineItem[];
  readonly from: number;
  readonly near: readonly TimelineItem[];
};

/** Where the near ones begin: at the item where they began before, also when older ones have come. */
function nearFrom({ items: before, from }: Near, items: readonly TimelineItem[]): number {
  if (before.length === 0) return Math.max(0, items.length - NEAR);
  return from === 0 || items[from] === before[from] ? from : Math.max(0, items.length - before.length + from);
}
