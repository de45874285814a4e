import type { RowPlace } from './createRowPlace.ts';

/** So near the end one still counts as being there, CSS px. */
const END_REACH_PX = 24;

/**
 * Takes a scroller to where the view is to be, and the view to where a person scrolls.
 * @param isDrawn whether the rows that belong into the document are there.
 * @param redraw puts them there.
 */
export function createRowScroll(place: RowPlace, isDrawn: () => boolean, redraw: () => void): RowScroll {
  let scroller: HTMLElement | undefined;
  let [drawnPx, wide, frame] = [0, 0, 0];
  let tell = (): void => undefined;

  const later = (): void => {
    // Not within a resize observer: what is drawn there would be told to the page as an endless loop.
    frame ||= requestAnimationFrame(() => {
      frame = 0;
      redraw();
      settle();
    });
  };
  const settle = (): void => {
    if (!scroller) return;
    place.follow();
    // Once for both: every reading looks at the layout.
    const endPx = scroller.scrollHeight - scroller.clientHeight;
    if (place.isStuck) place.topPx = endPx;
    if (Math.abs(place.topPx - scroller.scrollTop) >= 0.5) scroller.scrollTop = place.topPx;
    drawnPx = scroller.scrollTop;
    wide = scroller.clientWidth;
    if (isDrawn()) {
      place.aim = undefined;
      if (Math.abs(place.topPx - drawnPx) >= 1) place.topPx = drawnPx;
      if (endPx - drawnPx <= END_REACH_PX) place.isStuck = true;
    }
    // Whoever is told draws: not here what is still to come.
    if (isDrawn()) tell();
    else later();
  };
  const onScroll = (): void => {
    if (!scroller) return;
    const moved = scroller.scrollTop - drawnPx;
    drawnPx += moved;
    // Up, and yet at the end: the rows turned out lower than they were guessed, and nobody scrolled. The way goes on.
    if (moved !== 0 && !(place.aim && moved < 0 && below(scroller) < 1)) {
      place.topPx += moved;
      place.aim = undefined;
      place.upwardsBefore = 0;
      if (below(scroller) <= END_REACH_PX) place.isStuck = true;
      // What has come meanwhile also widens the way to the end: only who moves up leaves it. Another view (a phone that is
      // turned) moves by itself, and is measured in this very frame.
      else if (moved < 0 && scroller.clientHeight === place.viewPx && scroller.clientWidth === wide)
        place.isStuck = false;
      redraw();
    }
    tell();
  };
  return {
    settle,
    later,
    heightPx: () => scroller?.clientHeight ?? 0,
    attach(element, onMove) {
      scroller = element;
      tell = onMove;
      element.addEventListener('scroll', onScroll, { passive: true });
      return () => {
        scroller = undefined;
        element.removeEventListener('scroll', onScroll);
        cancelAnimationFrame(frame);
        frame = 0;
      };
    },
  };
}

/** What `createRowScroll` gives. */
export interface RowScroll {
  /** Brings the scroller to its place, where the layout is done. */
  settle(): void;
  /** The same in the next frame. */
  later(): void;
  /** The view's height, CSS px; 0: hidden, or none. */
  heightPx(): number;
  attach(scroller: HTMLElement, onMove: () => void): () => void;
}

function below({ scrollHeight, clientHeight, scrollTop }: HTMLElement): number {
  return scrollHeight - clientHeight - scrollTop;
}
