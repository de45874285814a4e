import type { Clock, Timer } from '../../../lib/index.ts';

/** An open stream as the registry knows it. */
export interface OpenStream {
  /** The server is about to stop: say so and close. */
  reconnect(delayMs: number): void;
  /** Another stream of the session took its place. */
  cut(): void;
  /** The session told a newer token by another way. Only streams that cannot say it themselves mind. */
  renew(tokenExpiresAtMs: number): void;
}

/** All open streams of this process: who is present, how many, and everybody's end. */
export interface StreamRegistry {
  /** Takes a stream in; over 10 of one session, the oldest is cut. Answers how to take it out again. */
  open(sessionId: string, customerKey: string, stream: OpenStream): CloseStream;
  /** Whether the session has a stream, or had a long poll a moment ago. */
  has(sessionId: string): boolean;
  renew(sessionId: string, tokenExpiresAtMs: number): void;
  /** The session has ended; nobody is present by it any more. */
  sessionEnded(sessionId: string, customerKey: string): void;
  /** Tells everybody to come back, spread over 20 s. */
  drain(nextRandom: () => number): void;
  readonly size: number;
}

/** @param lingerMs how long its session still counts as streaming: long polls have pauses. Default 0. */
export type CloseStream = (lingerMs?: number) => void;

/** Whom the registry tells of coming and going; called within `open` and the closing, or by a timer. */
export interface PresenceNews {
  /** The session's first stream came, or its last one went. */
  onSession(sessionId: string, present: boolean): void;
  /** So it is for the customer over all sessions, for 5 s already where it is "gone". */
  onCustomer(customerKey: string, sessionId: string, present: boolean): void;
}

/** Begins empty: after a restart nobody is present until he opens a stream. */
export function createStreamRegistry(clock: Clock, news: PresenceNews): StreamRegistry {
  const streams = new Map<string, Set<OpenStream>>();
  const lingering = new Map<string, number>();
  const customers = createPresence(clock, news);

  function leave(sessionId: string, customerKey: string): void {
    const lingers = lingering.get(sessionId) ?? 0;
    if (streams.has(sessionId) || lingers > 0) return;
    news.onSession(sessionId, false);
    customers.left(customerKey, sessionId);
  }

  function linger(sessionId: string, customerKey: string, lingerMs: number): void {
    lingering.set(sessionId, (lingering.get(sessionId) ?? 0) + 1);
    clock.after(lingerMs, () => {
      const left = (lingering.get(sessionId) ?? 1) - 1;
      if (left > 0) lingering.set(sessionId, left);
      else lingering.delete(sessionId);
      leave(sessionId, customerKey);
    });
  }

  return {
    open(sessionId, customerKey, stream) {
      const known = streams.get(sessionId) ?? new Set();
      const fresh = known.size === 0 && !lingering.has(sessionId);
      streams.set(sessionId, known.add(stream));
      if (fresh) news.onSession(sessionId, true);
      customers.came(customerKey, sessionId);
      const [oldest] = known;
      if (known.size > MAX_STREAMS && oldest) oldest.cut();
      return (lingerMs = 0) => {
        if (!known.delete(stream)) return;
        if (known.size > 0) return;
        if (streams.get(sessionId) === known) streams.delete(sessionId);
        if (lingerMs > 0) linger(sessionId, customerKey, lingerMs);
        leave(sessionId, customerKey);
      };
    },
    has: (sessionId) => streams.has(sessionId) || lingering.has(sessionId),
    renew(sessionId, tokenExpiresAtMs) {
      for (const stream of streams.get(sessionId) ?? []) stream.renew(tokenExpiresAtMs);
    },
    sessionEnded: (sessionId, customerKey) => customers.left(customerKey, sessionId),
    drain(nextRandom) {
      for (const session of [...streams.values()]) {
        for (const stream of [...session]) stream.reconnect(Math.round(nextRandom() * DRAIN_SPREAD_MS));
      }
    },
    get size() {
      let count = 0;
      for (const session of streams.values()) count += session.size;
      return count;
    },
  };
}

const MAX_STREAMS = 10;
const DRAIN_SPREAD_MS = 20_000;
/** A reload or a change of transport is no absence. */
const AWAY_AFTER_MS = 5000;

interface Presence {
  came(customerKey: string, sessionId: string): void;
  left(customerKey: string, sessionId: string): void;
}

function createPresence(clock: Clock, news: PresenceNews): Presence {
  const here = new Map<string, Set<string>>();
  const going = new Map<string, Timer>();
  return {
    came(customerKey, sessionId) {
      const sessions = here.get(customerKey) ?? new Set();
      const fresh = sessions.size === 0 && !going.has(customerKey);
      clock.clear(going.get(customerKey));
      going.delete(customerKey);
      here.set(customerKey, sessions.add(sessionId));
      if (fresh) news.onCustomer(customerKey, sessionId, true);
    },
    left(customerKey, sessionId) {
      const sessions = here.get(customerKey);
      if (!sessions?.delete(sessionId) || sessions.size > 0) return;
      here.delete(customerKey);
      const timer = clock.after(AWAY_AFTER_MS, () => {
        going.delete(customerKey);
        news.onCustomer(customerKey, sessionId, false);
      });
      going.set(customerKey, timer);
    },
  };
}
