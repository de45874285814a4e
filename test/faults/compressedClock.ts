import { performance } from 'node:perf_hooks';
import { systemClock, type Clock, type Timer } from '../../src/lib/index.ts';

/**
 * A clock that runs `speed` times as fast as the wall while this process waits, and as fast as the wall while it works: on a
 * machine that is busy nobody's patience is used up by the work itself. For both ends of a real socket.
 */
export function createCompressedClock(speed: number): CompressedClock {
  const startedAtMs = systemClock.now();
  let elapsedMs = 0;
  let looked = performance.eventLoopUtilization();
  let ticking: Timer | undefined;
  let order = 0;
  let stopped = false;
  const tasks = new Map<Timer, Task>();

  const look = (): void => {
    const now = performance.eventLoopUtilization();
    elapsedMs += Math.min(now.idle - looked.idle, STALL_MS) * speed + (now.active - looked.active);
    looked = now;
  };
  const run = (): void => {
    ticking = undefined;
    look();
    const due = [...tasks.values()]
      .filter((one) => one.atMs <= elapsedMs)
      .sort((a, b) => a.atMs - b.atMs || a.order - b.order);
    for (const one of due) {
      if (!tasks.delete(one.timer)) continue; // an earlier one forgot it
      queueMicrotask(one.task); // what it throws is reported outside, and the others still run
    }
    if (tasks.size > 0) tick();
  };
  const tick = (): void => {
    if (!stopped) ticking ??= systemClock.after(TICK_MS, run);
  };

  return {
    now: () => Math.round(startedAtMs + elapsedMs),
    monotonic: () => elapsedMs,
    after(delayMs, task) {
      if (tasks.size === 0) looked = performance.eventLoopUtilization(); // nobody waited: no time has passed
      const timer: Timer = { brand: 'timer' };
      order += 1;
      tasks.set(timer, { timer, atMs: elapsedMs + Math.max(0, delayMs), order, task });
      tick();
      return timer;
    },
    clear: (timer) => void (timer && tasks.delete(timer)),
    stop() {
      stopped = true;
      systemClock.clear(ticking);
      tasks.clear();
    },
  };
}

/** Runs until it is stopped. Its `now` begins at the wall's. */
export interface CompressedClock extends Clock {
  /** Forgets every timer. */
  stop(): void;
}

/** A clock of the same hands whose wall time is wrong by so much: a device that is set wrong. */
export function skewedClock(clock: Clock, skewMs: number): Clock {
  return { ...clock, now: () => clock.now() + skewMs };
}

/** Resolves after so long. */
export function sleep(clock: Clock, ms: number): Promise<void> {
  return new Promise((resolve) => void clock.after(ms, resolve));
}

interface Task {
  readonly timer: Timer;
  readonly atMs: number;
  readonly order: number;
  readonly task: () => void;
}

const TICK_MS = 2;
/** Waiting between two looks that counts at most. */
const STALL_MS = 2;
