/** Takes back what a subscription began. Calling it twice is fine. */
export type Unsubscribe = () => void;

/** The reading half of an emitter: what owners hand out. */
export interface Observable<T> {
  /** Calls `listener` for each value from now on, in the order of subscription. */
  subscribe(listener: (value: T) => void): Unsubscribe;
}

/** The writing half; stays with its owner. */
export interface Emitter<T> extends Observable<T> {
  emit(value: T): void;
  /** Forgets every listener. */
  clear(): void;
}

/**
 * One stream of values to many listeners. A listener that throws is reported outside our stack and does not stop
 * the others; a value emitted by a listener waits until the present one has reached everybody, so all see one order.
 * @param report where a listener's fault goes; default: an uncaught error of its own task.
 */
export function createEmitter<T>(report: (fault: unknown) => void = reportLater): Emitter<T> {
  const listeners = new Set<(value: T) => void>();
  const waiting: T[] = [];
  let busy = false;

  const deliver = (value: T): void => {
    for (const listener of [...listeners]) {
      if (!listeners.has(listener)) continue; // removed by a listener before it
      try {
        listener(value);
      } catch (fault) {
        report(fault);
      }
    }
  };

  return {
    subscribe(listener) {
      const own = (value: T): void => listener(value);
      listeners.add(own);
      return () => void listeners.delete(own);
    },
    emit(value) {
      waiting.push(value);
      if (busy) return;
      busy = true;
      // What a listener emits meanwhile joins the end of the line, and this loop still meets it.
      for (const value of waiting) deliver(value);
      waiting.length = 0;
      busy = false;
    },
    clear: () => listeners.clear(),
  };
}

function reportLater(fault: unknown): void {
  queueMicrotask(() => {
    throw fault;
  });
}

declare function queueMicrotask(task: () => void): void;
