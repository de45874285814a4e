import type { Clock, Random, Timer } from '../../lib/index.ts';
import { SILENCE_MS } from '../../protocol/index.ts';
import type { BrowserHints } from '../chatClient.ts';
import { retryDelayMs } from '../retryDelay.ts';
import type { ConnectionEffect, ConnectionEvent, ConnectionStep } from './connectionMachine.ts';
import { failureOfEnd } from './failure.ts';

/** No hello in so long after opening: a proxy that swallows, or nobody (guarantees 2.3, rule 10). */
export const HANDSHAKE_MS = 10_000;
/** An answer to a probe (rule 8). */
export const PROBE_MS = 3000;
/** A line that has held for so long is stable: the back-off begins at zero again (rule 9). */
export const STABLE_MS = 30_000;
/** A hint starts an attempt within so long, and only once in `HINT_PAUSE_MS` (rule 9). */
export const HINT_WITHIN_MS = 1000;
const HINT_PAUSE_MS = 5000;
/** How often an open line is looked at; a look that is late, or a clock that jumped, by as much asks for a probe. */
const WATCH_MS = 5000;
const ACK_WITHIN_MS = 1000;

/** All the waiting that a connection does. Each step's timers end when the step is left. */
export interface ConnectionTimers {
  enter(step: ConnectionStep): void;
  /** Sets the next attempt and answers how far off it is. */
  wait(effect: Extract<ConnectionEffect, { do: 'wait' }>, isSlow: boolean): number;
  /** Brings the next attempt forward to within a second; one that is under way has no more time than a probe. */
  waitLess(): void;
  /** Counts from the first loss until `endWindow`; begins once. */
  beginWindow(): void;
  endWindow(): void;
  /** Something was heard on the line. */
  heard(): void;
  acknowledgeSoon(): void;
  clearAll(): void;
}

/** What the timers need, and whom they tell. */
export interface ConnectionTimersOptions {
  readonly clock: Clock;
  readonly random: Random;
  readonly hints: BrowserHints;
  readonly reconnectionTimeoutMs: number;
  readonly isUrgent: () => boolean;
  readonly dispatch: (event: ConnectionEvent) => void;
  readonly onHandshakeLate: () => void;
  readonly acknowledge: () => void;
}

/** Makes the timers of one connection. */
export function createConnectionTimers(options: ConnectionTimersOptions): ConnectionTimers {
  return new Timers(options);
}

type Name = 'step' | 'watch' | 'stable' | 'retry' | 'window' | 'acknowledge';

class Timers implements ConnectionTimers {
  readonly #running = new Map<Name, Timer>();
  #hasWindow = false;
  #heardAtMs = 0;
  #hintedAtMs = -Infinity;
  readonly #options: ConnectionTimersOptions;

  constructor(options: ConnectionTimersOptions) {
    this.#options = options;
  }

  enter(step: ConnectionStep): void {
    const isOpen = step === 'line.open' || step === 'line.probing' || step === 'line.renewing';
    this.#clear('step');
    if (step !== 'wait.retry') this.#clear('retry');
    if (step === 'line.opening' || step === 'line.renewing')
      this.#set('step', HANDSHAKE_MS, this.#options.onHandshakeLate);
    if (step === 'line.probing') this.#set('step', PROBE_MS, () => this.#loseSilently());
    if (!isOpen) {
      for (const name of ['watch', 'stable', 'acknowledge'] as const) this.#clear(name);
      return;
    }
    if (this.#running.has('watch')) return; // it was open before
    this.heard();
    this.#watch();
    this.#set('stable', STABLE_MS, () => this.#options.dispatch({ type: 'stable' }));
  }

  wait(effect: Extract<ConnectionEffect, { do: 'wait' }>, isSlow: boolean): number {
    const { random, hints, isUrgent } = this.#options;
    const { failure, attempt } = effect;
    const pace = { ...failure, isSlow, isUrgent: hints.visible() && isUrgent() };
    const delayMs = effect.delayMs ?? retryDelayMs(random, attempt, pace);
    this.#set('retry', delayMs, () => this.#options.dispatch({ type: 'retry-due' }));
    return delayMs;
  }

  waitLess(): void {
    const { clock, random, dispatch, onHandshakeLate } = this.#options;
    if (clock.monotonic() - this.#hintedAtMs < HINT_PAUSE_MS) return;
    this.#hintedAtMs = clock.monotonic();
    if (!this.#running.has('retry')) return this.#set('step', PROBE_MS, onHandshakeLate);
    this.#set('retry', random.next() * HINT_WITHIN_MS, () => dispatch({ type: 'retry-due' }));
  }

  beginWindow(): void {
    if (this.#hasWindow) return;
    this.#hasWindow = true;
    const { reconnectionTimeoutMs, dispatch } = this.#options;
    this.#set('window', reconnectionTimeoutMs, () => dispatch({ type: 'window-over' }));
  }

  endWindow(): void {
    this.#hasWindow = false;
    this.#clear('window');
  }

  heard(): void {
    this.#heardAtMs = this.#options.clock.monotonic();
  }

  acknowledgeSoon(): void {
    if (!this.#running.has('acknowledge')) this.#set('acknowledge', ACK_WITHIN_MS, this.#options.acknowledge);
  }

  clearAll(): void {
    for (const name of [...this.#running.keys()]) this.#clear(name);
    this.#hasWindow = false;
  }

  /** Looks at an open line: too long silent is dead; a late look or a jump of the clock means that the machine slept. */
  #watch(): void {
    const { clock, dispatch } = this.#options;
    const before = { monotonicMs: clock.monotonic(), wallMs: clock.now() };
    this.#set('watch', WATCH_MS, () => {
      const elapsedMs = clock.monotonic() - before.monotonicMs;
      const jumpMs = Math.abs(clock.now() - before.wallMs - elapsedMs);
      this.#watch();
      if (clock.monotonic() - this.#heardAtMs >= SILENCE_MS) this.#loseSilently();
      else if (elapsedMs > 2 * WATCH_MS || jumpMs > WATCH_MS) dispatch({ type: 'hint' });
    });
  }

  #loseSilently(): void {
    this.#options.dispatch({ type: 'lost', failure: failureOfEnd({ type: 'closed' }) });
  }

  #set(name: Name, delayMs: number, task: () => void): void {
    this.#clear(name);
    const timer = this.#options.clock.after(delayMs, () => {
      this.#running.delete(name);
      task();
    });
    this.#running.set(name, timer);
  }

  #clear(name: Name): void {
    this.#options.clock.clear(this.#running.get(name));
    this.#running.delete(name);
  }
}
