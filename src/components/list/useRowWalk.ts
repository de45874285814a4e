import { useRef, useState } from 'react';
import type { FocusEvent, KeyboardEvent, RefObject } from 'react';
import { useLayout } from '../base/useLayout.ts';
import type { RowWindow } from './createRowWindow.ts';
import type { Row } from './row.ts';

/**
 * The list is one tab stop; arrow keys walk from message to message, Home and End go to the ends, Escape goes back to the
 * list. The row with the focus stays mounted however far one scrolls, so the focus is never lost.
 * @param seeAll where there are rows before the first: brings them.
 */
export function useRowWalk(
  rows: readonly Row[],
  scroller: RefObject<HTMLElement | null>,
  list: RowWindow,
  seeAll?: () => void,
): RowWalk {
  const [focusedKey, setFocusedKey] = useState<string>();
  const focused = focusedKey === undefined ? -1 : rows.findIndex((row) => row.key === focusedKey);

  const isArrived = useRef(true);
  // A row far off is not shown, and takes no focus, before it is drawn: so this is tried again.
  const arrive = (): void => {
    if (isArrived.current || focusedKey === undefined) return;
    const row = findRow(scroller.current, focusedKey);
    row?.focus({ preventScroll: true });
    isArrived.current = row?.matches(':focus') ?? false;
  };
  const isHoming = useRef(false);

  const walkTo = (index: number | undefined): void => {
    const row = index === undefined ? undefined : rows[index];
    if (!row || index === undefined) return;
    // At the newest message one is at the end, below which only room is left: it counts as seen.
    if (index === rows.length - 1) list.stick();
    else list.scrollTo(index, 'nearest');
    isArrived.current = false;
    setFocusedKey(row.key);
  };
  useLayout(() => {
    if (isHoming.current && !seeAll) {
      isHoming.current = false;
      walkTo(nextIndex('Home', rows, 0));
    }
    arrive();
  });
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    const target = event.target;
    const key = target instanceof HTMLElement ? target.dataset['rowKey'] : undefined;
    const isRow = key !== undefined;
    if (event.target !== event.currentTarget && !isRow) return;
    if (event.key === 'Escape' && isRow) {
      event.stopPropagation();
      event.currentTarget.focus();
      setFocusedKey(undefined);
      return;
    }
    const next = nextIndex(event.key, rows, isRow ? rows.findIndex((row) => row.key === key) : rows.length);
    if (next === undefined) return;
    event.preventDefault();
    // Not all are here yet: once they are.
    if (event.key === 'Home' && seeAll) {
      isHoming.current = true;
      seeAll();
    } else walkTo(next);
  };
  return {
    onKeyDown,
    arrive,
    keepMounted: focused,
    onBlur(event) {
      // No other element: the window lost the focus, or the row that had it is about to be replaced. Neither ends the walk.
      if (event.relatedTarget && !event.currentTarget.contains(event.relatedTarget)) setFocusedKey(undefined);
    },
  };
}

/** What `useRowWalk` gives: for the scroller and the window. */
export interface RowWalk {
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
  readonly onBlur: (event: FocusEvent<HTMLElement>) => void;
  /** To be called as the list is measured and scrolls. */
  readonly arrive: () => void;
  /** The row with the focus, which stays in the document; -1: none. */
  readonly keepMounted: number;
}

function nextIndex(key: string, rows: readonly Row[], from: number): number | undefined {
  const isStop = (row: Row): boolean => row.kind !== 'date' && row.kind !== 'new';
  switch (key) {
    case 'ArrowUp': {
      const above = rows.slice(0, Math.max(0, from)).findLastIndex(isStop);
      return above < 0 ? undefined : above;
    }
    case 'ArrowDown': {
      const below = rows.findIndex((row, index) => index > from && isStop(row));
      return below < 0 ? undefined : below;
    }
    case 'Home': {
      const first = rows.findIndex(isStop);
      return first < 0 ? undefined : first;
    }
    case 'End': {
      const last = rows.findLastIndex(isStop);
      return last < 0 ? undefined : last;
    }
    default:
      return undefined;
  }
}

// No selector made of a key: keys come from outside.
function findRow(scroller: HTMLElement | null, key: string): HTMLElement | undefined {
  const rows = scroller?.querySelectorAll<HTMLElement>('[data-row-key]') ?? [];
  return Array.from(rows).find((row) => row.dataset['rowKey'] === key);
}
