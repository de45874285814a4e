import { createStore } from 'zustand/vanilla';
import type { StoreApi } from 'zustand/vanilla';
import { initialDeskState } from './deskState.ts';
import type { DeskSignal, DeskState } from './deskState.ts';
import { reduceDesk } from './reduceDesk.ts';

/** The desk's state for readers, and the one way to change it. */
export interface DeskStore {
  readonly readable: Pick<StoreApi<DeskState>, 'getState' | 'getInitialState' | 'subscribe'>;
  fold(signal: DeskSignal): void;
}

/** An empty desk. @param state a first state other than empty: for stories and tests. */
export function createDeskStore(state: DeskState = initialDeskState): DeskStore {
  const store = createStore<DeskState>(() => state);
  return {
    readable: store,
    fold: (signal) => store.setState((before) => reduceDesk(before, signal), true),
  };
}
