import type { Row } from './row.ts';
import { createRowOffsets } from './rowOffsets.ts';
import type { RowOffsets } from './rowOffsets.ts';

/** Drawn above and below what is in view, CSS px: what is scrolled to within a frame is there already. */
const MARGIN_PX = 240;
/** Rows further off than that stay until they are so many: one by one each would cost a drawing. */
const SPARE_ROWS = 6;
/** A list whose height is not known yet, CSS px. */
const FIRST_VIEW_PX = 640;

/**
 * Where the view of a list stands, in numbers alone: at the end for whoever is there, on its way to a row, or where the
 * first row in view stays in its place as rows come before it, are measured, or grow by what loads late.
 */
export function createRowPlace(): RowPlace {
  const offsets = createRowOffsets();
  let shown: Shown = { from: 0, to: 0 };

  const keep = (change: () => void): void => keepFirst(place, change);
  const startPx = (): number =>
    place.isStuck ? offsets.topOf(offsets.rows.length) - place.viewPx : place.topPx;

  const place: RowPlace = {
    offsets,
    topPx: 0,
    viewPx: FIRST_VIEW_PX,
    isStuck: true,
    isWhole: false,
    aim: undefined,
    upwardsBefore: 0,
    startPx,
    shown() {
      const count = offsets.rows.length;
      const top = startPx();
      const first = place.isWhole ? 0 : Math.min(offsets.indexAt(top - MARGIN_PX), count);
      const last = offsets.indexAt(top + place.viewPx + MARGIN_PX);
      const end = place.isWhole || place.isStuck ? count : Math.min(count, last + 1);
      const from = isSpare(first - shown.from) ? shown.from : first;
      const to = shown.to <= count && isSpare(shown.to - end) ? shown.to : end;
      if (from !== shown.from || to !== shown.to) shown = { from, to };
      return shown;
    },
    setRows(rows) {
      if (rows !== offsets.rows) keep(() => offsets.setRows(rows));
    },
    learn() {
      keep(offsets.learn);
      // The room that is left free is another now.
      shown = { ...shown };
    },
    measure: (key, px) => measureRow(place, findKey(offsets.rows, key, shown.from), px),
    aimAt(index, align) {
      const key = offsets.rows[index]?.key;
      if (key === undefined) return false;
      const [top, bottomUp] = [offsets.topOf(index), offsets.topOf(index + 1) - place.viewPx];
      if (align === 'nearest' && top >= startPx() && bottomUp <= startPx()) return false;
      place.aim = { key, align: align === 'start' || top < startPx() ? 'start' : 'end' };
      place.isStuck = false;
      place.upwardsBefore = 0;
      place.follow();
      return true;
    },
    follow() {
      const { aim } = place;
      if (!aim) return;
      const index = findKey(offsets.rows, aim.key);
      place.topPx =
        aim.align === 'start' ? offsets.topOf(index) : Math.max(0, offsets.topOf(index + 1) - place.viewPx);
    },
  };
  return place;
}

/** What `createRowPlace` gives. All in CSS px from the first row's top. */
export interface RowPlace {
  readonly offsets: RowOffsets;
  /** Where the view begins, unless it is stuck. */
  topPx: number;
  /** The view's height. */
  viewPx: number;
  /** It stays at the end, whatever comes. */
  isStuck: boolean;
  /** All rows belong into the document, wherever the view stands. */
  isWhole: boolean;
  /** The row it is on its way to: until that is measured, nobody knows where it is. */
  aim: Aim | undefined;
  /** Rows before this one grow upwards, wherever they stand, until somebody scrolls: they came before what is read. */
  upwardsBefore: number;
  /** Where the view begins, stuck or not. */
  startPx(): number;
  /** The rows that belong into the document; the same object until that, or the room between them, changes. */
  shown(): Shown;
  setRows(rows: readonly Row[]): void;
  /** Unmeasured rows count as the measured ones do, from now on. */
  learn(): void;
  measure(key: string, px: number): void;
  /** `nearest`: no further than need be. False where there is nowhere to go. */
  aimAt(index: number, align: 'start' | 'nearest'): boolean;
  /** Goes where the aim is, as far as one knows. */
  follow(): void;
}

/** The rows from `from` up to, but not with, `to`. */
export type Shown = { readonly from: number; readonly to: number };

function isSpare(rows: number): boolean {
  return rows >= 0 && rows <= SPARE_ROWS;
}

type Aim = { readonly key: string; readonly align: 'start' | 'end' };

/** Whatever changes above, the first row in view stays where it is. */
function keepFirst(place: RowPlace, change: () => void): void {
  const { offsets } = place;
  if (place.isStuck) return change();
  // The one that was kept before, as long as nobody scrolls: what stands above it may still grow into the view.
  let index = Math.max(place.upwardsBefore, offsets.indexAt(place.topPx));
  while (index < offsets.rows.length - 1 && !isAnchor(offsets.rows[index])) index++;
  const row = offsets.rows[index];
  const before = offsets.topOf(index);
  change();
  const now = offsets.rows[index]?.key === row?.key ? index : findKey(offsets.rows, row?.key);
  if (now >= 0) place.topPx += offsets.topOf(now) - before;
  // No longer the first of its speaker: it loses its head to what came, and what stands under it must not follow.
  place.upwardsBefore = now > index && offsets.rows[now] !== row ? now + 1 : now;
}

function measureRow(place: RowPlace, index: number, px: number): void {
  const { offsets, topPx, viewPx, upwardsBefore } = place;
  const top = offsets.topOf(index);
  const grown = offsets.resize(index, px);
  // One that begins above the view and ends in its upper half grows upwards.
  if (index < upwardsBefore || (top < topPx && top + px - grown <= topPx + viewPx / 2)) place.topPx += grown;
}

/** From `from` on first: what is asked for is mostly in view. */
function findKey(rows: readonly Row[], key: string | undefined, from = 0): number {
  for (let at = from; at < rows.length; at++) if (rows[at]?.key === key) return at;
  return from > 0 ? findKey(rows, key) : -1;
}

/** Date lines are no anchor: one stays at the top while messages of its day are put under it. */
function isAnchor(row: Row | undefined): boolean {
  return row?.kind !== 'date' && row?.kind !== 'new';
}
