import type { ListRange } from '../storage/index.ts';

/** Writes that are not in the database yet: the JSON text of each key, or undefined for a deletion. */
export interface WriteSet {
  readonly size: number;
  has(key: string): boolean;
  get(key: string): string | undefined;
  set(key: string, text: string | undefined): void;
  entries(): Iterable<Write>;
  /** Those that a listing of this range must respect, in no order. */
  within(range: ListRange): readonly Write[];
}

/** A key and its new text; undefined: deleted. */
export type Write = readonly [key: string, text: string | undefined];

/** An empty set of writes; the last write of a key wins. */
export function createWriteSet(): WriteSet {
  const writes = new Map<string, string | undefined>();
  return {
    get size() {
      return writes.size;
    },
    has: (key) => writes.has(key),
    get: (key) => writes.get(key),
    set: (key, text) => void writes.set(key, text),
    entries: () => writes.entries(),
    within: ({ prefix, after, before }) =>
      [...writes].filter(
        ([key]) =>
          key.startsWith(prefix) &&
          (after === undefined || key > after) &&
          (before === undefined || key < before),
      ),
  };
}
