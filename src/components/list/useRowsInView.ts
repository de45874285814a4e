import { useState } from 'react';
import type { Row } from './row.ts';

/** So many rows at the end may be new at once and rise. */
const RISING = 3;
/** What is pending changes its place by so many rows at most, else it counts as new. */
const SHUFFLED = 8;

/**
 * What changed since the last rows: whether some were put before (the list then keeps its place from the end) and which
 * came at the end (they may rise). Derived while rendering, since the virtualiser must know in that very render.
 */
export function useRowsInView(rows: readonly Row[]): RowsInView {
  const [view, setView] = useState<RowsInView>({ rows, isPrepended: false, fresh: NONE });
  if (view.rows === rows) return view;
  const next = { rows, isPrepended: isPrepended(view.rows, rows), fresh: freshKeys(view.rows, rows) };
  setView(next);
  return next;
}

/** Rows with what is new about them. */
export type RowsInView = {
  readonly rows: readonly Row[];
  readonly isPrepended: boolean;
  readonly fresh: ReadonlySet<string>;
};

const NONE: ReadonlySet<string> = new Set();

// Date lines are no anchor: one stays at the top while messages of its day are put under it.
function isPrepended(before: readonly Row[], after: readonly Row[]): boolean {
  const first = before.find(isAnchor)?.key;
  return first !== undefined && after.find(isAnchor)?.key !== first && after.some((row) => row.key === first);
}

function isAnchor(row: Row): boolean {
  return row.kind !== 'date' && row.kind !== 'new';
}

function freshKeys(before: readonly Row[], after: readonly Row[]): ReadonlySet<string> {
  const last = before.at(-1);
  if (!last || after.at(-1)?.key === last.key) return NONE;
  const known = new Set(before.slice(-SHUFFLED).map((row) => row.key));
  return new Set(after.slice(-RISING).flatMap((row) => (known.has(row.key) ? [] : [row.key])));
}
