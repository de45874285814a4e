import { useState } from 'react';
import type { Row } from './row.ts';

/** So many rows at the end may be new at once and rise. */
const RISING = 3;
/** What is pending changes its place by so many rows at most, else it counts as new. */
const SHUFFLED = 8;

const NONE: ReadonlySet<string> = new Set();

/** Keys of the rows that have come at the end since the rows before: they may rise. Always the same object. */
export function useFreshKeys(rows: readonly Row[]): FreshKeys {
  const [kept] = useState(() => ({ rows, keys: NONE }));
  // Kept beside the state: telling React would draw the list twice for each message. What a render that is thrown away
  // leaves here is a row that does not rise.
  if (kept.rows !== rows) Object.assign(kept, { rows, keys: freshKeys(kept.rows, rows) });
  return kept;
}

/** What `useFreshKeys` gives. */
export type FreshKeys = { readonly keys: ReadonlySet<string> };

function freshKeys(before: readonly Row[], after: readonly Row[]): ReadonlySet<string> {
  const last = before.at(-1);
  if (!last || after.at(-1)?.key === last.key) return NONE;
  const known = new Set(before.slice(-SHUFFLED).map((row) => row.key));
  return new Set(after.slice(-RISING).flatMap((row) => (known.has(row.key) ? [] : [row.key])));
}
