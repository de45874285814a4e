import { useState, useSyncExternalStore } from 'react';
import type { RefObject } from 'react';
import { useLayout } from '../base/useLayout.ts';
import type { Shown } from './createRowPlace.ts';
import type { RowWindow } from './createRowWindow.ts';
import type { Row } from './row.ts';

/**
 * Holds a window of rows over a scroller, and gives which of them are in the document now. `lastOwnKey` brings one to the
 * end: who sends wants to see it go.
 * @param startAt the row to begin with instead of the end; -1: the end.
 */
export function useRowWindow(options: RowWindowOptions): Shown {
  const { list, rows, scroller, content, lastOwnKey, startAt, onMove } = options;
  const [memory] = useState(() => ({ isPlaced: false, ownKey: lastOwnKey, onMove }));
  const { place } = list;
  place.setRows(rows);
  const shown = useSyncExternalStore(list.subscribe, place.shown, place.shown);

  useLayout(() => {
    if (!scroller.current || !content.current) return undefined;
    return list.attach(scroller.current, content.current, () => memory.onMove());
  }, [list, scroller, content, memory]);
  useLayout(() => {
    list.onDrawn(shown);
    const isOwn = lastOwnKey !== undefined && lastOwnKey !== memory.ownKey;
    const isFirst = !memory.isPlaced && rows.length > 0;
    Object.assign(memory, { ownKey: lastOwnKey, isPlaced: memory.isPlaced || isFirst, onMove });
    if (isFirst && startAt >= 0) list.scrollTo(startAt, 'start');
    else if (isOwn) list.stick();
  });
  return shown;
}

/** What `useRowWindow` needs. */
export interface RowWindowOptions {
  readonly list: RowWindow;
  readonly rows: readonly Row[];
  readonly scroller: RefObject<HTMLElement | null>;
  readonly content: RefObject<HTMLElement | null>;
  readonly lastOwnKey: string | undefined;
  readonly startAt: number;
  /** Told as the list scrolls or is measured. */
  readonly onMove: () => void;
}
