import { useMemo, useState } from 'react';
import type { TimelineItem } from '../../model/index.ts';
import { newestSeq } from './newestSeq.ts';

/** So many items at the end a list begins with: more than anybody sees before he scrolls, and a scroll bar is as small already. */
const NEAR = 500;

/**
 * The items at the end: what stands far before them costs nothing until somebody comes near it, however much it is.
 * @param newAfterSeq what came after this entry is among them in any case.
 * @param isWhole all of them.
 */
export function useNearItems(
  items: readonly TimelineItem[],
  newAfterSeq: number | undefined = Infinity,
  isWhole: boolean,
): NearItems {
  const [begun, setFrom] = useState(() => Math.max(0, items.length - NEAR));
  // Fewer than there were: another conversation.
  const isAll = isWhole || items.length < begun + NEAR || newestSeq(items, begun) > newAfterSeq;
  const from = isAll ? 0 : begun;
  const near = useMemo(() => (from ? items.slice(from) : items), [items, from]);
  return [near, from ? () => setFrom(0) : undefined];
}

/** What `useNearItems` gives: the items, and what brings the others where there are any. */
export type NearItems = readonly [near: readonly TimelineItem[], seeAll: (() => void) | undefined];
