import type { Clock, Timer } from '../../lib/index.ts';
import type { TabLocks } from './tabPorts.ts';
import type { TabMessage } from './tabMessage.ts';

/** How often a tab that is looked at asks for a sign of life, and one that is not. */
export const PING_EVERY_MS = { visible: 600, hidden: 10_000 } as const;
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
  readonly locks: TabLocks;
  readonly tabId: () => string;
  /** The highest term that this tab has heard of in an earlier election. */
  readonly term: number;
  readonly isVisible: () => boolean;
  readonly sayLead: (term: number) => void;
  readonly sayPing: (term: number, of: string | undefined) => void;
  readonly onLead: () => void;
  /** A leader made itself known that was not known before. */
  readonly onFollow: () => void;
  readonly onDeposed: () => void;
}

/** Makes an election; nothing is asked before `enter`. */
export function createElection(options: ElectionOptions): Election {
  const { name, clock, locks, isVisible, tabId } = options;
  let { term } = options;
  let isLeading = false;
  let leader: string | undefined;
  let heardAtMs = clock.monotonic();
  let stoleAtMs = -Infinity;
  let giveBack: (() => void) | undefined;
  let timer: Timer | undefined;

  const mode = (): 'visible' | 'hidden' => (isVisible() ? 'visible' : 'hidden');
  const ping = (): void => {
    if (!isLeading) options.sayPing(term, leader);
  };
  const watch = (): void => {
    clock.clear(timer);
    if (isLeading) return;
    timer = clock.after(PING_EVERY_MS[mode()], () => {
      if (clock.monotonic() - heardAtMs > SILENCE_MS[mode()]) steal();
      ping();
      watch();
    });
  };
  // Also where there are no locks: nobody else has one either, and every tab stands alone.
  const held = (): void => {
    if (isLeading) return;
    isLeading = true;
    leader = tabId();
    term += 1;
    clock.clear(timer);
    options.sayLead(term);
    options.onLead();
  };
  const lost = (): void => (isLeading ? stepDown() : enter());
  const ask = (steals = false): void => {
    heardAtMs = clock.monotonic();
    giveBack?.();
    giveBack = locks.request(name, { onHeld: held, onLost: lost, onRefused: held }, steals);
  };
  const steal = (): void => {
    if (clock.monotonic() - stoleAtMs < SILENCE_MS.visible) return; // it is on its way
    stoleAtMs = clock.monotonic();
    ask(true);
  };
  const stepDown = (): void => {
    if (!isLeading) return;
    isLeading = false;
    leader = undefined;
    options.onDeposed();
    enter();
  };
  const enter = (): void => {
    ask();
    ping();
    watch();
  };

  return {
    get isLeading() {
      return isLeading;
    },
    get term() {
      return term;
    },
    get leader() {
      return leader;
    },
    take(message) {
      if (message.type === 'ping') {
        // It follows somebody who is no more, under a term that we never heard of.
        if (!isLeading) return;
        if (message.term >= term && message.of !== tabId()) term = message.term + 1;
        return options.sayLead(term);
      }
      if (isLeading || message.term < term) return;
      const isNew = message.from !== leader || message.term !== term;
      ({ term, from: leader } = message);
      heardAtMs = clock.monotonic();
      if (isNew) options.onFollow();
      if (!message.isVisible && isVisible()) steal();
    },
    look() {
      if (isLeading) return options.sayLead(term);
      ping();
      watch();
    },
    enter,
    ping,
    stepDown,
    leave() {
      clock.clear(timer);
      isLeading = false;
      giveBack?.();
    },
  };
}
