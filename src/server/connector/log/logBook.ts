import { encodeBase64Url } from '../../../lib/index.ts';
import { isRecord } from '../../../lib/decode.ts';
import {
  asId,
  decodeHead,
  type EntryHeader,
  type Epoch,
  type Head,
  type LogEntry,
} from '../../../protocol/index.ts';
import type { Json, Transaction } from '../../storage/index.ts';
import { keys } from '../keys.ts';
import { readRow, toRow } from '../storedRow.ts';
import type { Unit } from './unit.ts';

/** What an entry says, without its place in the log. */
export type EntryFacts = WithoutHeader<Exclude<LogEntry, { readonly type: 'UNKNOWN' }>>;

/** A row of a log: its place, and what it says, undecoded. */
export interface LogRow {
  readonly seq: number;
  readonly value: Json;
}

/** Begins a log: a fresh epoch that nobody can guess, and no entry. */
export async function openLog(unit: Unit, log: string): Promise<Head> {
  const head = { epoch: asId<Epoch>(encodeBase64Url(unit.random.bytes(EPOCH_BYTES))), seq: 0 };
  await unit.rows.put(keys.log(log), head);
  return head;
}

/** The last place of a log; undefined where there is no such log. */
export function readHead(rows: Transaction, log: string): Promise<Head | undefined> {
  return readRow(rows, keys.log(log), decodeHead);
}

/** Appends one entry: the number is raised in the same transaction (guarantees, rule 3). */
export async function append(unit: Unit, log: string, facts: EntryFacts): Promise<Head & { at: string }> {
  const before = (await readHead(unit.rows, log)) ?? (await openLog(unit, log));
  const head: Head = { epoch: before.epoch, seq: before.seq + 1 };
  const at = new Date(unit.nowMs).toISOString();
  await unit.rows.put(keys.entry(log, head.seq), toRow({ ...facts, at }));
  await unit.rows.put(keys.log(log), toRow(head));
  unit.touch(log);
  return { ...head, at };
}

/** Rows after `afterSeq`, ascending, at most `limit`. */
export async function rowsAfter(
  rows: Transaction,
  log: string,
  afterSeq: number,
  limit: number,
): Promise<readonly LogRow[]> {
  const found = await rows.list({ prefix: keys.entries(log), after: keys.entry(log, afterSeq), limit });
  return found.map(toLogRow);
}

/** Rows before `beforeSeq`, descending, at most `limit`. */
export async function rowsBefore(
  rows: Transaction,
  log: string,
  beforeSeq: number,
  limit: number,
): Promise<readonly LogRow[]> {
  const before = keys.entry(log, beforeSeq);
  const found = await rows.list({ prefix: keys.entries(log), before, limit, reverse: true });
  return found.map(toLogRow);
}

/** The type of a stored entry. */
export function typeOf(row: LogRow): string {
  const type = isRecord(row.value) ? row.value['type'] : undefined;
  return typeof type === 'string' ? type : '';
}

type WithoutHeader<E> = E extends LogEntry ? Omit<E, keyof EntryHeader> : never;

/** 72 bits: a cursor holds one epoch per log, so it is kept short. */
const EPOCH_BYTES = 9;

function toLogRow([key, value]: readonly [string, Json]): LogRow {
  return { seq: Number(key.slice(key.lastIndexOf('/') + 1)), value };
}
