import type { Decoder } from '../../lib/index.ts';
import { decodeRow, StoreError, type Json, type Transaction } from '../storage/index.ts';

/** A row read by its decoder; undefined when there is none. A row that is not ours to read is a `corrupt` StoreError. */
export async function readRow<T>(
  rows: Transaction,
  key: string,
  decoder: Decoder<T>,
): Promise<T | undefined> {
  const value = await rows.get(key);
  return value === undefined ? undefined : decodeStored(key, value, decoder);
}

/** The value of a row that is there. */
export function decodeStored<T>(key: string, value: Json, decoder: Decoder<T>): T {
  const decoded = decodeRow(value, decoder);
  if (decoded.ok) return decoded.value;
  const at = decoded.faults[0];
  const table = key.split('/', 1)[0] ?? '';
  throw new StoreError('corrupt', `a row of ${table} cannot be read: ${at?.path ?? ''} ${at?.message ?? ''}`);
}

/** A record as a row. Records are plain data by their types; interfaces just do not say so to the compiler. */
export function toRow(record: object): Json;
/** Hands on what it is given; a value that is no JSON is the store's to refuse. */
export function toRow(record: object): unknown {
  return record;
}
