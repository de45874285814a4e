import type { Json, ListRange, Row, Store, Transaction } from './store.ts';

/** A store that lives as long as its process or tab: for tests, stories and the simulation. */
export function createMemoryStore(): Store {
  const rows = new Map<string, Json>();
  let queue: Promise<unknown> = Promise.resolve();

  return {
    transact(work) {
      const turn = queue.then(async () => {
        const writes = new Map<string, Json | undefined>();
        const result = await work(overlay(rows, writes));
        for (const [key, value] of writes) {
          if (value === undefined) rows.delete(key);
          else rows.set(key, value);
        }
        return result;
      });
      queue = turn.catch(() => undefined);
      return turn;
    },
    close: () => queue.then(() => undefined),
  };
}

/** The transaction's own writes above the committed rows; values are copied on both ways, as a database would. */
function overlay(rows: ReadonlyMap<string, Json>, writes: Map<string, Json | undefined>): Transaction {
  const read = (key: string): Json | undefined => (writes.has(key) ? writes.get(key) : rows.get(key));
  return {
    get: async (key) => copy(read(key)),
    put: async (key, value) => void writes.set(key, copy(value)),
    delete: async (key) => void writes.set(key, undefined),
    async list(range) {
      const keys = new Set([...rows.keys(), ...writes.keys()].filter((key) => within(key, range)));
      const ordered = [...keys].sort();
      if (range.reverse) ordered.reverse();
      const found: Row[] = [];
      for (const key of ordered) {
        if (found.length === range.limit) break;
        const value = copy(read(key));
        if (value !== undefined) found.push([key, value]);
      }
      return found;
    },
  };
}

function within(key: string, range: ListRange): boolean {
  if (!key.startsWith(range.prefix)) return false;
  if (range.after !== undefined && key <= range.after) return false;
  return range.before === undefined || key < range.before;
}

function copy<T extends Json | undefined>(value: T): T {
  return value === undefined ? value : structuredClone(value);
}
