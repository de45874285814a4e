import { createRowMeter } from './createRowMeter.ts';
import { createRowPlace } from './createRowPlace.ts';
import type { RowPlace, Shown } from './createRowPlace.ts';
import { createRowScroll } from './createRowScroll.ts';

/** From so many measured rows on their average is worth more than a guess. */
const ENOUGH = 8;

/**
 * Ties a place in a list to a scroller. Nothing is read from the layout or written to it but in the resize observer, where
 * the layout is done, and when a person scrolls: a message that comes makes no layout of its own.
 */
export function createRowWindow(): RowWindow {
  const place = createRowPlace();
  const listeners = new Set<() => void>();
  let drawn = place.shown();
  let isLearned = false;

  const isDrawn = (): boolean => place.shown() === drawn;
  const redraw = (): void => {
    if (!isDrawn()) for (const listener of listeners) listener();
  };
  const scroll = createRowScroll(place, isDrawn, redraw);
  const meter = createRowMeter((heights) => {
    // A hidden list has no heights.
    if (scroll.heightPx() === 0) return;
    place.viewPx = scroll.heightPx();
    heights.forEach((px, key) => place.measure(key, px));
    if (!isLearned && meter.count() >= ENOUGH) {
      isLearned = true;
      place.learn();
    }
    scroll.settle();
  });

  return {
    place,
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    onDrawn: (what) => void (drawn = what),
    attach(element, content, onMove) {
      const ends = [scroll.attach(element, onMove), meter.watch(element), meter.watch(content)];
      return () => {
        for (const end of ends) end();
      };
    },
    watch: meter.watch,
    scrollTo(index, align) {
      if (place.aimAt(index, align)) scroll.later();
    },
    showAll(whole) {
      place.isWhole = whole;
      redraw();
    },
    stick() {
      // Who is there already is taken along when what has come is measured.
      if (place.isStuck) return;
      place.isStuck = true;
      place.aim = undefined;
      scroll.later();
    },
  };
}

/** What `createRowWindow` gives. */
export interface RowWindow {
  readonly place: RowPlace;
  /** Told when other rows belong into the document. */
  subscribe(listener: () => void): () => void;
  /** These rows are in the document. */
  onDrawn(what: Shown): void;
  /** @param onMove told as the list scrolls or is measured. Returns the end of it. */
  attach(scroller: HTMLElement, content: HTMLElement, onMove: () => void): () => void;
  /** Measures a row's element from now on, until the returned function is called. */
  watch(element: Element, key: string): () => void;
  /** `nearest`: no further than need be. */
  scrollTo(index: number, align: 'start' | 'nearest'): void;
  /** Whether all rows are in the document, for paper: at once, not with the next frame. */
  showAll(whole: boolean): void;
  /** To the end, and stays there. */
  stick(): void;
}
