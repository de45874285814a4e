/**
 * Measures elements as the layout does, one observer for all of them.
 * @param onMeasured told of all that have changed, once per layout.
 */
export function createRowMeter(onMeasured: (heights: ReadonlyMap<string, number>) => void): RowMeter {
  const keys = new Map<Element, string>();
  const tell: ResizeObserverCallback = (entries) => {
    const heights = new Map<string, number>();
    for (const { target, borderBoxSize } of entries) {
      const key = keys.get(target);
      if (key !== undefined) heights.set(key, borderBoxSize[0]?.blockSize ?? 0);
    }
    onMeasured(heights);
  };
  // There is none on a server.
  const observer = typeof ResizeObserver === 'function' ? new ResizeObserver(tell) : undefined;
  return {
    watch(element, key) {
      if (key !== undefined) keys.set(element, key);
      observer?.observe(element);
      return () => {
        keys.delete(element);
        observer?.unobserve(element);
      };
    },
    count: () => keys.size,
  };
}

/** What `createRowMeter` gives. */
export interface RowMeter {
  /** Measures an element until the returned function is called; one without a key is only told of. */
  watch(element: Element, key?: string): () => void;
  /** How many have keys. */
  count(): number;
}
