import { describe, expect, test } from 'vitest';
import {
  sortable,
  type Json,
  type ListRange,
  type Store,
  type Transaction,
} from '../../src/server/storage/index.ts';

/** A kind of store under test. */
export interface StoreKind {
  /** Makes an empty store. */
  open(): Store | Promise<Store>;
  /** Opens the rows of a store of `open` again, after it was closed. Absent: this kind forgets. */
  reopen?(closed: Store): Store | Promise<Store>;
  /** Makes an empty store that has room for a few hundred kilobytes only. Absent: this kind has no such end. */
  openSmall?(): Store | Promise<Store>;
}

/** What every store promises, whoever keeps the rows. */
export function describeStore(kind: StoreKind): void {
  describe('rows', () => describeRows(kind));
  describe('listings', () => describeListings(kind));
  describe('own writes', () => describeOwnWrites(kind));
  describe('transactions', () => describeTransactions(kind));
  describe('the end of a store', () => describeEnds(kind));
}

const VALUES: readonly (readonly [string, Json])[] = [
  ['null', null],
  ['true', true],
  ['false', false],
  ['zero', 0],
  ['a fraction', -0.5],
  ['the largest exact whole number', Number.MAX_SAFE_INTEGER],
  ['a very small number', 5e-324],
  ['an empty text', ''],
  ['a text with every kind of letter', 'ümläut 中文 😀 \u0000 \u2028 \uFFFF "\\'],
  ['a text with half of a surrogate pair', 'a\uD83Db'],
  ['an empty list', []],
  ['an empty record', {}],
  ['nested lists and records', { a: [1, [2, { b: [null, 'x', { deep: true }] }]] }],
  ['records with odd names', { '': 1, 'a.b': 2, "it's": 3, constructor: 4, '\u0000': 5 }],
];

function describeRows(kind: StoreKind): void {
  test.each(VALUES)('%s is got as it was put', (_name, value) =>
    withStore(kind, async (store) => {
      await put(store, 'k', value);
      expect(await get(store, 'k')).toEqual(value);
    }),
  );

  test('a member called __proto__ is a member, and changes nobody else', () =>
    withStore(kind, async (store) => {
      const value: Json = JSON.parse('{"__proto__":{"polluted":true},"a":1}');
      await put(store, 'k', value);
      expect(JSON.stringify(await get(store, 'k'))).toBe('{"__proto__":{"polluted":true},"a":1}');
      expect('polluted' in {}).toBe(false);
    }));

  test('a value of a megabyte is kept whole', () =>
    withStore(kind, async (store) => {
      const value = Array.from({ length: 1000 }, (_, at) => String(at).padEnd(1000, 'ä'));
      await put(store, 'big', value);
      expect(await get(store, 'big')).toEqual(value);
    }));

  test('later changes of what was put do not reach the store', () =>
    withStore(kind, async (store) => {
      const value = { a: [1], b: { c: 'x' } };
      await store.transact(async (transaction) => {
        await transaction.put('k', value);
        value.a.push(2);
        value.b.c = 'y';
      });
      expect(await get(store, 'k')).toEqual({ a: [1], b: { c: 'x' } });
    }));

  test('changes of what was got or listed do not reach the store', () =>
    withStore(kind, async (store) => {
      await put(store, 'k', { a: [1] });
      await store.transact(async (transaction) => {
        spoil(await transaction.get('k'));
        for (const [, value] of await transaction.list({ prefix: 'k' })) spoil(value);
        expect(await transaction.get('k')).toEqual({ a: [1] });
      });
      expect(await get(store, 'k')).toEqual({ a: [1] });
    }));

  test('a member that is undefined is left out', () =>
    withStore(kind, async (store) => {
      await put(store, 'k', { a: 1, b: undefined });
      expect(Object.keys((await get(store, 'k')) ?? {})).toEqual(['a']);
    }));

  test('a put replaces the old value whole', () =>
    withStore(kind, async (store) => {
      await put(store, 'k', { a: 1, b: 2 });
      await put(store, 'k', { a: 3 });
      expect(await get(store, 'k')).toEqual({ a: 3 });
    }));

  test('a key that was never put, or was deleted, is undefined', () =>
    withStore(kind, async (store) => {
      await fill(store, ['a']);
      await store.transact(async (transaction) => {
        await transaction.delete('a');
        await transaction.delete('never');
        expect(await transaction.get('a')).toBeUndefined();
      });
      expect(await get(store, 'a')).toBeUndefined();
      expect(await get(store, 'never')).toBeUndefined();
    }));

  test('a deleted key can be put again', () =>
    withStore(kind, async (store) => {
      await fill(store, ['a', 'b']);
      await store.transact((transaction) => transaction.delete('a'));
      await put(store, 'a', 'again');
      expect(await keysOf(store, { prefix: '' })).toEqual(['a', 'b']);
      expect(await get(store, 'a')).toBe('again');
    }));

  test.each([
    '',
    ' ',
    '\u0000',
    'k\u0000',
    "it's; DROP TABLE rows",
    '%',
    '_',
    '\\',
    'k'.repeat(1000),
    '\uD83D',
  ])('a row is found by the key %j and by no other', (key) =>
    withStore(kind, async (store) => {
      await fill(store, ['other', key]);
      expect(await get(store, key)).toBe(key);
      expect(await get(store, `${key}x`)).toBeUndefined();
      expect(await keysOf(store, { prefix: '' })).toEqual([key, 'other'].sort());
    }),
  );
}

function describeListings(kind: StoreKind): void {
  test('an empty store lists nothing, either way round', () =>
    withStore(kind, async (store) => {
      expect(await keysOf(store, { prefix: '' })).toEqual([]);
      expect(await keysOf(store, { prefix: 'x', reverse: true })).toEqual([]);
    }));

  test('a listing holds what begins with the prefix, in order, and nothing else', () =>
    withStore(kind, async (store) => {
      await fill(store, ['log/2', 'log', 'log/10', 'log0', 'log/', 'lof/z', 'log/1']);
      expect(await keysOf(store, { prefix: 'log/' })).toEqual(['log/', 'log/1', 'log/10', 'log/2']);
      expect(await keysOf(store, { prefix: '' })).toHaveLength(7);
      expect(await keysOf(store, { prefix: 'nothing' })).toEqual([]);
      expect(await keysOf(store, { prefix: 'log/1' })).toEqual(['log/1', 'log/10']);
    }));

  const five = ['p/1', 'p/2', 'p/3', 'p/4', 'q/1'];
  const RANGES: readonly (readonly [ListRange, readonly string[]])[] = [
    [{ prefix: 'p/', after: 'p/1' }, ['p/2', 'p/3', 'p/4']],
    [{ prefix: 'p/', after: 'p/' }, ['p/1', 'p/2', 'p/3', 'p/4']],
    [{ prefix: 'p/', after: 'p/2x' }, ['p/3', 'p/4']],
    [{ prefix: 'p/', after: 'p/4' }, []],
    [{ prefix: 'p/', after: 'q' }, []],
    [{ prefix: 'p/', before: 'p/3' }, ['p/1', 'p/2']],
    [{ prefix: 'p/', before: 'p/1' }, []],
    [{ prefix: 'p/', before: 'a' }, []],
    [{ prefix: 'p/', after: 'p/1', before: 'p/4' }, ['p/2', 'p/3']],
    [{ prefix: 'p/', after: 'p/3', before: 'p/2' }, []],
    [{ prefix: 'p/', after: 'p/2', before: 'p/2' }, []],
    [{ prefix: 'p/', after: 'a', before: 'z' }, ['p/1', 'p/2', 'p/3', 'p/4']],
    [{ prefix: '', after: 'p/3' }, ['p/4', 'q/1']],
    [{ prefix: 'p/', limit: 2 }, ['p/1', 'p/2']],
    [{ prefix: 'p/', limit: 0 }, []],
    [{ prefix: 'p/', limit: 99 }, ['p/1', 'p/2', 'p/3', 'p/4']],
    [{ prefix: 'p/', after: 'p/1', limit: 1 }, ['p/2']],
    [{ prefix: 'p/', reverse: true }, ['p/4', 'p/3', 'p/2', 'p/1']],
    [{ prefix: 'p/', reverse: true, limit: 2 }, ['p/4', 'p/3']],
    [{ prefix: 'p/', reverse: true, before: 'p/4', limit: 1 }, ['p/3']],
    [{ prefix: 'p/', reverse: true, after: 'p/2' }, ['p/4', 'p/3']],
    [{ prefix: 'p/', reverse: true, after: 'p/1', before: 'p/4' }, ['p/3', 'p/2']],
    [{ prefix: '', reverse: true, limit: 2 }, ['q/1', 'p/4']],
  ];
  test.each(RANGES)('of five rows, %j lists %j', (range, expected) =>
    withStore(kind, async (store) => {
      await fill(store, five);
      expect(await keysOf(store, range)).toEqual(expected);
    }),
  );

  test('order is that of UTF-16 code units, also beyond the basic plane', () =>
    withStore(kind, async (store) => {
      const keys = [
        'k/z',
        'k/é',
        'k/中',
        'k/\u{1F600}',
        'k/\uFFFD',
        'k/\u0001',
        'k/',
        'k/\uFFFF',
        'k/\u0000',
      ];
      await fill(store, keys);
      expect(await keysOf(store, { prefix: 'k/' })).toEqual([...keys].sort());
      expect(await keysOf(store, { prefix: 'k/', reverse: true })).toEqual([...keys].sort().reverse());
      expect(await keysOf(store, { prefix: 'k/\uFFFF' })).toEqual(['k/\uFFFF']);
      expect(await keysOf(store, { prefix: 'k/', after: 'k/中', before: 'k/\uFFFD' })).toEqual([
        'k/\u{1F600}',
      ]);
    }));

  test('a prefix may end in the highest code unit, or in half of a pair', () =>
    withStore(kind, async (store) => {
      const keys = ['a\uFFFF', 'a\uFFFFb', 'a\uFFFF\uFFFF', 'b', '\uD83D\uDE00', '\uD83D\uDE01', '\uD83E'];
      await fill(store, keys);
      expect(await keysOf(store, { prefix: 'a\uFFFF' })).toEqual(['a\uFFFF', 'a\uFFFFb', 'a\uFFFF\uFFFF']);
      expect(await keysOf(store, { prefix: '\uD83D', reverse: true })).toEqual([
        '\uD83D\uDE01',
        '\uD83D\uDE00',
      ]);
    }));

  test('numbers made sortable are listed as numbers', () =>
    withStore(kind, async (store) => {
      const numbers = [0, 9, 10, 99, 100, 1_000_000, 999_999_999_999];
      await fill(store, numbers.map((each) => `n/${sortable(each)}`).reverse());
      const keys = await keysOf(store, { prefix: 'n/' });
      expect(keys.map((key) => Number(key.slice(2)))).toEqual(numbers);
    }));

  test('two thousand rows put in any order are listed in order, from both ends and from the middle', () =>
    withStore(kind, async (store) => {
      // 7 shares no factor with 2000: every number comes once, far from its neighbours.
      const keys = Array.from({ length: 2000 }, (_, at) => `m/${sortable((at * 7) % 2000)}`);
      await fill(store, keys);
      const ordered = [...keys].sort();
      expect(await keysOf(store, { prefix: 'm/' })).toEqual(ordered);
      expect(await keysOf(store, { prefix: 'm/', reverse: true })).toEqual(ordered.toReversed());
      const middle = { prefix: 'm/', after: `m/${sortable(999)}`, limit: 3 };
      expect(await keysOf(store, middle)).toEqual(ordered.slice(1000, 1003));
      expect(
        await keysOf(store, { prefix: 'm/', before: `m/${sortable(999)}`, reverse: true, limit: 2 }),
      ).toEqual([ordered[998], ordered[997]]);
    }));

  test('what a listing found can be deleted, and only that goes', () =>
    withStore(kind, async (store) => {
      await fill(store, [...Array.from({ length: 600 }, (_, at) => `d/${sortable(at)}`), 'c', 'e']);
      await store.transact(async (transaction) => {
        const range = { prefix: 'd/', after: `d/${sortable(99)}`, before: `d/${sortable(500)}` };
        for (const [key] of await transaction.list(range)) await transaction.delete(key);
      });
      const left = await keysOf(store, { prefix: '' });
      expect(left).toHaveLength(202);
      expect(left.slice(99, 103)).toEqual([98, 99, 500, 501].map((at) => `d/${sortable(at)}`));
    }));
}

function describeOwnWrites(kind: StoreKind): void {
  test('a transaction sees its own writes, in get and in list', () =>
    withStore(kind, async (store) => {
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

  test('own writes count in limits, bounds and reverse listings', () =>
    withStore(kind, async (store) => {
      await fill(store, ['p/1', 'p/3', 'p/5', 'p/7']);
      await store.transact(async (transaction) => {
        await transaction.delete('p/1');
        await transaction.delete('p/7');
        await transaction.put('p/4', 'new');
        await transaction.put('p/9', 'new');
        const keys = async (range: ListRange): Promise<readonly string[]> =>
          (await transaction.list(range)).map(([key]) => key);
        expect(await keys({ prefix: 'p/', limit: 2 })).toEqual(['p/3', 'p/4']);
        expect(await keys({ prefix: 'p/', reverse: true, limit: 2 })).toEqual(['p/9', 'p/5']);
        expect(await keys({ prefix: 'p/', after: 'p/3', before: 'p/9' })).toEqual(['p/4', 'p/5']);
      });
    }));

  test('the last write of a key wins: put and delete, delete and put', () =>
    withStore(kind, async (store) => {
      await fill(store, ['a', 'b']);
      await store.transact(async (transaction) => {
        await transaction.put('a', 1);
        await transaction.delete('a');
        await transaction.delete('b');
        await transaction.put('b', 2);
        await transaction.put('b', 3);
        expect(await transaction.get('a')).toBeUndefined();
        expect(await transaction.get('b')).toBe(3);
      });
      expect(await get(store, 'a')).toBeUndefined();
      expect(await get(store, 'b')).toBe(3);
    }));

  test('operations that are not awaited one by one still take effect in the order of asking', () =>
    withStore(kind, async (store) => {
      const read = await store.transact(async (transaction) => {
        const all = [
          transaction.put('k', 1),
          transaction.get('k'),
          transaction.put('k', 2),
          transaction.get('k'),
        ];
        return Promise.all(all);
      });
      expect(read).toEqual([undefined, 1, undefined, 2]);
      expect(await get(store, 'k')).toBe(2);
    }));
}

function describeTransactions(kind: StoreKind): void {
  test('the result of the work is the result of the transaction', () =>
    withStore(kind, async (store) => expect(await store.transact(async () => 42)).toBe(42)));

  test('a transaction that throws leaves nothing behind and tells what it threw', () =>
    withStore(kind, async (store) => {
      await fill(store, ['a', 'c']);
      const fails = store.transact(async (transaction) => {
        await transaction.put('a', 'changed');
        await transaction.put('b', 'new');
        await transaction.delete('c');
        throw new RangeError('on purpose');
      });
      await expect(fails).rejects.toThrow(RangeError);
      expect(await keysOf(store, { prefix: '' })).toEqual(['a', 'c']);
      expect(await get(store, 'a')).toBe('a');
    }));

  test('a transaction that throws at once, without a promise, is refused like any other', () =>
    withStore(kind, async (store) => {
      const fails = store.transact(() => {
        throw new RangeError('at once');
      });
      await expect(fails).rejects.toThrow('at once');
      expect(await store.transact(async () => 'goes on')).toBe('goes on');
    }));

  test('one that throws among others asked at the same moment takes none of them along', () =>
    withStore(kind, async (store) => {
      const settled = await Promise.allSettled(
        Array.from({ length: 20 }, (_, at) =>
          store.transact(async (transaction) => {
            await transaction.put(`k/${sortable(at)}`, at);
            await transaction.put('last', at);
            if (at % 3 === 0) throw new RangeError(String(at));
            return at;
          }),
        ),
      );
      expect(settled.map(({ status }) => status)).toEqual(
        Array.from({ length: 20 }, (_, at) => (at % 3 === 0 ? 'rejected' : 'fulfilled')),
      );
      const rows = await store.transact((transaction) => transaction.list({ prefix: 'k/' }));
      expect(rows.map(([, value]) => value)).toEqual([1, 2, 4, 5, 7, 8, 10, 11, 13, 14, 16, 17, 19]);
      expect(await get(store, 'last')).toBe(19);
    }));

  test('one that fails saw what those before it wrote, and those after it do not see what it wrote', () =>
    withStore(kind, async (store) => {
      const seen: unknown[] = [];
      await Promise.allSettled([
        put(store, 'k', 'first'),
        store.transact(async (transaction) => {
          seen.push(await transaction.get('k'));
          await transaction.put('k', 'second');
          throw new RangeError('on purpose');
        }),
        store.transact(async (transaction) => void seen.push(await transaction.get('k'))),
      ]);
      expect(seen).toEqual(['first', 'first']);
    }));

  test('fifty transactions never interleave and run in the order of asking', () =>
    withStore(kind, async (store) => {
      await put(store, 'n', 0);
      const order: number[] = [];
      const raise = (at: number): Promise<void> =>
        store.transact(async (transaction) => {
          const held = Number(await transaction.get('n'));
          for (let turn = 0; turn < 5; turn++) await Promise.resolve();
          await transaction.put('n', held + 1);
          order.push(at);
        });
      await Promise.all(Array.from({ length: 50 }, (_, at) => raise(at)));
      expect(await get(store, 'n')).toBe(50);
      expect(order).toEqual(Array.from({ length: 50 }, (_, at) => at));
    }));

  test('transactions asked by the answers of others all come to their end', () =>
    withStore(kind, async (store) => {
      const chain = async (name: string): Promise<void> => {
        for (let at = 0; at < 20; at++) await put(store, `${name}/${sortable(at)}`, at);
      };
      await Promise.all(['a', 'b', 'c', 'd', 'e'].map(chain));
      expect(await keysOf(store, { prefix: '' })).toHaveLength(100);
    }));

  test('a transaction that is over takes nothing more, whether it succeeded or failed', () =>
    withStore(kind, async (store) => {
      const leaked: Transaction[] = [];
      await store.transact(async (transaction) => void leaked.push(transaction));
      await store
        .transact((transaction) => {
          leaked.push(transaction);
          return Promise.reject(new RangeError('on purpose'));
        })
        .catch(() => undefined);
      for (const each of leaked) {
        await expect(each.put('k', 1)).rejects.toMatchObject({ name: 'StoreError', code: 'unavailable' });
        await expect(each.get('k')).rejects.toMatchObject({ code: 'unavailable' });
        await expect(each.delete('k')).rejects.toMatchObject({ code: 'unavailable' });
        await expect(each.list({ prefix: '' })).rejects.toMatchObject({ code: 'unavailable' });
      }
      expect(await keysOf(store, { prefix: '' })).toEqual([]);
    }));
}

function describeEnds(kind: StoreKind): void {
  test('closing waits for what is running and what is queued', async () => {
    const store = await kind.open();
    const done: number[] = [];
    const running = [1, 2, 3].map((at) =>
      store.transact(async (transaction) => {
        for (let turn = 0; turn < 10; turn++) await transaction.get('x');
        done.push(at);
      }),
    );
    await store.close();
    expect(done).toEqual([1, 2, 3]);
    await Promise.all(running);
  });

  test('closing twice is fine, and a closed store refuses as unavailable', async () => {
    const store = await kind.open();
    await Promise.all([store.close(), store.close()]);
    await store.close();
    const refused = store.transact(async () => 1);
    await expect(refused).rejects.toMatchObject({ name: 'StoreError', code: 'unavailable' });
  });

  const { reopen, openSmall } = kind;
  if (reopen)
    test('what was committed is there when the store is opened again, and what failed is not', async () => {
      const first = await kind.open();
      await fill(first, ['a', 'b', 'k/\u{1F600}']);
      await first.transact((transaction) => transaction.delete('b'));
      const fails = first.transact(async (transaction) => {
        await transaction.put('lost', 1);
        throw new RangeError('on purpose');
      });
      await fails.catch(() => undefined);
      await first.close();
      const second = await reopen(first);
      expect(await keysOf(second, { prefix: '' })).toEqual(['a', 'k/\u{1F600}']);
      await put(second, 'c', 1);
      await second.close();
    });

  if (openSmall)
    test('a store without room refuses the transaction whole as full, and goes on once it needs less', async () => {
      const store = await openSmall();
      await put(store, 'kept', 1);
      const tooMuch = store.transact(async (transaction) => {
        for (let at = 0; at < 500; at++) await transaction.put(`k/${at}`, 'x'.repeat(1000));
      });
      await expect(tooMuch).rejects.toMatchObject({ name: 'StoreError', code: 'full' });
      await put(store, 'after', 2);
      expect(await keysOf(store, { prefix: '' })).toEqual(['after', 'kept']);
      await store.close();
    });
}

async function withStore(kind: StoreKind, work: (store: Store) => Promise<void>): Promise<void> {
  const store = await kind.open();
  try {
    await work(store);
  } finally {
    await store.close();
  }
}

function fill(store: Store, keys: readonly string[]): Promise<void> {
  return store.transact(async (transaction) => {
    for (const key of keys) await transaction.put(key, key);
  });
}

function put(store: Store, key: string, value: Json): Promise<void> {
  return store.transact((transaction) => transaction.put(key, value));
}

function get(store: Store, key: string): Promise<Json | undefined> {
  return store.transact((transaction) => transaction.get(key));
}

async function keysOf(store: Store, range: ListRange): Promise<readonly string[]> {
  const rows = await store.transact((transaction) => transaction.list(range));
  return rows.map(([key]) => key);
}

/** Writes into a value although its type forbids it, as a careless caller might; a store may refuse that. */
function spoil(value: unknown): void {
  const { a } = value as { a: number[] };
  if (!Object.isFrozen(a)) a.push(99);
}
