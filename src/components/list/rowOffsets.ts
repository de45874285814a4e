import { commonLength } from './commonLength.ts';
import { guessHeight } from './guessHeight.ts';
import type { Row } from './row.ts';

/** Where rows stand, from the heights of those that were measured and a guess for the others. All in CSS px. */
export interface RowOffsets {
  readonly rows: readonly Row[];
  /** Takes other rows; heights stay with their keys. Looks only at rows that are not at their old places. */
  setRows(rows: readonly Row[]): void;
  /** A row's height was measured. Returns by how much it differs from what was taken before. */
  resize(index: number, px: number): number;
  /** From now on rows that were never measured count as much higher or lower than guessed as those that were, together. */
  learn(): void;
  /** Distance of a row's top from the first row's; of the row count: the height of all. */
  topOf(index: number): number;
  /** The row at this distance from the first row's top; the nearest one where there is none. */
  indexAt(px: number): number;
}

/** The prefix sums are valid up to a place and made again from there when asked for: at the end of a list that is next to nothing. */
export function createRowOffsets(): RowOffsets {
  const measured = new Map<string, number>();
  let rows: readonly Row[] = [];
  /** What was measured, as a multiple of what was guessed. */
  let scale = 1;
  /** Tops of the rows, the first `tops.length` of them. */
  let tops: number[] = [0];
  /** What was measured of the first `heights.length` rows: looking up as many keys costs more than all else here. */
  const heights: (number | undefined)[] = [];

  const heightOf = (index: number): number => {
    const row = rows[index];
    const known = index < heights.length ? heights[index] : measured.get(row?.key ?? '');
    return known ?? (row ? Math.round(guessHeight(row) * scale) : 0);
  };
  const forget = (from: number): void => {
    if (tops.length > from + 1) tops.length = from + 1;
  };
  const reach = (index: number): void => {
    for (let at = heights.length; at < index; at++) heights.push(measured.get(rows[at]?.key ?? ''));
    for (let at = tops.length; at <= index; at++) tops.push((tops[at - 1] ?? 0) + heightOf(at - 1));
  };
  const topOf = (index: number): number => {
    reach(index);
    return tops[index] ?? 0;
  };
  return {
    get rows() {
      return rows;
    },
    setRows(next) {
      const same = commonLength(rows, next);
      forget(same);
      if (heights.length > same) heights.length = same;
      rows = next;
    },
    resize(index, px) {
      const key = rows[index]?.key;
      const before = heightOf(index);
      if (key === undefined || (measured.has(key) && before === px)) return 0;
      measured.set(key, px);
      if (index < heights.length) heights[index] = px;
      if (before !== px) forget(index);
      return px - before;
    },
    learn() {
      scale = scaleOf(rows, measured);
      tops = [0];
    },
    topOf,
    indexAt(px) {
      reach(rows.length);
      let [low, high] = [0, rows.length - 1];
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if ((tops[middle] ?? 0) <= px) low = middle;
        else high = middle - 1;
      }
      return Math.max(0, low);
    },
  };
}

/** What the measured rows take, as a multiple of what was guessed; 1 where none of them is measured. */
function scaleOf(rows: readonly Row[], measured: ReadonlyMap<string, number>): number {
  const known = rows.filter(({ key }) => measured.has(key));
  const real = known.reduce((sum, { key }) => sum + (measured.get(key) ?? 0), 0);
  return real / known.reduce((sum, row) => sum + guessHeight(row), 0) || 1;
}
