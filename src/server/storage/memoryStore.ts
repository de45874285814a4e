import { frozenCopy } from './frozenCopy.ts';
import { createSortedKeys, type SortedKeys } from './sortedKeys.ts';
import { StoreError, type Json, type ListRange, type Row, type Store, type Transaction } from './store.ts';

/**
 * A store that lives as long as its process or tab: for tests, stories and the simulation. What a transaction costs does not
 * grow with the number of rows, but for those that it lists.
 */
export function createMemoryStore(): Store {
  const rows: Rows = { values: new Map(), keys: createSortedKeys() };
  let queue: Promise<unknown> = Promise.resolve();
  let closing: Promise<void> | undefined;

  async function run<T>(work: (transaction: Transaction) => Promise<T>): Promise<T> {
    const undo = new Map<string, Json | undefined>();
    const scope = { open: true };
    try {
      return await work(transactionOf(rows, undo, scope));
    } catch (error) {
      for (const [key, before] of undo) write(rows, key, before);
      throw error;
    } finally {
      scope.open = false;
    }
  }

  return {
    transact(work) {
      if (closing) return Promise.reject(new StoreError('unavailable', 'the store is closed'));
      const turn = queue.then(() => run(work));
      queue = turn.catch(() => undefined);
      return turn;
    },
    close: () => (closing ??= queue.then(() => undefined)),
  };
}

interface Rows {
  readonly values: Map<string, Json>;
  readonly keys: SortedKeys;
}

/** Writes in place, remembering in `undo` what was there before; values are copied when they come in, and nobody can change the copy. */
function transactionOf(
  rows: Rows,
  undo: Map<string, Json | undefined>,
  scope: { readonly open: boolean },
): Transaction {
  const step = (): void => {
    if (!scope.open) throw new StoreError('unavailable', 'this transaction is over');
  };
  const change = (key: string, value: Json | undefined): void => {
    step();
    if (!undo.has(key)) undo.set(key, rows.values.get(key));
    write(rows, key, value);
  };
  return {
    async get(key) {
      step();
      return rows.values.get(key);
    },
    put: async (key, value) => change(key, frozenCopy(value)),
    delete: async (key) => change(key, undefined),
    async list(range) {
      step();
      return list(rows, range);
    },
  };
}

function write({ values, keys }: Rows, key: string, value: Json | undefined): void {
  if (value === undefined) {
    if (values.delete(key)) keys.remove(key);
    return;
  }
  if (!values.has(key)) keys.add(key);
  values.set(key, value);
}

function list({ values, keys }: Rows, range: ListRange): readonly Row[] {
  const { prefix, after, before, limit = Infinity, reverse } = range;
  const found: Row[] = [];
  const from = after !== undefined && after > prefix ? after : prefix;
  for (const key of reverse ? keys.downwards(endOf(range)) : keys.upwards(from)) {
    if (found.length >= limit) break;
    const isWithin =
      key.startsWith(prefix) &&
      (after === undefined || key > after) &&
      (before === undefined || key < before);
    const value = isWithin ? values.get(key) : undefined;
    if (value !== undefined) found.push([key, value]);
    // Upwards the first key may be `after` itself; everything else outside means that the range is over.
    else if (key !== after) break;
  }
  return found;
}

/** A key above all of the range, as low as it may be; undefined where no key is above it. */
function endOf({ prefix, before }: ListRange): string | undefined {
  const end = prefixEnd(prefix);
  if (before === undefined) return end;
  return end === undefined || before < end ? before : end;
}

/** The smallest text above every text with this prefix: the last unit that can be raised, raised. */
function prefixEnd(prefix: string): string | undefined {
  for (let at = prefix.length - 1; at >= 0; at--) {
    const unit = prefix.charCodeAt(at);
    if (unit < 0xffff) return prefix.slice(0, at) + String.fromCharCode(unit + 1);
  }
  return undefined;
}
