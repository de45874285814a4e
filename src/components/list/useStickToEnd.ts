import { useRef } from 'react';
import type { RefObject } from 'react';
import type { VirtualizerHandle } from 'virtua';
import { useLayout } from '../base/useLayout.ts';

/** So near the end one still counts as being there, CSS px. */
const END_REACH_PX = 24;

/**
 * Keeps the end in view for whoever is there: as rows come, as they are measured, as the keyboard shrinks the list. Who has
 * scrolled up is left in peace. `lastOwnKey` brings one back: who sends wants to see it go.
 * @param setIsAtEnd told whenever that is measured.
 * @param startAt the row to begin with instead of the end; undefined: the end.
 */
export function useStickToEnd(
  virtualizer: RefObject<VirtualizerHandle | null>,
  rowCount: number,
  lastOwnKey: string | undefined,
  startAt: number | undefined,
  setIsAtEnd: (isAtEnd: boolean) => void,
): StickToEnd {
  const isStuck = useRef(true);
  const ownKey = useRef(lastOwnKey);
  const isPlaced = useRef(false);

  const toEnd = (): void => virtualizer.current?.scrollToIndex(rowCount - 1, { align: 'end' });

  useLayout(() => {
    if (!isPlaced.current && rowCount > 1) {
      isPlaced.current = true;
      if (startAt !== undefined) {
        isStuck.current = false;
        virtualizer.current?.scrollToIndex(startAt, { align: 'start' });
        return;
      }
    }
    if (lastOwnKey !== undefined && lastOwnKey !== ownKey.current) isStuck.current = true;
    ownKey.current = lastOwnKey;
    if (isStuck.current) toEnd();
  });

  const below = (): number => {
    const list = virtualizer.current;
    return list ? list.scrollSize - list.viewportSize - list.scrollOffset : 0;
  };
  const measure = (): void => {
    isStuck.current = below() <= END_REACH_PX;
    setIsAtEnd(isStuck.current);
  };
  return {
    onScroll: measure,
    onResize() {
      if (!isStuck.current) measure();
      // Only if need be: this runs inside a resize observer, where every needless move costs another round.
      else if (below() > 1) toEnd();
    },
    goToEnd() {
      isStuck.current = true;
      setIsAtEnd(true);
      toEnd();
    },
  };
}

/** What `useStickToEnd` gives. */
export interface StickToEnd {
  readonly onScroll: () => void;
  readonly onResize: () => void;
  readonly goToEnd: () => void;
}
