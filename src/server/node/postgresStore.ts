import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Client } from 'pg';
import { systemClock } from '../../lib/index.ts';
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
import { decodeKey, encodeKey, boundsOf } from './sqliteKey.ts';
import { isOutcomeUnknown, translateError } from './postgresErrors.ts';
import { openPostgresLine, quoted, type PostgresLine } from './postgresLine.ts';
import { createWriteSet, type WriteSet } from './writeSet.ts';

/**
 * A store in one schema of a PostgreSQL database, which it makes itself. One process per schema: a lock of the session keeps
 * a second one out. Writes are gathered and flushed in one statement for all transactions that wait (group commit); when the
 * line breaks in the middle of it, the answer waits for the next line, which knows whether the group was written.
 * Rejects with a `StoreError` when there is no database or another process has the schema.
 */
export async function createPostgresStore(url: string, options: PostgresOptions = {}): Promise<Store> {
  const schema = options.schema ?? 'colloquy';
  const line = await openPostgresLine(url, schema);
  return createGroupStore(engineOf(line, textsOf(schema), options));
}

/** Where the rows are, and a hook for tests. */
export interface PostgresOptions {
  /** Schema of the table; letters, digits and underscores. Default `colloquy`. */
  readonly schema?: string;
  /** See `GroupEngine`. */
  readonly onPoint?: GroupEngine['onPoint'];
}

/** Those who ask while the outcome of a flush is unknown wait so long, then they are refused. */
const STUCK_AFTER_MS = 3_000;

/** A group under way: bound to the line that it began on, since another one may have missed what it read. */
interface Group {
  readonly ask: Ask;
  readonly writes: WriteSet;
}

type Texts = ReturnType<typeof textsOf>;

function engineOf(line: PostgresLine, texts: Texts, options: PostgresOptions): GroupEngine {
  let group: Group | undefined;
  let isStuck = false;
  const current = (): Group => {
    if (!group) throw new StoreError('unavailable', 'this transaction is over');
    return group;
  };
  return {
    onPoint: options.onPoint,
    async begin() {
      group = { ask: askOneByOne(await line.client()), writes: createWriteSet() };
    },
    async attempt(work) {
      const { ask, writes } = current();
      const own = createWriteSet();
      const scope = { open: true };
      try {
        const value = await work(transactionOf({ ask, texts, layers: [own, writes], scope }));
        for (const [key, text] of own.entries()) writes.set(key, text);
        return { ok: true, value };
      } catch (error) {
        return { ok: false, error };
      } finally {
        scope.open = false;
      }
    },
    isStuck: () => isStuck,
    gather: nextTurn,
    async commit() {
      const { ask, writes } = current();
      group = undefined;
      const mark = globalThis.crypto.randomUUID();
      try {
        if (writes.size > 0) await flush(ask, texts, writes, mark);
      } catch (error) {
        const patience = systemClock.after(STUCK_AFTER_MS, () => (isStuck = true));
        await settle(line, mark, error).finally(() => systemClock.clear(patience));
      } finally {
        isStuck = false;
      }
    },
    abandon: async () => void (group = undefined),
    stopWaiting: () => line.stopWaiting(),
    close: () => line.close(),
  };
}

async function flush(ask: Ask, texts: Texts, writes: WriteSet, mark: string): Promise<void> {
  const gone: Uint8Array[] = [];
  const keys: Uint8Array[] = [];
  const values: string[] = [];
  for (const [key, text] of writes.entries()) {
    if (text === undefined) gone.push(encodeKey(key));
    else {
      keys.push(encodeKey(key));
      values.push(text);
    }
  }
  await ask({ name: 'flush', text: texts.flush, values: [gone, keys, values, mark] });
}

/** After a failed flush: nothing to do when the group was written after all, else throws. */
async function settle(line: PostgresLine, mark: string, error: unknown): Promise<void> {
  if (isOutcomeUnknown(error) && (await line.lastCommit()) === mark) return;
  throw translateError(error);
}

interface Inside {
  readonly ask: Ask;
  readonly texts: Texts;
  /** What was written and is not flushed: by this transaction, by those of its group. */
  readonly layers: readonly WriteSet[];
  readonly scope: { readonly open: boolean };
}

function transactionOf(inside: Inside): Transaction {
  const [own] = inside.layers;
  const step = (): void => {
    if (!inside.scope.open) throw new StoreError('unavailable', 'this transaction is over');
  };
  return {
    async get(key) {
      step();
      for (const layer of inside.layers) if (layer.has(key)) return parsed(layer.get(key));
      const values = [encodeKey(key)];
      const { rows } = await ask(inside, { name: 'get', text: inside.texts.get, values });
      return parsed(rows[0]?.value);
    },
    async put(key, value) {
      step();
      own?.set(key, JSON.stringify(value));
    },
    async delete(key) {
      step();
      own?.set(key, undefined);
    },
    async list(range) {
      step();
      return list(inside, range);
    },
  };
}

async function list(inside: Inside, range: ListRange): Promise<readonly Row[]> {
  // The lower layer first: what the transaction itself wrote covers what its group wrote.
  const written = new Map(inside.layers.toReversed().flatMap((layer) => layer.within(range)));
  const [from, until] = boundsOf(range);
  // Each row of ours may hide one of the table's.
  const limit = range.limit === undefined ? null : range.limit + written.size;
  const way = range.reverse ? 'listReverse' : 'list';
  const query = { name: way, text: inside.texts[way], values: [from, until, limit] };
  const found = new Map<string, string | undefined>();
  if (range.limit !== 0)
    for (const { key, value } of (await ask(inside, query)).rows) found.set(decodeKey(key ?? NO_KEY), value);
  for (const [key, text] of written) found.set(key, text);
  const keys = [...found.keys()].filter((key) => found.get(key) !== undefined);
  // The table's rows come in order; only ours have to be put among them.
  if (written.size > 0) keys.sort((a, b) => (a < b === !range.reverse ? -1 : 1));
  return keys.slice(0, range.limit).map((key) => [key, parsed(found.get(key)) ?? null]);
}

const NO_KEY = new Uint8Array();

interface Question {
  readonly name: string;
  readonly text: string;
  readonly values: unknown[];
}

async function ask(inside: Inside, question: Question): ReturnType<Ask> {
  try {
    return await inside.ask(question);
  } catch (error) {
    throw translateError(error);
  }
}

type Ask = (question: Question) => Promise<{ readonly rows: readonly StoredRow[] }>;

/** The driver wants one question at a time; the works of a group may ask several at once. */
function askOneByOne(client: Client): Ask {
  let turn: Promise<unknown> = Promise.resolve();
  return (question) => {
    const answer = turn.then(() => client.query<StoredRow>(question));
    turn = answer.catch(() => undefined);
    return answer;
  };
}

interface StoredRow {
  readonly key?: Uint8Array;
  readonly value: string;
}

function parsed(text: string | undefined): Json | undefined {
  if (text === undefined) return undefined;
  try {
    const value: Json = JSON.parse(text);
    return value;
  } catch (cause) {
    throw new StoreError('corrupt', 'A row of the database is not JSON; put back a backup.', { cause });
  }
}

function textsOf(schema: string) {
  const rows = `${quoted(schema)}.rows`;
  const range = `SELECT key, value FROM ${rows} WHERE key >= $1 AND key < $2 ORDER BY key`;
  return {
    get: `SELECT value FROM ${rows} WHERE key = $1`,
    list: `${range} LIMIT $3`,
    listReverse: `${range} DESC LIMIT $3`,
    // One statement, and so one transaction and one way there and back.
    flush: `WITH
      gone AS (DELETE FROM ${rows} WHERE key = ANY ($1::bytea[])),
      written AS (
        INSERT INTO ${rows} (key, value) SELECT * FROM unnest($2::bytea[], $3::text[])
        ON CONFLICT (key) DO UPDATE SET value = excluded.value
      )
      UPDATE ${quoted(schema)}.state SET last_commit = $4`,
  };
}
