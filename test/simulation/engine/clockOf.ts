import type { Clock, Timer } from '../../../src/lib/index.ts';
import type { Due, Process } from './process.ts';
import type { Schedule } from './schedule.ts';

/** Wall time at the beginning of every run. */
export const BEGIN_MS = Date.UTC(2026, 0, 1, 9);

/** The clock as a process sees it: its timers die with it, and its wall clock may be wrong. */
export function clockOf(process: Process, schedule: Schedule): Clock {
  return {
    now: () => BEGIN_MS + schedule.nowMs + process.skewMs,
    monotonic: () => schedule.nowMs,
    after: (delayMs, task) => schedule.plan(Math.max(0, delayMs), process, 'timer', task) as unknown as Timer,
    clear(timer) {
      if (timer) (timer as unknown as Due).run = undefined;
    },
  };
}
