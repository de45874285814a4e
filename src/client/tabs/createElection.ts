import type { Clock, Random, Timer } from '../../lib/index.ts';
import type { TabLocks } from '../ports/tabPorts.ts';
import type { TabMessage } from './tabMessage.ts';

/**
 * After such a silence a tab that is looked at asks for a sign of life, and one that is not. The answer reaches all tabs, so
 * whoever asks first asks for all of them, however many there are.
 */
export const PING_EVERY_MS = { visible: 500, hidden: 10_000 } as const;
/** A leader that is silent for so long is dead, or frozen with the lock in its hand. */
export const SILENCE_MS = { visible: 1300, hidden: 35_000 } as const;

/**
 * Decides which tab leads. The lock decides; words only find out that it should change hands: when its holder is silent,
 * or hidden while this tab is looked at. Knows nothing of the chat, and cannot know whether a leader that lost its lock
 * has noticed: the fence of the outbox is for that.
 */
export interface Election {
  readonly isLeading: boolean;
  readonly term: number;
  /** Whom we follow, as far as we know. */
  readonly leader: string | undefined;
  /** Stands in line. Call it once. */
  enter(): void;
  take(message: Extract<TabMessage, { type: 'ping' | 'lead' }>): void;
  /** The page is looked at now, or not any more. */
  look(): void;
  ping(): void;
  /** Hands the lead back and stands in line again. */
  stepDown(): void;
  leave(): void;
}

/** What an election needs, and whom it tells. */
export interface ElectionOptions {
  readonly name: string;
  readonly clock: Clock;
  readonly random: Random;
  readonly locks: TabLocks;
  readonly tabId: () => string;
  /** The highest term that this tab has heard of in an earlier election. */
  readonly term: number;
  readonly isVisible: () => boolean;
  /** Whether this tab shows what its leader shows: else it asks on. */
  readonly isInformed: () => boolean;
  readonly sayLead: (term: number) => void;
  readonly sayPing: (term: number, of: string | undefined) => void;
  readonly onLead: () => void;
  /** A leader made itself known that was not known before. */
  readonly onFollow: () => void;
  readonly onDeposed: () => void;
}

/** Makes an election; nothing is asked before `enter`. */
export function createElection(options: ElectionOptions): Election {
  return new LockElection(options);
}

class LockElection implements Election {
  isLeading = false;
  term: number;
  leader: string | undefined;
  #heardAtMs: number;
  #stoleAtMs = -Infinity;
  /** After a sleep, and not answered since. */
  #hasAskedAgain = false;
  #giveBack: (() => void) | undefined;
  #timer: Timer | undefined;
  readonly #options: ElectionOptions;

  constructor(options: ElectionOptions) {
    this.#options = options;
    this.term = options.term;
    this.#heardAtMs = options.clock.monotonic();
  }

  enter(): void {
    this.#ask(false);
    this.ping();
    this.#watch();
  }

  take(message: Extract<TabMessage, { type: 'ping' | 'lead' }>): void {
    if (message.type === 'ping') this.#answer(message);
    else this.#hear(message);
  }

  look(): void {
    if (this.isLeading) {
      this.#options.sayLead(this.term);
      return;
    }
    this.ping();
    this.#watch();
  }

  ping(): void {
    if (!this.isLeading) this.#options.sayPing(this.term, this.leader);
  }

  stepDown(): void {
    if (!this.isLeading) return;
    this.isLeading = false;
    this.leader = undefined;
    this.#options.onDeposed();
    this.enter();
  }

  leave(): void {
    this.#options.clock.clear(this.#timer);
    this.isLeading = false;
    this.#giveBack?.();
  }

  /** It may follow somebody who is no more, under a term that we never heard of. */
  #answer(message: Extract<TabMessage, { type: 'ping' }>): void {
    if (!this.isLeading) return;
    const isStray = message.term >= this.term && message.of !== this.#options.tabId();
    if (isStray) this.term = message.term + 1;
    this.#options.sayLead(this.term);
  }

  #hear(message: Extract<TabMessage, { type: 'lead' }>): void {
    if (this.isLeading || message.term < this.term) return;
    const isNew = message.from !== this.leader || message.term !== this.term;
    this.term = message.term;
    this.leader = message.from;
    this.#hasAskedAgain = false;
    this.#heardAtMs = this.#options.clock.monotonic();
    if (isNew) this.#options.onFollow();
    if (!message.isVisible && this.#options.isVisible()) this.#steal();
  }

  #mode(): 'visible' | 'hidden' {
    return this.#options.isVisible() ? 'visible' : 'hidden';
  }

  #watch(): void {
    const { clock, random, isInformed } = this.#options;
    clock.clear(this.#timer);
    if (this.isLeading) return;
    // Uneven, or all tabs would ask in the same moment.
    const pauseMs = PING_EVERY_MS[this.#mode()] * (1 + random.next() / 4);
    const dueAtMs = clock.monotonic() + pauseMs;
    this.#timer = clock.after(pauseMs, () => {
      const nowMs = clock.monotonic();
      const silentMs = nowMs - this.#heardAtMs;
      // Whoever has slept heard nobody: the leader is asked once more before it counts as silent.
      const hasSlept = nowMs - dueAtMs > SILENCE_MS.visible && !this.#hasAskedAgain;
      if (hasSlept) this.#hasAskedAgain = true;
      else if (silentMs > SILENCE_MS[this.#mode()]) this.#steal();
      if (silentMs >= PING_EVERY_MS[this.#mode()] || !isInformed()) this.ping();
      this.#watch();
    });
  }

  #ask(steals: boolean): void {
    const { clock, locks, name } = this.#options;
    this.#heardAtMs = clock.monotonic();
    this.#giveBack?.();
    // Also where there are no locks: nobody else has one either, and every tab stands alone.
    const held = (): void => this.#held();
    const lost = (): void => (this.isLeading ? this.stepDown() : this.enter());
    this.#giveBack = locks.request(name, { onHeld: held, onLost: lost, onRefused: held }, steals);
  }

  #held(): void {
    if (this.isLeading) return;
    this.isLeading = true;
    this.leader = this.#options.tabId();
    this.term += 1;
    this.#options.clock.clear(this.#timer);
    this.#options.sayLead(this.term);
    this.#options.onLead();
  }

  #steal(): void {
    const nowMs = this.#options.clock.monotonic();
    if (nowMs - this.#stoleAtMs < SILENCE_MS.visible) return; // it is on its way
    this.#stoleAtMs = nowMs;
    this.#ask(true);
  }
}
