import type { Clock } from './clock.ts';

/** Resolves after `delayMs`. With 0 what follows is a task of its own: what waits (a key, a tap, a frame) comes first. */
export function pause(clock: Clock, delayMs: number): Promise<void> {
  return new Promise((resolve) => void clock.after(delayMs, resolve));
}
