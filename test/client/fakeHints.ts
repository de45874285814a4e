import type { BrowserHints } from '../../src/client/index.ts';

/** What a browser tells a page about line and attention, told by hand. */
export interface FakeHints {
  readonly hints: BrowserHints;
  tell(hint: Hint): void;
  /** How many listen. */
  readonly heardBy: number;
}

/** One of the words of a browser. */
export type Hint = Parameters<Parameters<BrowserHints['subscribe']>[0]>[0];

/** Makes it. The line is there, and somebody looks on unless `visible` says otherwise. */
export function createFakeHints(visible = (): boolean => true): FakeHints {
  const listeners = new Set<(hint: Hint) => void>();
  return {
    hints: {
      visible,
      online: () => true,
      subscribe(listener) {
        listeners.add(listener);
        return () => void listeners.delete(listener);
      },
    },
    tell(hint) {
      for (const listener of listeners) listener(hint);
    },
    get heardBy() {
      return listeners.size;
    },
  };
}
