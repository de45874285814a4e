import type { Clock, Unsubscribe } from '../../lib/index.ts';
import type { ChatEvent } from '../../model/index.ts';
import { PROVIDER_TIMEOUT_MS } from '../auth/tokenKeeper.ts';
import type { ChatClientOptions, ProvidedToken } from '../chatClient.ts';
import { createLeadingClient, type LeadingClient } from './leadingClient.ts';
import { openOutbox } from '../outbox/indexedDbOutbox.ts';
import type { Seed } from '../live/seed.ts';
import { within } from '../retries.ts';
import { giveUpOrphans } from './giveUpOrphans.ts';
import { plantSeed } from './plantSeed.ts';

/** Where the client with the line sits, in the tab that leads or may come to lead. */
export interface Seat {
  readonly live: () => LeadingClient | undefined;
  /** The client of this tab; until it leads it only knows its token. */
  take(): LeadingClient;
  /** Goes on where another tab stopped. */
  takeOver(): void;
  drop(): void;
  /** A token that the page of this tab fetched by itself: for its own client, now or when it comes to lead. */
  setJwt(token: string): void;
}

/** What a seat needs, and whom it tells. */
export interface SeatOptions {
  readonly options: ChatClientOptions;
  readonly clock: Clock;
  /** What a new client goes on from. */
  readonly seed: () => Seed;
  readonly onEvent: (event: ChatEvent) => void;
  /** Another tab has opened the outbox. */
  readonly onFenced: () => void;
  /** Begins the next start of one that failed. */
  readonly again: () => void;
}

/** An empty seat. */
export function createSeat({ options, clock, seed, onEvent, onFenced, again }: SeatOptions): Seat {
  let live: LeadingClient | undefined;
  let unlive: Unsubscribe | undefined;
  let hasOrphans = false;
  let token: string | undefined;
  let asked: Promise<ProvidedToken> | undefined;

  /** One call of the page for all clients that sit here: one that is dropped leaves its call behind (guarantees, G8). */
  const jwtProvider = (): Promise<ProvidedToken> =>
    (asked ??= within(clock, PROVIDER_TIMEOUT_MS, options.jwtProvider).finally(() => (asked = undefined)));
  const make = (from: Seed): LeadingClient =>
    createLeadingClient(
      { ...options, jwtProvider },
      {
        ...{ openOutbox, onFenced, again, state: from.state },
        prepare: (parts) => plantSeed(parts, from),
        onCaughtUp(core) {
          if (hasOrphans) giveUpOrphans(core);
          hasOrphans = false;
        },
      },
    );
  const take = (): LeadingClient => {
    if (live) return live;
    live = make(seed());
    unlive = live.subscribe((event) => {
      if (event.type === 'TOKEN_EXPIRED') token = undefined;
      onEvent(event);
    });
    if (token !== undefined) live.setJwt(token);
    return live;
  };

  return {
    live: () => live,
    take,
    setJwt(given) {
      token = given;
      live?.setJwt(given);
    },
    takeOver() {
      const taken = take();
      hasOrphans = true;
      taken.takeOver(seed());
    },
    drop() {
      unlive?.();
      live?.dispose();
      live = undefined;
      hasOrphans = false;
    },
  };
}
