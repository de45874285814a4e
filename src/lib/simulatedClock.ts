import type { Clock, Timer } from './clock.ts';

/** A clock that stands still until it is told to move: for tests, stories and the simulation. */
export interface SimulatedClock extends Clock {
  /** Moves both hands by `ms` and runs what falls due, in order of due time, then of creation. */
  advance(ms: number): void;
  /** As `advance`, but lets promises settle between timers. */
  advanceAsync(ms: number): Promise<void>;
  /** Moves only the wall clock, as a user or a time server would. */
  jumpWall(ms: number): void;
  /** Milliseconds until the next timer is due; undefined when none is set. */
  untilNext(): number | undefined;
  /** How many timers are set: a way to prove that nothing was left running. */
  readonly pending: number;
}

/** @param startMs wall time at the start, milliseconds since 1970 UTC; default 2026-01-01. */
export function createSimulatedClock(startMs: number = Date.UTC(2026, 0, 1)): SimulatedClock {
  let wallMs = startMs;
  let monotonicMs = 0;
  let nextId = 1;
  const timers = new Map<number, { dueMs: number; task: () => void }>();

  const earliest = (): [number, { dueMs: number; task: () => void }] | undefined => {
    let found: [number, { dueMs: number; task: () => void }] | undefined;
    for (const entry of timers) if (!found || entry[1].dueMs < found[1].dueMs) found = entry;
    return found;
  };
  const moveTo = (targetMs: number): void => {
    wallMs += targetMs - monotonicMs;
    monotonicMs = targetMs;
  };
  const runNext = (untilMs: number): boolean => {
    const next = earliest();
    if (!next || next[1].dueMs > untilMs) return false;
    timers.delete(next[0]);
    moveTo(Math.max(monotonicMs, next[1].dueMs));
    next[1].task();
    return true;
  };

  return {
    now: () => wallMs,
    monotonic: () => monotonicMs,
    after(delayMs, task) {
      const id = nextId++;
      timers.set(id, { dueMs: monotonicMs + Math.max(0, delayMs), task });
      return id as unknown as Timer;
    },
    clear: (timer) => void timers.delete(timer as unknown as number),
    advance(ms) {
      const untilMs = monotonicMs + ms;
      while (runNext(untilMs));
      moveTo(untilMs);
    },
    async advanceAsync(ms) {
      const untilMs = monotonicMs + ms;
      await settle();
      while (runNext(untilMs)) await settle();
      moveTo(untilMs);
      await settle();
    },
    jumpWall: (ms) => void (wallMs += ms),
    untilNext: () => {
      const next = earliest();
      return next && Math.max(0, next[1].dueMs - monotonicMs);
    },
    get pending() {
      return timers.size;
    },
  };
}

/** Enough turns of the microtask queue for chains of awaits to end. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 20; turn++) await Promise.resolve();
}
