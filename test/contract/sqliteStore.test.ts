import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe } from 'vitest';
import { createSqliteStore, type SqliteOptions } from '../../src/server/node/index.ts';
import type { Store } from '../../src/server/storage/index.ts';
import { describeStore } from './store.ts';

const folder = mkdtempSync(join(tmpdir(), 'colloquy-store-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const paths = new Map<Store, string>();
const open = (path: string, options?: SqliteOptions): Store => {
  const store = createSqliteStore(path, options);
  paths.set(store, path);
  return store;
};
const fresh = (): string => join(folder, `${randomUUID()}.db`);

describe('the SQLite store', () =>
  describeStore({
    open: () => open(fresh()),
    reopen: (closed) => open(paths.get(closed) ?? ''),
    openSmall: () => open(fresh(), { maxPages: 20 }),
  }));
