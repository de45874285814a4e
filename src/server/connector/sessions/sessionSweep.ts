import type { Timer } from '../../../lib/index.ts';
import type { Connector } from '../connector.ts';
import { keys } from '../keys.ts';
import { inUnit } from '../log/unit.ts';
import { createCallbackMemory } from '../retention/forgetCallbacks.ts';
import { pruneEnded } from '../retention/pruneEnded.ts';
import { endSession } from './endSession.ts';
import { readSession, writeSession } from './sessionRecord.ts';
import { tellPresence } from './tellPresence.ts';

/**
 * Ends sessions whose time without a stream is over, and forgets: callbacks that cannot come again, and what ended long ago.
 */
export interface SessionSweep {
  /** After a restart nobody has a stream: who had one gets the whole time anew. */
  start(): Promise<void>;
  stop(): void;
  /** The session's first stream came, or its last one went. */
  note(sessionId: string, present: boolean): void;
}

/** @param connector read late: the sweep is a part of what it is given. */
export function createSessionSweep(connector: () => Connector): SessionSweep {
  let timer: Timer | undefined;
  let awaitTimer: Timer | undefined;
  let stopped = false;

  const report = (error: unknown): void => {
    const text = error instanceof Error ? error.message : 'unknown';
    connector().logger.error('the sweep of sessions failed; later again', { error: text });
  };
  const memory = createCallbackMemory(connector);
  const work = async (): Promise<void> => {
    await sweep(connector());
    await memory.forget();
    await pruneEnded(connector());
  };
  const plan = (): void => {
    if (stopped) return;
    const everyMs = Math.min(60_000, Math.max(1000, connector().settings.sessionIdleMs / 4));
    timer = connector().clock.after(everyMs, () => void work().catch(report).finally(plan));
  };

  return {
    async start() {
      const awaited = await markStreamless(connector());
      // Who had a stream when the last process died and does not come back is away.
      awaitTimer = connector().clock.after(AWAITED_MS, () => {
        for (const id of awaited) {
          if (!connector().streams.has(id)) tellPresence(connector(), id, false);
        }
      });
      plan();
    },
    stop() {
      stopped = true;
      connector().clock.clear(timer);
      connector().clock.clear(awaitTimer);
    },
    note(sessionId, present) {
      if (stopped) return;
      void inUnit(connector(), async (unit) => {
        const session = await readSession(unit.rows, sessionId);
        if (!session || session.endedReason !== undefined) return;
        const { streamlessSinceMs: _since, ...rest } = session;
        // Asked again here: by now the opposite may be true.
        const here = connector().streams.has(sessionId);
        if (here === present)
          await writeSession(unit.rows, present ? rest : { ...rest, streamlessSinceMs: unit.nowMs });
      }).catch(report);
    },
  };
}

/** Clients come back within 30 s at the latest (guarantees, rule 9). */
const AWAITED_MS = 45_000;

async function openSessions(connector: Connector): Promise<readonly string[]> {
  const rows = await connector.store.transact((transaction) =>
    transaction.list({ prefix: keys.openSessions }),
  );
  return rows.map(([key]) => key.slice(keys.openSessions.length));
}

/** Answers the sessions that had a stream. */
async function markStreamless(connector: Connector): Promise<readonly string[]> {
  const found: string[] = [];
  for (const id of await openSessions(connector)) {
    await inUnit(connector, async (unit) => {
      const session = await readSession(unit.rows, id);
      if (!session || session.streamlessSinceMs !== undefined) return;
      await writeSession(unit.rows, { ...session, streamlessSinceMs: unit.nowMs });
      unit.afterCommit(() => void found.push(id));
    });
  }
  return found;
}

async function sweep(connector: Connector): Promise<void> {
  const overMs = connector.clock.now() - connector.settings.sessionIdleMs;
  for (const id of await openSessions(connector)) {
    if (connector.streams.has(id)) continue;
    await inUnit(connector, async (unit) => {
      const session = await readSession(unit.rows, id);
      if (session?.streamlessSinceMs === undefined || session.streamlessSinceMs > overMs) return;
      await endSession(connector, unit, session, 'USER_INACTIVE');
    });
  }
}
