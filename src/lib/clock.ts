/** A running timer. Opaque: hand it back to `clear`, nothing else. */
export type Timer = { readonly brand: 'timer' };

/**
 * The only door to time. Every other file takes a `Clock` as a parameter, so a test can turn the hands.
 */
export interface Clock {
  /** Wall clock, milliseconds since 1970 UTC. May jump; use it to show times, never to measure them. */
  now(): number;
  /** Milliseconds since some fixed moment; never goes back. Use it to measure. May stand still while the machine sleeps. */
  monotonic(): number;
  /** Runs `task` once after `delayMs` (0 to 2^31-1). A task that throws does not stop the clock. */
  after(delayMs: number, task: () => void): Timer;
  /** Forgets a timer. Unknown, spent and undefined timers are fine. */
  clear(timer: Timer | undefined): void;
}

/** The platform's own clock. */
export const systemClock: Clock = {
  now: () => Date.now(),
  monotonic: () => performance.now(),
  after: (delayMs, task) => setTimeout(task, delayMs) as unknown as Timer,
  clear: (timer) => clearTimeout(timer as unknown as number | undefined),
};

// The pure rooms compile without DOM and Node types; these three names exist in both worlds.
declare const performance: { now(): number };
declare function setTimeout(task: () => void, delayMs: number): unknown;
declare function clearTimeout(timer: number | undefined): void;
