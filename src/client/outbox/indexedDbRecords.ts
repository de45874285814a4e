import type { KeptRecords, OpenRecords, RecordChange } from '../ports/keptRecords.ts';

const DATABASE = 'colloquy';
const TABLE = 'kept';

/**
 * The page's IndexedDB, each write with strict durability: Firefox has been relaxed by default since 40, Chromium may be
 * (https://developer.mozilla.org/docs/Web/API/IDBTransaction/durability). Undefined where the platform has none.
 */
export function indexedDbRecords(): OpenRecords | undefined {
  if (typeof document === 'undefined' || typeof indexedDB === 'undefined') return undefined;
  return () =>
    new Promise((resolve, reject) => {
      const request = indexedDB.open(DATABASE, 1);
      request.onupgradeneeded = () => void request.result.createObjectStore(TABLE);
      request.onsuccess = () => resolve(recordsOf(request.result));
      request.onerror = () => reject(request.error ?? new Error(DATABASE));
    });
}

function recordsOf(database: IDBDatabase): KeptRecords {
  // Another page wants to erase or change it: nobody may be kept waiting.
  database.onversionchange = () => database.close();
  return {
    change: (keys, decide) =>
      new Promise((resolve, reject) => {
        const work = database.transaction(TABLE, 'readwrite', { durability: 'strict' });
        const table = work.objectStore(TABLE);
        let change: RecordChange<Parameters<typeof resolve>[0]> | undefined;
        let refusal: unknown;
        work.oncomplete = () => change && resolve(change.answer);
        work.onabort = () => reject(refusal ?? work.error ?? new Error(DATABASE));
        const found = keys.map((key) => table.get(key));
        const last = found.at(-1);
        // Requests of one transaction are answered in order: with the last one all are there.
        if (last)
          last.onsuccess = () => {
            try {
              change = decide(found.map((request): unknown => request.result));
              for (const [key, value] of Object.entries(change.writes))
                if (value === undefined) table.delete(key);
                else table.put(value, key);
            } catch (fault) {
              refusal = fault;
              work.abort();
            }
          };
      }),
    list: (prefix) =>
      new Promise((resolve, reject) => {
        const range = IDBKeyRange.bound(prefix, `${prefix}\uffff`);
        const request = database.transaction(TABLE).objectStore(TABLE).getAll(range);
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error ?? new Error(DATABASE));
      }),
    close: () => database.close(),
  };
}
