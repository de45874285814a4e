import type { Heads, LogEntry, LogId } from '../../../protocol/index.ts';
import type { Connector } from '../connector.ts';
import { readHead, rowsAfter } from '../log/logBook.ts';
import { logsOf } from '../log/readLog.ts';
import { renderEntry, withDelivery, type ReadRow } from '../log/renderEntry.ts';
import { readSession } from '../sessions/sessionRecord.ts';
import { cursorOf, type Positions } from './resume.ts';

/** What the logs of a session hold beyond a reader's positions. */
export interface NextEvents {
  readonly entries: readonly LogEntry[];
  readonly heads: Heads;
  /** Every log of the session, those included that it began to hear meanwhile. */
  readonly logs: readonly LogId[];
  /** How many entries are left beyond these. */
  readonly behind: number;
  readonly ended: boolean;
}

/** Reads at most `limit` entries and moves the positions past them; each entry's cursor is where the reader then stands. */
export async function readEvents(
  connector: Connector,
  sessionId: string,
  positions: Positions,
  limit: number,
): Promise<NextEvents> {
  const found = await connector.store.transact(async (rows) => {
    const session = await readSession(rows, sessionId);
    const read: ReadRow[] = [];
    const heads: Record<string, Heads[string]> = {};
    let total = 0;
    for (const { log, fromSeq } of session ? logsOf(session) : []) {
      const head = await readHead(rows, log);
      if (!head) continue;
      heads[log] = head;
      const from = positions.get(log) ?? { epoch: head.epoch, seq: fromSeq };
      positions.set(log, from);
      total += Math.max(0, head.seq - from.seq);
      const room = limit - read.length;
      if (head.seq <= from.seq || room <= 0) continue;
      for (const row of await rowsAfter(rows, log, from.seq, room)) {
        read.push(await withDelivery(rows, row, { log, epoch: head.epoch }));
      }
    }
    return { read, heads, total, ended: session?.endedReason !== undefined };
  });
  const { read, heads, total, ended } = found;
  const entries: LogEntry[] = [];
  for (const row of read) {
    positions.set(row.log, { epoch: row.epoch, seq: row.seq });
    entries.push(await renderEntry(row, cursorOf(positions), connector.media));
  }
  return { entries, heads, logs: [...positions.keys()], behind: total - read.length, ended };
}
