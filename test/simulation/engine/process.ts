import type { Clock, Timer } from '../../../src/lib/index.ts';
import type { Due, Schedule } from './schedule.ts';

/** Something that can stand still or die without a word: a tab, the connector, the contact centre. */
export class Process {
  readonly name: string;
  alive = true;
  frozen = false;
  /** What came while it was frozen. */
  readonly parked: Due[] = [];
  /** Whom to tell of the death: whoever is connected. */
  readonly onDeath = new Set<() => void>();
  /** How far its wall clock is off. */
  skewMs: number;

  constructor(name: string, skewMs = 0) {
    this.name = name;
    this.skewMs = skewMs;
  }

  kill(): void {
    if (!this.alive) return;
    this.alive = false;
    for (const { orElse } of this.parked.splice(0)) orElse?.();
    for (const tell of [...this.onDeath]) tell();
    this.onDeath.clear();
  }
}

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
