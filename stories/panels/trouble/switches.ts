import { createStore } from 'zustand/vanilla';
import type { StoreApi } from 'zustand/vanilla';

/** What goes wrong at this moment. */
export interface Switches {
  /** Nothing gets through. */
  readonly isCut: boolean;
  /** What the connector answers to everything, new streams among it. */
  readonly refusal: Refusal;
  /** Every request and every frame takes so long; 0 is none. */
  readonly delayMs: number;
  /** Every frame comes twice. */
  readonly doubles: boolean;
  /** How wrong the device's clock is. */
  readonly clockOffsetMs: number;
  /** Whether the same customer has a second tab. */
  readonly hasSecondTab: boolean;
}

/** `none`: it answers as it should. */
export type Refusal = 'none' | '500' | '401';

/** All is well. */
export const ALL_WELL: Switches = {
  isCut: false,
  refusal: 'none',
  delayMs: 0,
  doubles: false,
  clockOffsetMs: 0,
  hasSecondTab: false,
};

/** Makes the switches of one page. */
export function createSwitches(): StoreApi<Switches> {
  return createStore<Switches>(() => ALL_WELL);
}
