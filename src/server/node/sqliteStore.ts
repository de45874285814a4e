import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import {
  createGroupStore,
  StoreError,
  type GroupEngine,
  type Json,
  type ListRange,
  type Row,
  type Store,
  type Transaction,
} from '../storage/index.ts';
import { boundsOf, decodeKey, encodeKey } from './sqliteKey.ts';
import { damaged, guard } from './sqliteErrors.ts';
import { sqlite } from './sqlite.ts';

/**
 * A store in one SQLite file: write-ahead log, flushed at every commit (`synchronous=FULL`), so what was answered survives
 * a crash of the process and of the machine. One process per file. Throws a StoreError when the file cannot be opened:
 * `corrupt` when it is damaged or not ours.
 */
export function createSqliteStore(path: string, options: SqliteOptions = {}): Store {
  const database = open(path, options);
  const statements = prepare(database);
  const run = (step: keyof Steps): void => guard(path, () => void statements[step].run());
  return createGroupStore({
    onPoint: options.onPoint,
    begin: async () => run('begin'),
    async attempt(work) {
      run('savepoint');
      const scope = { open: true };
      try {
        const value = await work(transactionOf(path, statements, scope));
        run('release');
        return { ok: true, value };
      } catch (error) {
        // A full disk may have rolled back already, and the whole group with it.
        if (!database.isTransaction) throw error;
        run('rollbackTo');
        run('release');
        return { ok: false, error };
      } finally {
        scope.open = false;
      }
    },
    gather: nextTurn,
    commit: async () => run('commit'),
    async abandon() {
      if (database.isTransaction) database.exec('ROLLBACK');
    },
    close: () => database.close(),
  });
}

/** Limits of one file, and a hook for tests. */
export interface SqliteOptions {
  /** See `GroupEngine`. */
  readonly onPoint?: GroupEngine['onPoint'];
  /** Largest size of the file, in pages of 4 KiB; what goes beyond is refused as `full`. Default: the disk's own end. */
  readonly maxPages?: number;
}

type Database = InstanceType<typeof import('node:sqlite').DatabaseSync>;
type Statements = ReturnType<typeof prepare>;
/** The statements without parameters. */
type Steps = Pick<Statements, 'begin' | 'savepoint' | 'release' | 'rollbackTo' | 'commit'>;

/** "Clqy": tells our files from other SQLite files. */
const APPLICATION_ID = 0x436c7179;
/** Pages of the log after which it is folded back into the file. */
const CHECKPOINT_PAGES = 1000;
const BUSY_MS = 1000;

function open(path: string, options: SqliteOptions): Database {
  return guard(path, () => {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    const database = new (sqlite().DatabaseSync)(path, { timeout: BUSY_MS });
    try {
      claim(database, path);
      if (options.maxPages !== undefined)
        database.exec(`PRAGMA max_page_count = ${Math.floor(options.maxPages)}`);
    } catch (error) {
      database.close();
      throw error;
    }
    return database;
  });
}

function claim(database: Database, path: string): void {
  // Held until the file is closed: a second process on the same file is refused instead of mixing in.
  database.exec('PRAGMA locking_mode = EXCLUSIVE');
  const found = numberOf(database, 'PRAGMA application_id');
  const tables = numberOf(database, 'SELECT count(*) FROM sqlite_schema');
  if (tables > 0 && found !== APPLICATION_ID) {
    throw new StoreError('corrupt', `${path} is a database, but none of Colloquy. Name another data folder.`);
  }
  const verdict = Object.values(database.prepare('PRAGMA quick_check(1)').get() ?? {})[0];
  if (verdict !== 'ok') throw damaged(path);
  database.exec('PRAGMA journal_mode = WAL');
  database.exec('PRAGMA synchronous = FULL');
  database.exec(`PRAGMA wal_autocheckpoint = ${CHECKPOINT_PAGES}`);
  database.exec('CREATE TABLE IF NOT EXISTS rows (key BLOB PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID');
  database.exec(`PRAGMA application_id = ${APPLICATION_ID}`);
}

function numberOf(database: Database, sql: string): number {
  return Number(Object.values(database.prepare(sql).get() ?? {})[0]);
}

function prepare(database: Database) {
  const range = 'SELECT key, value FROM rows WHERE key >= ? AND key < ? ORDER BY key';
  return {
    begin: database.prepare('BEGIN IMMEDIATE'),
    savepoint: database.prepare('SAVEPOINT one'),
    release: database.prepare('RELEASE one'),
    rollbackTo: database.prepare('ROLLBACK TO one'),
    commit: database.prepare('COMMIT'),
    get: database.prepare('SELECT value FROM rows WHERE key = ?'),
    put: database.prepare(
      'INSERT INTO rows (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
    ),
    delete: database.prepare('DELETE FROM rows WHERE key = ?'),
    list: database.prepare(`${range} LIMIT ?`),
    listReverse: database.prepare(`${range} DESC LIMIT ?`),
  };
}

function transactionOf(path: string, statements: Statements, scope: { readonly open: boolean }): Transaction {
  const step = async <T>(work: () => T): Promise<T> => {
    if (!scope.open) throw new StoreError('unavailable', 'this transaction is over');
    return guard(path, work);
  };
  return {
    get: (key) => step(() => valueOf(path, statements.get.get(encodeKey(key))?.['value'])),
    put: (key, value) => step(() => void statements.put.run(encodeKey(key), JSON.stringify(value))),
    delete: (key) => step(() => void statements.delete.run(encodeKey(key))),
    list: (range) => step(() => list(path, statements, range)),
  };
}

function list(path: string, statements: Statements, range: ListRange): readonly Row[] {
  const [from, until] = boundsOf(range);
  const statement = range.reverse ? statements.listReverse : statements.list;
  return statement.all(from, until, range.limit ?? ALL).map((row) => {
    const value = valueOf(path, row['value']);
    if (!(row['key'] instanceof Uint8Array) || value === undefined) throw damaged(path);
    return [decodeKey(row['key']), value];
  });
}

function valueOf(path: string, text: unknown): Json | undefined {
  if (text === undefined) return undefined;
  if (typeof text !== 'string') throw damaged(path);
  try {
    const value: Json = JSON.parse(text);
    return value;
  } catch {
    throw damaged(path);
  }
}

/** SQLite reads a negative limit as none. */
const ALL = -1;
