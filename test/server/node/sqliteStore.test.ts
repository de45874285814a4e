import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createSqliteStore } from '../../../src/server/node/index.ts';
import { StoreError } from '../../../src/server/storage/index.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'colloquy-sqlite-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const opening = (path: string): unknown => {
  try {
    void createSqliteStore(path).close();
    return undefined;
  } catch (error) {
    return error;
  }
};

test('what was committed is there after a restart', async () => {
  const path = join(folder, 'deep', 'a.db');
  const first = createSqliteStore(path);
  await first.transact((transaction) => transaction.put('k', 'kept'));
  await first.close();
  const second = createSqliteStore(path);
  expect(await second.transact((transaction) => transaction.get('k'))).toBe('kept');
  await second.close();
});

test('a store that is asked without end lets others come in', async () => {
  const store = createSqliteStore(join(folder, 'a.db'));
  let asked = 0;
  let isOver = false;
  const tenTurns = async (): Promise<void> => {
    for (let turn = 0; turn < 10; turn++) await nextTurn();
    isOver = true;
  };
  const ask = async (): Promise<void> => {
    while (!isOver && asked < 10_000) {
      asked++;
      await store.transact((transaction) => transaction.get('k'));
    }
  };
  // As when a crowd is back: more ask at any moment than one group takes in.
  await Promise.all([tenTurns(), ...Array.from({ length: 200 }, ask)]);
  expect(asked).toBeLessThan(1000);
  await store.close();
});

test('what was committed survives kill -9 in the middle of the next transaction', async () => {
  const path = join(folder, 'a.db');
  const module = new URL('../../../src/server/node/sqliteStore.ts', import.meta.url).href;
  const script = `
    const { createSqliteStore } = await import(${JSON.stringify(module)});
    const store = createSqliteStore(${JSON.stringify(path)});
    await store.transact((transaction) => transaction.put('kept', true));
    store.transact(async (transaction) => {
      await transaction.put('lost', true);
      process.stdout.write('now');
      await new Promise(() => setInterval(() => {}, 1000));
    });`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script]);
  await once(child.stdout, 'data');
  child.kill('SIGKILL');
  await once(child, 'exit');
  const store = createSqliteStore(path);
  const rows = await store.transact((transaction) => transaction.list({ prefix: '' }));
  await store.close();
  expect(rows).toEqual([['kept', true]]);
});

test('a file that is no database, or a torn one, is told in one line with what to do', async () => {
  const garbage = join(folder, 'garbage.db');
  writeFileSync(garbage, 'this is no database at all, but it is long enough to be looked at'.repeat(20));
  const torn = join(folder, 'torn.db');
  const store = createSqliteStore(torn);
  await store.transact(async (transaction) => {
    for (let at = 0; at < 500; at++) await transaction.put(`k/${at}`, 'x'.repeat(200));
  });
  await store.close();
  const bytes = readFileSync(torn);
  bytes.fill(0x5a, 4096, 40_960);
  writeFileSync(torn, bytes);
  for (const path of [garbage, torn]) {
    const error = opening(path);
    expect(error).toBeInstanceOf(StoreError);
    expect(error).toMatchObject({ code: 'corrupt' });
    expect(String(error)).toContain('put back a backup');
    expect(String(error)).not.toContain('\n');
  }
});

test('a database of somebody else is left alone', async () => {
  const { DatabaseSync } = process.getBuiltinModule('node:sqlite');
  const path = join(folder, 'other.db');
  const database = new DatabaseSync(path);
  database.exec('CREATE TABLE theirs (x)');
  database.close();
  expect(opening(path)).toMatchObject({ code: 'corrupt' });
});

test('a full disk refuses the transaction whole, and the store goes on once there is room', async () => {
  const path = join(folder, 'small.db');
  const store = createSqliteStore(path, { maxPages: 20 });
  await store.transact((transaction) => transaction.put('kept', 1));
  const tooMuch = store.transact(async (transaction) => {
    for (let at = 0; at < 500; at++) await transaction.put(`k/${at}`, 'x'.repeat(1000));
  });
  await expect(tooMuch).rejects.toMatchObject({ name: 'StoreError', code: 'full' });
  await store.transact((transaction) => transaction.put('after', 2));
  const rows = await store.transact((transaction) => transaction.list({ prefix: '' }));
  await store.close();
  expect(rows).toEqual([
    ['after', 2],
    ['kept', 1],
  ]);
});

test('a second process on the same file is refused instead of mixing in', async () => {
  const path = join(folder, 'a.db');
  const store = createSqliteStore(path);
  expect(opening(path)).toMatchObject({ code: 'unavailable' });
  await store.close();
});

test('a closed store and a transaction that is over take nothing more', async () => {
  const store = createSqliteStore(join(folder, 'a.db'));
  const leaked = await store.transact(async (transaction) => [transaction]);
  await expect(leaked[0]?.put('k', 1)).rejects.toMatchObject({ code: 'unavailable' });
  await store.close();
  await expect(store.transact(async () => 1)).rejects.toMatchObject({ code: 'unavailable' });
});
