/**
 * Keys in order of their UTF-16 code units, in chunks: adding, removing and finding a place cost O(log n) comparisons and a
 * move of at most `CHUNK_KEYS` entries, however many keys there are.
 */
export function createSortedKeys(): SortedKeys {
  /** Never empty chunks; all keys of one are smaller than those of the next. */
  const chunks: string[][] = [];

  /** The chunk where `key` is or belongs: the last that begins at or before it, or the first. */
  function chunkOf(key: string): number {
    let low = 0;
    let high = chunks.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((chunks[middle]?.[0] ?? '') <= key) low = middle + 1;
      else high = middle;
    }
    return Math.max(0, low - 1);
  }

  return {
    add(key) {
      const index = chunkOf(key);
      const chunk = chunks[index];
      if (chunk === undefined) return void chunks.push([key]);
      const at = placeOf(chunk, key);
      if (chunk[at] === key) return;
      // Most keys are the next of their log and so the last of their chunk: `push` is far cheaper than `splice`.
      if (at === chunk.length) chunk.push(key);
      else chunk.splice(at, 0, key);
      if (chunk.length > CHUNK_KEYS) chunks.splice(index + 1, 0, chunk.splice(CHUNK_KEYS >>> 1));
    },
    remove(key) {
      const index = chunkOf(key);
      const chunk = chunks[index];
      if (chunk === undefined) return;
      const at = placeOf(chunk, key);
      if (chunk[at] !== key) return;
      chunk.splice(at, 1);
      if (chunk.length === 0) chunks.splice(index, 1);
    },
    *upwards(from) {
      let index = chunkOf(from);
      for (let at = placeOf(chunks[index] ?? [], from); index < chunks.length; index++, at = 0) {
        const chunk = chunks[index] ?? [];
        for (; at < chunk.length; at++) yield chunk[at] ?? '';
      }
    },
    *downwards(below) {
      let index = below === undefined ? chunks.length - 1 : chunkOf(below);
      let at = below === undefined ? Infinity : placeOf(chunks[index] ?? [], below) - 1;
      for (; index >= 0; index--, at = Infinity) {
        const chunk = chunks[index] ?? [];
        for (at = Math.min(at, chunk.length - 1); at >= 0; at--) yield chunk[at] ?? '';
      }
    },
  };
}

/** An ordered set of keys. It must not change while one of its listings is being walked. */
export interface SortedKeys {
  /** Adding what is there is fine. */
  add(key: string): void;
  /** Removing what is not there is fine. */
  remove(key: string): void;
  /** The keys from this one (inclusive), in order. */
  upwards(from: string): Iterable<string>;
  /** The keys smaller than this one, or all, from the last backwards. */
  downwards(below: string | undefined): Iterable<string>;
}

const CHUNK_KEYS = 256;

/** The index of `key` in the chunk, or where it belongs. */
function placeOf(chunk: readonly string[], key: string): number {
  let low = 0;
  let high = chunk.length;
  // The end first: logs grow there.
  if (high > 0 && (chunk[high - 1] ?? '') < key) return high;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((chunk[middle] ?? '') < key) low = middle + 1;
    else high = middle;
  }
  return low;
}
