import { useRef, useState } from 'react';
import type { RefObject } from 'react';

/** A row of cards that scrolls by itself: which one is first in view, and how to go to another. */
export function useTrack(count: number): Track {
  const track = useRef<HTMLUListElement>(null);
  // Where a press leads while the row still moves: a second press counts from there.
  const aim = useRef<number>(undefined);
  const [current, setCurrent] = useState(0);
  return {
    track,
    current,
    go(by) {
      const to = (aim.current ?? current) + by;
      const card = track.current?.children[to];
      const start = track.current?.firstElementChild;
      if (!(card instanceof HTMLElement) || !(start instanceof HTMLElement)) return;
      aim.current = to;
      setCurrent(to);
      // How it moves is the style sheet's business: smoothly, unless the reader wants no motion.
      track.current?.scrollTo({ left: card.offsetLeft - start.offsetLeft });
    },
    follow() {
      const list = track.current;
      const width = list?.firstElementChild?.clientWidth ?? 0;
      if (!list || width === 0) return;
      // From right to left the offset runs below zero.
      const offset = Math.abs(list.scrollLeft);
      const isAtEnd = offset > 0 && offset >= list.scrollWidth - list.clientWidth - 2;
      const front = isAtEnd ? count - 1 : Math.min(count - 1, Math.round(offset / width));
      if (aim.current !== undefined && aim.current !== front && !isAtEnd) return;
      aim.current = undefined;
      setCurrent(front);
    },
    take: () => void (aim.current = undefined),
  };
}

/** What `useTrack` gives. */
export interface Track {
  readonly track: RefObject<HTMLUListElement | null>;
  /** Index of the card in front. */
  readonly current: number;
  /** One on or back; past the ends nothing happens. */
  readonly go: (by: number) => void;
  /** To be called as it scrolls. */
  readonly follow: () => void;
  /** To be called when a hand takes the row: it goes where that leads it. */
  readonly take: () => void;
}
