import type { Clock, Timer } from '../lib/index.ts';
import type { ChatEvent } from '../model/index.ts';
import type { ClientTiming } from './chatClient.ts';

/** Idle and grace (axp.md 1.10): no activity for `idleTimeoutMs` warns, `idleShutdownGraceMs` after it the session ends. */
export interface IdleClock {
  /** @param graceEndsAtMs another tab has warned already: the warning goes on to this end (wall clock). */
  start(graceEndsAtMs?: number): void;
  stop(): void;
  /** Somebody is there. Cheap: call it at every key press. */
  activity(): void;
  /** The machine may have slept: a grace that is over by the wall clock is over. */
  check(): void;
}

/** What the clock needs, and whom it tells. */
export interface IdleClockOptions {
  readonly clock: Clock;
  readonly timing: ClientTiming;
  readonly emit: (event: Extract<ChatEvent, { type: `IDLE_${string}` }>) => void;
  readonly onInactive: () => void;
}

/** Makes the idle clock of one client. Not running before `start`; never running with an idle time of 0. */
export function createIdleClock({ clock, timing, emit, onInactive }: IdleClockOptions): IdleClock {
  let status: 'off' | 'counting' | 'grace' = 'off';
  let timer: Timer | undefined;
  let activeAtMs = 0;
  let graceEndsAtMs = 0;

  const stop = (): void => {
    status = 'off';
    clock.clear(timer);
  };
  const end = (): void => {
    stop();
    onInactive();
  };
  const warn = (): void => {
    const graceMs = timing.idleShutdownGraceMs;
    status = 'grace';
    graceEndsAtMs = clock.now() + graceMs;
    timer = clock.after(graceMs, end);
    emit({ type: 'IDLE_TIMEOUT_EXPIRED', atMs: clock.now(), graceMs });
  };
  const count = (): void => {
    const restMs = activeAtMs + timing.idleTimeoutMs - clock.monotonic();
    if (restMs <= 0) warn();
    else timer = clock.after(restMs, count);
  };
  const begin = (): void => {
    status = 'counting';
    activeAtMs = clock.monotonic();
    count();
  };

  return {
    start(endsAtMs) {
      stop();
      if (timing.idleTimeoutMs === 0) return;
      if (endsAtMs === undefined) return begin();
      status = 'grace';
      graceEndsAtMs = endsAtMs;
      timer = clock.after(Math.max(0, endsAtMs - clock.now()), end);
    },
    stop,
    activity() {
      if (status === 'counting') activeAtMs = clock.monotonic();
      if (status !== 'grace') return;
      clock.clear(timer);
      begin();
      emit({ type: 'IDLE_TIMEOUT_RESET' });
    },
    check() {
      if (status === 'grace' && clock.now() >= graceEndsAtMs) end();
    },
  };
}
