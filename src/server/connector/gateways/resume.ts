import {
  decodeCursor,
  encodeCursor,
  type Cursor,
  type Head,
  type Heads,
  type LogId,
} from '../../../protocol/index.ts';
import type { Transaction } from '../../storage/index.ts';
import { headsOf, logsOf } from '../log/readLog.ts';
import type { SessionRecord } from '../sessions/sessionRecord.ts';

/** Where a reader stands, log by log. */
export type Positions = Map<LogId, Head>;

/**
 * How a reader goes on. `replay`: from `positions`, gap-free. `snapshot`: its cursor says nothing here, so it
 * stands at the heads.
 */
export interface Resumption {
  readonly resume: 'replay' | 'snapshot';
  readonly positions: Positions;
  readonly heads: Heads;
  /** What the reader goes on from: its own cursor, or the heads. */
  readonly cursor: Cursor;
}

/**
 * Decides how a reader goes on: from its cursor, all logs or none (guarantees, rule 4); without a cursor from the heads.
 * Logs of the cursor that are not this session's are passed over: a cursor is no right.
 */
export async function planResume(
  rows: Transaction,
  session: SessionRecord,
  cursor: string | undefined,
): Promise<Resumption> {
  const heads = await headsOf(rows, session);
  const atHeads: Positions = new Map();
  for (const { log } of logsOf(session)) {
    const head = heads[log];
    if (head) atHeads.set(log, head);
  }
  const fresh = { positions: atHeads, heads, cursor: encodeCursor(heads) };
  if (cursor === undefined) return { resume: 'replay', ...fresh };
  const known = decodeCursor(cursor);
  if (!known) return { resume: 'snapshot', ...fresh };
  const positions: Positions = new Map();
  for (const { log, fromSeq } of logsOf(session)) {
    const head = heads[log];
    if (!head) continue;
    // A log that the cursor does not know began, or was joined, after it.
    const at = Object.hasOwn(known, log)
      ? known[log]
      : { epoch: head.epoch, seq: Math.min(fromSeq, head.seq) };
    if (!at || at.epoch !== head.epoch || at.seq > head.seq) return { resume: 'snapshot', ...fresh };
    positions.set(log, at);
  }
  return { resume: 'replay', positions, heads, cursor: encodeCursor(Object.fromEntries(positions)) };
}

/** The cursor of these positions. */
export function cursorOf(positions: Positions): Cursor {
  return encodeCursor(Object.fromEntries(positions));
}
