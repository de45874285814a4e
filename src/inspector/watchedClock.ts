import type { Clock, Timer } from '../lib/index.ts';
import type { PendingTimer } from './traceFacts.ts';

/** A clock that goes as the one behind it does, and knows what is set on it. */
export interface WatchedClock {
  readonly clock: Clock;
  readonly pending: () => readonly PendingTimer[];
}

/** @param onChange told whenever a timer is set, cleared or run. */
export function watchedClock(inner: Clock, onChange: () => void): WatchedClock {
  const timers = new Map<Timer, PendingTimer>();
  let running: PendingTimer | undefined;
  const clock: Clock = {
    now: () => inner.now(),
    monotonic: () => inner.monotonic(),
    after(delayMs, task) {
      const setAtMs = inner.now();
      const rootDelayMs = running?.rootDelayMs ?? delayMs;
      const set: PendingTimer = { delayMs, setAtMs, rootDelayMs, dueAtMs: setAtMs + delayMs };
      const timer: Timer = inner.after(delayMs, () => {
        timers.delete(timer);
        running = set;
        try {
          task();
        } finally {
          running = undefined;
          onChange();
        }
      });
      timers.set(timer, set);
      onChange();
      return timer;
    },
    clear(timer) {
      if (timer && timers.delete(timer)) onChange();
      inner.clear(timer);
    },
  };
  return { clock, pending: () => [...timers.values()] };
}
