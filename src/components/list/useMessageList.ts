import { useEffect, useRef, useState } from 'react';
import type { RefObject } from 'react';
import type { HistoryStatus, TimelineItem } from '../../model/index.ts';
import { useLanguage } from '../base/WordsProvider.tsx';
import { commonLength } from './commonLength.ts';
import type { Shown } from './createRowPlace.ts';
import { createRowWindow } from './createRowWindow.ts';
import type { RowWindow } from './createRowWindow.ts';
import { newestSeq } from './newestSeq.ts';
import type { Row } from './row.ts';
import { useFreshKeys } from './useFreshKeys.ts';
import type { FreshKeys } from './useFreshKeys.ts';
import { useNearItems } from './useNearItems.ts';
import { useRowWalk } from './useRowWalk.ts';
import type { RowWalk } from './useRowWalk.ts';
import { useRowWindow } from './useRowWindow.ts';
import { useTimelineRows } from './useTimelineRows.ts';
import { useUnreadLine } from './useUnreadLine.ts';

/** So near the start older messages are taken in, or asked for, CSS px. */
const START_REACH_PX = 400;

/** The list's behaviour put together: rows, the end, the unread line, the walk, and what is told to the outside. */
export function useMessageList(options: MessageListOptions): MessageListState {
  const { items, history, seenUpToSeq, attentive = true, onSeen, onReachStart } = options;
  const { formats } = useLanguage();
  const scroller = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const [isFoundAtEnd, setIsFoundAtEnd] = useState<boolean>();
  const lastOwnKey = useLastOwn(items);
  const line = useUnreadLine(items, seenUpToSeq, lastOwnKey, attentive && isFoundAtEnd !== false);
  const [list] = useState(createRowWindow);
  const [near, seeAll] = useNearItems(items, line.newAfterSeq, list.place.isWhole);
  const made = useTimelineRows(near, formats.dayKey, line.newAfterSeq);
  const { rows, newAt } = made;
  // Who begins at the "New" line has not seen the end: unknown until the list is measured.
  const isAtEnd = isFoundAtEnd ?? (newAt < 0 || undefined);
  const fresh = useFreshKeys(rows);
  const onMove = (): void => {
    // What React has heard already it would still render for.
    if (list.place.isStuck !== isAtEnd) setIsFoundAtEnd(list.place.isStuck);
    walk.arrive();
    reachStart();
  };
  const shown = useRowWindow({ list, rows, scroller, content, lastOwnKey, startAt: newAt, onMove });
  const walk = useRowWalk(rows, scroller, list, seeAll);

  const newest = newestSeq(items);
  useEffect(() => {
    if (attentive && isAtEnd && newest > (seenUpToSeq ?? newest)) onSeen?.(newest);
  }, [attentive, isAtEnd, newest, seenUpToSeq, onSeen]);

  const reachStart = (): void => {
    if (list.place.startPx() >= START_REACH_PX) return;
    if (seeAll) seeAll();
    else if (history?.status === 'partial') onReachStart?.();
  };
  // A page that does not fill the list gives nothing to scroll: ask on.
  useEffect(reachStart);

  return { rows, fresh, scroller, content, list, shown, walk, isAtEnd, unread: line.unread };
}

/** What `useMessageList` needs; as the properties of `MessageList`. */
export interface MessageListOptions {
  readonly items: readonly TimelineItem[];
  readonly history: HistoryStatus | undefined;
  readonly seenUpToSeq: number | undefined;
  readonly attentive: boolean | undefined;
  readonly onSeen: ((upToSeq: number) => void) | undefined;
  readonly onReachStart: (() => void) | undefined;
}

/** What `useMessageList` gives. */
export interface MessageListState {
  readonly rows: readonly Row[];
  readonly fresh: FreshKeys;
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly content: RefObject<HTMLDivElement | null>;
  readonly list: RowWindow;
  readonly shown: Shown;
  readonly walk: RowWalk;
  /** Undefined: not known yet. */
  readonly isAtEnd: boolean | undefined;
  readonly unread: number;
}

/** Key of the youngest message of one's own. Of a list that grows only what came is looked at. */
function useLastOwn(items: readonly TimelineItem[]): string | undefined {
  const [kept] = useState<{ items: readonly TimelineItem[]; at: number }>(() => ({ items: [], at: -1 }));
  if (kept.items !== items) {
    const from = commonLength(kept.items, items);
    let at = items.length - 1;
    while (at >= 0 && !isOwn(items[at])) at = at === from ? Math.min(at - 1, kept.at) : at - 1;
    // A memory of what was found, as in `useTimelineRows`.
    Object.assign(kept, { items, at });
  }
  return items[kept.at]?.key;
}

function isOwn(item: TimelineItem | undefined): boolean {
  return item?.kind === 'message' && item.message.own;
}
