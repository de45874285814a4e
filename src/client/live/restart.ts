import type { Timer, Unsubscribe } from '../../lib/index.ts';
import type { ClientWorld } from '../chatClient.ts';
import type { ChatClientError } from '../errors.ts';
import { retryDelayMs } from '../retryDelay.ts';

/** After so many starts that failed, the next ones come each 30 to 60 s (guarantees 2.3, rule 9). */
const FAST_STARTS = 10;
/** Each start has tried so often itself before it failed. */
const TRIES_EACH = 3;
/** A sign that things are better starts one attempt within a second, at most this often. */
const WAKE = { withinMs: 1000, everyMs: 5000 } as const;

/** Starts again what could not be started, for as long as the page is open (guarantees, G10). */
export interface Restart {
  /** Another start follows by itself. Answers when at the latest (wall clock); undefined where only a person can go on. */
  later(error: ChatClientError): number | undefined;
  /** There is a fresh token: the start that waits is due. */
  now(): void;
  /** Nothing waits any more. */
  clear(): void;
  /** It stands: the next failure is the first one again. */
  succeeded(): void;
  /** Whether the start that begins now follows one that failed, and nobody asked for it. Answered once. */
  isSilent(): boolean | undefined;
}

/** @param again begins the next start; never called after `clear`. */
export function createRestart(
  { clock, random, hints }: Pick<ClientWorld, 'clock' | 'random' | 'hints'>,
  again: () => void,
): Restart {
  let failures = 0;
  let timer: Timer | undefined;
  let unhint: Unsubscribe | undefined;
  let wokenAtMs = -Infinity;
  let isSilent = false;

  const clear = (): void => {
    clock.clear(timer);
    timer = undefined;
    unhint?.();
    unhint = undefined;
  };
  const plan = (delayMs: number): void => {
    clock.clear(timer);
    timer = clock.after(delayMs, () => {
      clear();
      isSilent = true;
      again();
    });
  };
  const wake = (): void => {
    if (!timer || clock.monotonic() - wokenAtMs < WAKE.everyMs) return;
    wokenAtMs = clock.monotonic();
    plan(random.next() * WAKE.withinMs);
  };
  const delayAfter = ({ code, facts }: ChatClientError): number => {
    failures += 1;
    const isSlow = code === 'no-token' || failures > FAST_STARTS;
    return retryDelayMs(random, failures + TRIES_EACH, { ...facts, isSlow });
  };

  return {
    clear,
    isSilent() {
      const was = isSilent;
      isSilent = false;
      return was;
    },
    succeeded: () => void (failures = 0),
    later(error) {
      clear();
      if (!error.retryable) return undefined;
      const delayMs = delayAfter(error);
      plan(delayMs);
      unhint = hints.subscribe((hint) => {
        if (hint === 'online' || hint === 'visible' || hint === 'restored') wake();
      });
      return clock.now() + delayMs;
    },
    now() {
      if (timer) plan(0);
    },
  };
}
