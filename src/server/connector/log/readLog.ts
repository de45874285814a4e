import {
  asId,
  encodeCursor,
  type Cursor,
  type EntryRange,
  type Heads,
  type HistoryPage,
  type LogEntry,
  type LogId,
} from '../../../protocol/index.ts';
import type { Transaction } from '../../storage/index.ts';
import type { MediaLinks } from '../media/mediaLinks.ts';
import type { SessionRecord } from '../sessions/sessionRecord.ts';
import { readHead, rowsAfter, rowsBefore, typeOf, type LogRow } from './logBook.ts';
import { renderEntry, withDelivery, type ReadRow } from './renderEntry.ts';

/** What a reading transaction found; rendered outside of it, because signing links takes the platform's crypto. */
export interface Found {
  readonly head: { readonly epoch: ReadRow['epoch']; readonly seq: number };
  readonly heads: Heads;
  readonly rows: readonly ReadRow[];
  readonly olderBeforeSeq?: number;
}

/** The newest `limit` entries before `beforeSeq` that are no receipts; undefined where there is no such log. */
export async function findHistory(
  rows: Transaction,
  place: { readonly log: LogId; readonly heads: Heads },
  ask: { readonly beforeSeq?: number; readonly limit: number },
): Promise<Found | undefined> {
  const head = await readHead(rows, place.log);
  if (!head) return undefined;
  const kept: LogRow[] = [];
  let before = Math.min(ask.beforeSeq ?? Infinity, head.seq + 1);
  // One more than asked for tells whether there is anything older.
  while (kept.length <= ask.limit && before > 1) {
    const batch = await rowsBefore(rows, place.log, before, ask.limit + 16);
    if (batch.length === 0) break;
    kept.push(...batch.filter((row) => !RECEIPTS.has(typeOf(row))));
    before = batch.at(-1)?.seq ?? 1;
  }
  const page = kept.slice(0, ask.limit).reverse();
  const oldest = kept.length > ask.limit ? page[0]?.seq : undefined;
  const at = { log: place.log, epoch: head.epoch };
  const read: ReadRow[] = [];
  for (const row of page) read.push(await withDelivery(rows, row, at));
  return {
    head,
    heads: place.heads,
    rows: read,
    ...(oldest === undefined ? {} : { olderBeforeSeq: oldest }),
  };
}

/** A dense range after `afterSeq`; undefined where there is no such log. */
export async function findRange(
  rows: Transaction,
  place: { readonly log: LogId; readonly heads: Heads },
  ask: { readonly afterSeq: number; readonly limit: number },
): Promise<Found | undefined> {
  const head = await readHead(rows, place.log);
  if (!head) return undefined;
  const at = { log: place.log, epoch: head.epoch };
  const read: ReadRow[] = [];
  for (const row of await rowsAfter(rows, place.log, ask.afterSeq, ask.limit)) {
    read.push(await withDelivery(rows, row, at));
  }
  return { head, heads: place.heads, rows: read };
}

/** The page as the wire has it. Each entry's cursor: this log up to it, the others as they stood at this reading. */
export async function renderHistory(found: Found, media: MediaLinks): Promise<HistoryPage> {
  const { head, olderBeforeSeq } = found;
  const entries = await renderAll(found, media);
  return { head, entries, ...(olderBeforeSeq === undefined ? {} : { olderBeforeSeq }) };
}

/** The range as the wire has it, without a mark for older ones: the reader knows what it asked for. */
export async function renderRange(found: Found, media: MediaLinks): Promise<EntryRange> {
  return { head: found.head, entries: await renderAll(found, media) };
}

/** The session's logs: its control log first, then the engagements that it hears, with the place from which on. */
export function logsOf(session: SessionRecord): readonly { readonly log: LogId; readonly fromSeq: number }[] {
  const control = { log: asId<LogId>(session.sessionId), fromSeq: 0 };
  const joined = Object.entries(session.joined).map(([id, fromSeq]) => ({ log: asId<LogId>(id), fromSeq }));
  // A cursor must fit into a header: the newest conversations are heard, the ended ones of long ago are not.
  return [control, ...joined.slice(-MAX_HEARD)];
}

/** Where each log of the session ends. */
export async function headsOf(rows: Transaction, session: SessionRecord): Promise<Heads> {
  const heads: Record<string, Heads[string]> = {};
  for (const { log } of logsOf(session)) {
    const head = await readHead(rows, log);
    if (head) heads[log] = head;
  }
  return heads;
}

/**
 * So many engagement logs at most are heard by one session: the newest joined. Keeps the cursor below header
 * limits.
 */
export const MAX_HEARD = 40;

const RECEIPTS: ReadonlySet<string> = new Set(['MESSAGE_DELIVERED', 'MESSAGE_FAILED', 'MESSAGE_UNCONFIRMED']);

function renderAll(found: Found, media: MediaLinks): Promise<readonly LogEntry[]> {
  return Promise.all(found.rows.map((row) => renderEntry(row, cursorAt(found.heads, row), media)));
}

/** The cursor of a reader who has this row and, of the other logs, everything up to `heads`. */
export function cursorAt(heads: Heads, row: ReadRow): Cursor {
  return encodeCursor({ ...heads, [row.log]: { epoch: row.epoch, seq: row.seq } });
}
