import { useState } from 'react';
import { systemClock } from '../../lib/index.ts';
import type { Clock } from '../../lib/index.ts';
import type { Row } from './row.ts';

/** So many rows at the end may be new at once and rise. */
const RISING = 3;
/** What is pending changes its place by so many rows at most, else it counts as new. */
const SHUFFLED = 8;
/** So long a row rises (the token `calm`), milliseconds: what comes meanwhile stands at once, or a stream would never rest. */
const RISING_MS = 220;

const NONE: ReadonlySet<string> = new Set();

/** Keys of the rows that have come at the end since the rows before, while none rose: they may rise. Always the same object. */
export function useFreshKeys(rows: readonly Row[], clock: Clock = systemClock): FreshKeys {
  const [kept] = useState(() => ({ rows, keys: NONE, cameMs: -Infinity }));
  // Kept beside the state: telling React would draw the list twice for each message. What a render that is thrown away
  // leaves here is a row that does not rise.
  if (kept.rows !== rows) Object.assign(kept, next(kept, rows, clock.monotonic()));
  return kept;
}

/** What `useFreshKeys` gives. */
export type FreshKeys = { readonly keys: ReadonlySet<string> };

type Kept = FreshKeys & { readonly rows: readonly Row[]; readonly cameMs: number };

function next(before: Kept, rows: readonly Row[], nowMs: number): Kept {
  const keys = freshKeys(before.rows, rows);
  if (keys.size === 0) return { rows, keys, cameMs: before.cameMs };
  return { rows, keys: nowMs - before.cameMs < RISING_MS ? NONE : keys, cameMs: nowMs };
}

function freshKeys(before: readonly Row[], after: readonly Row[]): ReadonlySet<string> {
  const last = before.at(-1);
  if (!last || after.at(-1)?.key === last.key) return NONE;
  const known = new Set(before.slice(-SHUFFLED).map((row) => row.key));
  return new Set(after.slice(-RISING).flatMap((row) => (known.has(row.key) ? [] : [row.key])));
}
