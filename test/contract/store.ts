import { expect, test } from 'vitest';
import type { Store } from '../../src/server/storage/index.ts';

/** What every store promises, whoever keeps the rows. `open` makes an empty one. */
export function describeStore(open: () => Store): void {
  const withStore = async (work: (store: Store) => Promise<void>): Promise<void> => {
    const store = open();
    try {
      await work(store);
    } finally {
      await store.close();
    }
  };
  const fill = (store: Store, keys: readonly string[]): Promise<void> =>
    store.transact(async (transaction) => {
      for (const key of keys) await transaction.put(key, key);
    });

  test('what was put is got, by value', () =>
    withStore(async (store) => {
      const value = { a: [1, null, 'x', { deep: true }], b: 'ümläut 😀 \u0000', c: -0.5 };
      await store.transact((transaction) => transaction.put('k', value));
      value.a.push(2);
      expect(await store.transact((transaction) => transaction.get('k'))).toEqual({
        a: [1, null, 'x', { deep: true }],
        b: 'ümläut 😀 \u0000',
        c: -0.5,
      });
    }));

  test('a key that was never put, or was deleted, is undefined', () =>
    withStore(async (store) => {
      await fill(store, ['a']);
      await store.transact(async (transaction) => {
        await transaction.delete('a');
        await transaction.delete('never');
        expect(await transaction.get('a')).toBeUndefined();
      });
      expect(await store.transact((transaction) => transaction.get('a'))).toBeUndefined();
    }));

  test('a transaction sees its own writes, in get and in list', () =>
    withStore(async (store) => {
      await fill(store, ['p/1', 'p/3']);
      await store.transact(async (transaction) => {
        await transaction.put('p/2', 'new');
        await transaction.delete('p/3');
        expect(await transaction.get('p/2')).toBe('new');
        expect(await transaction.list({ prefix: 'p/' })).toEqual([
          ['p/1', 'p/1'],
          ['p/2', 'new'],
        ]);
      });
    }));

  test('a transaction that throws leaves nothing behind and tells what it threw', () =>
    withStore(async (store) => {
      await fill(store, ['a']);
      const fails = store.transact(async (transaction) => {
        await transaction.put('a', 'changed');
        await transaction.put('b', 'new');
        throw new RangeError('on purpose');
      });
      await expect(fails).rejects.toThrow(RangeError);
      await store.transact(async (transaction) => {
        expect(await transaction.get('a')).toBe('a');
        expect(await transaction.get('b')).toBeUndefined();
      });
    }));

  test('transactions never interleave and run in the order of asking', () =>
    withStore(async (store) => {
      await store.transact((transaction) => transaction.put('n', 0));
      const order: number[] = [];
      const raise = (at: number): Promise<void> =>
        store.transact(async (transaction) => {
          const held = Number(await transaction.get('n'));
          for (let turn = 0; turn < 5; turn++) await Promise.resolve();
          await transaction.put('n', held + 1);
          order.push(at);
        });
      await Promise.all(Array.from({ length: 50 }, (_, at) => raise(at)));
      expect(await store.transact((transaction) => transaction.get('n'))).toBe(50);
      expect(order).toEqual(Array.from({ length: 50 }, (_, at) => at));
    }));

  test('the result of the work is the result of the transaction', () =>
    withStore(async (store) => expect(await store.transact(async () => 42)).toBe(42)));

  test('a listing holds what begins with the prefix, in order, and nothing else', () =>
    withStore(async (store) => {
      await fill(store, ['log/2', 'log', 'log/10', 'log0', 'log/', 'lof/z', 'log/1']);
      expect(await keysOf(store, { prefix: 'log/' })).toEqual(['log/', 'log/1', 'log/10', 'log/2']);
      expect(await keysOf(store, { prefix: '' })).toHaveLength(7);
      expect(await keysOf(store, { prefix: 'nothing' })).toEqual([]);
    }));

  test('after and before are exclusive, limit counts, reverse begins at the end', () =>
    withStore(async (store) => {
      await fill(store, ['p/1', 'p/2', 'p/3', 'p/4', 'q/1']);
      expect(await keysOf(store, { prefix: 'p/', after: 'p/1' })).toEqual(['p/2', 'p/3', 'p/4']);
      expect(await keysOf(store, { prefix: 'p/', before: 'p/3' })).toEqual(['p/1', 'p/2']);
      expect(await keysOf(store, { prefix: 'p/', after: 'p/1', before: 'p/4' })).toEqual(['p/2', 'p/3']);
      expect(await keysOf(store, { prefix: 'p/', limit: 2 })).toEqual(['p/1', 'p/2']);
      expect(await keysOf(store, { prefix: 'p/', limit: 0 })).toEqual([]);
      expect(await keysOf(store, { prefix: 'p/', reverse: true, limit: 2 })).toEqual(['p/4', 'p/3']);
      expect(await keysOf(store, { prefix: 'p/', reverse: true, before: 'p/4', limit: 1 })).toEqual(['p/3']);
      expect(await keysOf(store, { prefix: 'p/', after: 'a', before: 'z' })).toHaveLength(4);
      expect(await keysOf(store, { prefix: 'p/', after: 'p/4' })).toEqual([]);
    }));

  test('order is that of UTF-16 code units, also beyond the basic plane', () =>
    withStore(async (store) => {
      const keys = ['k/z', 'k/é', 'k/中', 'k/\u{1F600}', 'k/\uFFFD', 'k/\u0001', 'k/', 'k/\uFFFF'];
      await fill(store, keys);
      expect(await keysOf(store, { prefix: 'k/' })).toEqual([...keys].sort());
      expect(await keysOf(store, { prefix: 'k/\uFFFF' })).toEqual(['k/\uFFFF']);
    }));

  test('a put replaces the old value whole', () =>
    withStore(async (store) => {
      await store.transact((transaction) => transaction.put('k', { a: 1, b: 2 }));
      await store.transact((transaction) => transaction.put('k', { a: 3 }));
      expect(await store.transact((transaction) => transaction.get('k'))).toEqual({ a: 3 });
    }));

  test('closing waits for what is running', async () => {
    const store = open();
    let done = false;
    const running = store.transact(async (transaction) => {
      for (let turn = 0; turn < 10; turn++) await transaction.get('x');
      done = true;
    });
    await store.close();
    expect(done).toBe(true);
    await running;
  });
}

async function keysOf(
  store: Store,
  range: Parameters<Parameters<Parameters<Store['transact']>[0]>[0]['list']>[0],
): Promise<readonly string[]> {
  const rows = await store.transact((transaction) => transaction.list(range));
  return rows.map(([key]) => key);
}
