import type { Clock, Timer } from '../../../lib/index.ts';

/** Runs the turns of each lane one after the other, and sleeps between them where there is nothing to do yet. */
export interface Lanes {
  /** The lane has a turn now: something was put into it, or what it waited for has happened. */
  kick(lane: string): void;
  /** No further turns; resolves when the running ones have ended. */
  stop(): Promise<void>;
}

/** @param turn answers after how many milliseconds the lane's next turn is due; undefined: when it is kicked. */
export function createLanes(clock: Clock, turn: (lane: string) => Promise<number | undefined>): Lanes {
  const running = new Map<string, Promise<void>>();
  const again = new Set<string>();
  const timers = new Map<string, Timer>();
  let stopped = false;

  async function run(lane: string): Promise<void> {
    let waitMs: number | undefined = 0;
    while (waitMs === 0 && !stopped) {
      again.delete(lane);
      waitMs = await turn(lane);
      if (again.has(lane)) waitMs = 0;
    }
    if (waitMs === undefined || stopped) return;
    timers.set(
      lane,
      clock.after(Math.min(waitMs, MAX_SLEEP_MS), () => kick(lane)),
    );
  }

  function kick(lane: string): void {
    if (stopped) return;
    clock.clear(timers.get(lane));
    timers.delete(lane);
    again.add(lane);
    if (running.has(lane)) return;
    const done = run(lane).finally(() => {
      running.delete(lane);
      if (again.has(lane)) kick(lane); // kicked between the last look and here
    });
    running.set(lane, done);
  }

  return {
    kick,
    async stop() {
      stopped = true;
      for (const timer of timers.values()) clock.clear(timer);
      timers.clear();
      await Promise.all(running.values());
    },
  };
}

const MAX_SLEEP_MS = 3_600_000;
