import { useRef, useState } from 'react';
import type { RefObject } from 'react';

/** A row of cards that scrolls by itself: which one is first in view, and how to go to another. */
export function useTrack(count: number): Track {
  const track = useRef<HTMLUListElement>(null);
  const [current, setCurrent] = useState(0);
  return {
    track,
    current,
    go(by) {
      const card = track.current?.children[current + by];
      const start = track.current?.firstElementChild;
      if (!(card instanceof HTMLElement) || !(start instanceof HTMLElement)) return;
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
      setCurrent(isAtEnd ? count - 1 : Math.min(count - 1, Math.round(offset / width)));
    },
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
}
