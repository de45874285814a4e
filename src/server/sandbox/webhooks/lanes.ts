import { backoffMs, SERVER_CAP_MS, type Clock, type Random, type Timer } from '../../../lib/index.ts';

/** Queues that are worked off side by side, each in order. */
export interface Lanes {
  /** These have work. */
  wake(lanes: Iterable<string>): void;
  start(lanes: Iterable<string>): void;
  /** Resolves when no lane runs; a pause is cut short. */
  stop(): Promise<void>;
}

/** Where the work of a lane comes from, and how one piece of it is done; `settle` false: try again later. */
export interface LaneWork<Job> {
  next(lane: string): Promise<readonly Job[]>;
  settle(job: Job): Promise<boolean>;
}

/** Lanes that retry their first piece with growing pauses until it is done; what comes after it waits. */
export function createLanes<Job>(
  world: { readonly clock: Clock; readonly random: Random },
  work: LaneWork<Job>,
): Lanes {
  const running = new Map<string, Promise<void>>();
  /** Lanes woken while they ran: they look once more before they rest. */
  const woken = new Set<string>();
  const pauses = new Map<string, { timer: Timer; end: () => void }>();
  let stopped = true;

  const pause = (lane: string, failures: number): Promise<void> =>
    new Promise<void>((resolve) => {
      if (stopped) return resolve(); // stopped while the call ran that failed
      const delayMs = backoffMs(failures, world.random.next, SERVER_CAP_MS);
      pauses.set(lane, { timer: world.clock.after(delayMs, resolve), end: resolve });
    }).then(() => void pauses.delete(lane));

  const runLane = async (lane: string): Promise<void> => {
    let failures = 0;
    while (!stopped) {
      woken.delete(lane);
      const jobs = await work.next(lane).catch(() => undefined);
      if (jobs?.length === 0 && !woken.has(lane)) return;
      let done = jobs !== undefined;
      for (const job of jobs ?? []) {
        if (stopped) return;
        done = await work.settle(job).catch(() => false);
        if (!done) break;
        failures = 0;
      }
      if (!done) await pause(lane, failures++);
    }
  };
  const wake = (lane: string): void => {
    woken.add(lane);
    if (stopped || running.has(lane)) return;
    const run = runLane(lane).finally(() => {
      running.delete(lane);
      if (woken.has(lane)) wake(lane);
    });
    running.set(lane, run);
  };
  const wakeAll = (lanes: Iterable<string>): void => {
    for (const lane of lanes) wake(lane);
  };

  return {
    wake: wakeAll,
    start(lanes) {
      stopped = false;
      wakeAll(lanes);
    },
    async stop() {
      stopped = true;
      woken.clear();
      for (const { timer, end } of pauses.values()) {
        world.clock.clear(timer);
        end();
      }
      await Promise.all(running.values());
    },
  };
}
