import type { Timer, Unsubscribe } from '../../../lib/index.ts';
import {
  PROTOCOL_VERSION,
  type Heads,
  type LogId,
  type ProblemCode,
  type ServerFrame,
  type SessionId,
} from '../../../protocol/index.ts';
import type { Connector } from '../connector.ts';
import type { News } from '../log/bus.ts';
import { headsOf } from '../log/readLog.ts';
import { readSession } from '../sessions/sessionRecord.ts';
import { isBusy, isTooSlow, type FrameSink, type StreamEnd } from './frameSink.ts';
import { createPump, type Pump } from './pump.ts';
import { readEvents } from './readEvents.ts';
import type { Resumption } from './resume.ts';

/**
 * Opens a stream: hello, what was missed, caught-up, then what happens, heartbeats between. Ends by itself when the token
 * runs out, the session ends, the server stops, or the reader is too slow (1 MiB or 256 entries unsent).
 */
export function openStream(connector: Connector, order: StreamOrder, sink: FrameSink): Stream {
  const live: Live = {
    connector,
    order,
    sink,
    pump: createPump(
      () => step(live),
      (error) => broke(live, error),
    ),
    listening: new Map(),
    closed: false,
    caughtUp: false,
    stuckMs: 0,
    expiresAtMs: order.tokenExpiresAtMs,
    leave: () => undefined,
  };
  const stream: Stream = {
    beat: () => void beat(live).catch((error: unknown) => broke(live, error)),
    renew(tokenExpiresAtMs) {
      if (live.closed) return;
      // An older token of another tab does not shorten what a younger one gave.
      const tokenExpiresInMs = liveUntil(live, Math.max(tokenExpiresAtMs, live.expiresAtMs));
      sink.send({ type: 'reauthenticated', tokenExpiresInMs });
    },
    close: () => end(live, 'gone'),
  };
  // Of a session's first stream the registry tells the reconciler.
  const isFirst = !connector.streams.has(order.sessionId);
  live.leave = connector.streams.open(order.sessionId, order.customerKey, {
    reconnect(delayMs) {
      if (!live.closed) sink.send({ type: 'reconnect', delayMs });
      end(live, 'resume');
    },
    cut: () => end(live, 'resume'),
    renew(tokenExpiresAtMs) {
      if (tokenExpiresAtMs > live.expiresAtMs) stream.renew(tokenExpiresAtMs);
    },
  });
  listen(live, [...order.resumption.positions.keys()]);
  sink.send(helloOf(connector, order));
  liveUntil(live, order.tokenExpiresAtMs);
  planBeat(live, stream);
  live.pump.run();
  if (!isFirst) connector.reconciler.resumed(order.sessionId);
  return stream;
}

/** One stream of one session: the same frames whatever carries them. */
export interface Stream {
  /** Sends the heads now, whatever the beat. */
  beat(): void;
  /** A fresh token of the same customer: the stream lives as long as it does. */
  renew(tokenExpiresAtMs: number): void;
  /** The other side has gone. */
  close(): void;
}

/** What a session's stream begins with. */
export interface StreamOrder {
  readonly sessionId: SessionId;
  readonly customerKey: string;
  readonly resumption: Resumption;
  /** Wall time, milliseconds. */
  readonly tokenExpiresAtMs: number;
}

/** The first frame of every stream. */
export function helloOf(connector: Connector, order: StreamOrder): ServerFrame {
  const { resume, heads, cursor } = order.resumption;
  return {
    type: 'hello',
    version: PROTOCOL_VERSION,
    sessionId: order.sessionId,
    resume,
    heads,
    cursor,
    serverTime: isoNow(connector),
    heartbeatMs: connector.settings.heartbeatMs,
    tokenExpiresInMs: Math.max(0, order.tokenExpiresAtMs - connector.clock.now()),
  };
}

interface Live {
  readonly connector: Connector;
  readonly order: StreamOrder;
  readonly sink: FrameSink;
  readonly pump: Pump;
  readonly listening: Map<LogId, Unsubscribe>;
  closed: boolean;
  caughtUp: boolean;
  /** For how long a replay could hand nothing over. */
  stuckMs: number;
  /** Wall time at which the token runs out. */
  expiresAtMs: number;
  beatTimer?: Timer;
  tokenTimer?: Timer;
  leave: () => void;
}

const BATCH = 64;
const PACE_MS = 50;
const STUCK_MS = 20_000;

function end(live: Live, why: StreamEnd): void {
  if (live.closed) return;
  live.closed = true;
  for (const stop of live.listening.values()) stop();
  live.connector.clock.clear(live.beatTimer);
  live.connector.clock.clear(live.tokenTimer);
  live.leave();
  live.sink.close(why);
}

function deny(live: Live, code: ProblemCode, detail: string): void {
  if (!live.closed) live.sink.send({ type: 'denied', code, detail });
  end(live, 'denied');
}

function broke(live: Live, error: unknown): void {
  const text = error instanceof Error ? `${error.name}: ${error.message}` : 'unknown';
  live.connector.logger.error('a stream broke by a fault of ours', { error: text });
  end(live, 'resume');
}

function listen(live: Live, logs: readonly LogId[]): void {
  for (const log of logs) {
    if (live.closed || live.listening.has(log)) continue;
    live.listening.set(
      log,
      live.connector.bus.listen(log, (news) => hear(live, news)),
    );
  }
}

function hear(live: Live, news: News): void {
  if (live.closed) return;
  if (news === undefined) live.pump.run();
  // Lossy news never queues behind a slow reader (guarantees, rule 7).
  else if (live.caughtUp && !isBusy(live.sink)) live.sink.send({ type: 'event', event: news });
}

/** One turn of the pump; true: there is more. */
async function step(live: Live): Promise<boolean> {
  const { connector, order, sink } = live;
  if (live.closed) return false;
  if (isTooSlow(sink)) return cutSlow(live);
  if (!live.caughtUp && isBusy(sink)) return paced(live);
  const next = await readEvents(connector, order.sessionId, order.resumption.positions, BATCH);
  if (live.closed) return false;
  listen(live, next.logs);
  for (const event of next.entries) sink.send({ type: 'event', event });
  if (next.entries.length > 0) live.stuckMs = 0;
  if (next.behind > 0) return true;
  if (!live.caughtUp) sink.send({ type: 'caught-up', heads: next.heads });
  live.caughtUp = true;
  if (next.ended) deny(live, 'session-gone', 'The session has ended. Begin a new one.');
  return false;
}

/** A long replay goes at the reader's pace; one that takes nothing for 20 s is cut. */
function paced(live: Live): boolean {
  live.stuckMs += PACE_MS;
  if (live.stuckMs > STUCK_MS) return cutSlow(live);
  live.connector.clock.after(PACE_MS, () => live.pump.run());
  return false;
}

function cutSlow(live: Live): boolean {
  live.connector.logger.info('a slow reader was cut', { session: live.order.sessionId });
  end(live, 'resume');
  return false;
}

async function beat(live: Live): Promise<void> {
  const { connector, order, sink } = live;
  const heads = await connector.store.transact(async (rows): Promise<Heads> => {
    const session = await readSession(rows, order.sessionId);
    return session ? headsOf(rows, session) : {};
  });
  if (live.closed) return;
  if (isTooSlow(sink)) {
    cutSlow(live);
    return;
  }
  sink.send({ type: 'heartbeat', heads, serverTime: isoNow(connector) });
  live.pump.run(); // a nudge that was lost is made good within a beat
}

function planBeat(live: Live, stream: Stream): void {
  live.beatTimer = live.connector.clock.after(live.connector.settings.heartbeatMs, () => {
    planBeat(live, stream);
    stream.beat();
  });
}

/** Answers how long the token lives, milliseconds. */
function liveUntil(live: Live, tokenExpiresAtMs: number): number {
  const { clock } = live.connector;
  clock.clear(live.tokenTimer);
  live.expiresAtMs = tokenExpiresAtMs;
  const leftMs = Math.max(0, tokenExpiresAtMs - clock.now());
  const text = 'Fetch a new token and go on from the cursor.';
  live.tokenTimer = clock.after(leftMs, () => deny(live, 'token-expired', text));
  return leftMs;
}

function isoNow(connector: Connector): string {
  return new Date(connector.clock.now()).toISOString();
}
