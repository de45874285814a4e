import type { Decoder } from '../../../lib/index.ts';
import { decodeRow, StoreError } from '../../storage/index.ts';
import type { Json, ListRange, Transaction } from '../../storage/index.ts';

/** One kind of row: a key prefix and the shape of what is under it. */
export interface Table<T extends Json> {
  get(tx: Transaction, ...key: readonly string[]): Promise<T | undefined>;
  put(tx: Transaction, key: readonly string[], value: T): Promise<void>;
  delete(tx: Transaction, ...key: readonly string[]): Promise<void>;
  /** All rows below the key parts, in order of key. */
  list(tx: Transaction, key?: readonly string[], range?: Omit<ListRange, 'prefix'>): Promise<readonly T[]>;
  /** The whole key of a row, for the bounds of a listing. */
  keyOf(...key: readonly string[]): string;
}

/**
 * A table of the store. Key parts are escaped, so they may hold anything.
 * Its calls reject with a `StoreError` of code `corrupt` when a row has another shape.
 */
export function table<T extends Json>(prefix: string, decoder: Decoder<T>): Table<T> {
  const keyOf = (...key: readonly string[]): string => {
    let whole = prefix;
    for (const part of key) whole += `/${PLAIN.test(part) ? part : encodeURIComponent(part)}`;
    return whole;
  };
  const read = (key: string, value: Json): T => {
    const decoded = decodeRow(value, decoder);
    if (decoded.ok) return decoded.value;
    const first = decoded.faults[0];
    throw new StoreError(
      'corrupt',
      `Row ${key} cannot be read: ${first?.path ?? ''} ${first?.message ?? ''}`,
    );
  };
  return {
    keyOf,
    async get(tx, ...key) {
      const whole = keyOf(...key);
      const value = await tx.get(whole);
      return value === undefined ? undefined : read(whole, value);
    },
    put: (tx, key, value) => tx.put(keyOf(...key), value),
    delete: (tx, ...key) => tx.delete(keyOf(...key)),
    async list(tx, key = [], range = {}) {
      const rows = await tx.list({ ...range, prefix: `${keyOf(...key)}/` });
      return rows.map(([rowKey, value]) => read(rowKey, value));
    },
  };
}

/** Most key parts: nothing in them needs to be escaped, and asking so is cheaper than escaping. */
const PLAIN = /^[\w.-]*$/;

/** Milliseconds since 1970 as a key part that sorts as the number does. */
export function sortableMs(atMs: number): string {
  return String(Math.floor(atMs)).padStart(15, '0');
}
