import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startPostgres, type Postgres } from '../../scripts/postgres.ts';
import { createPostgresStore } from '../../src/server/node/index.ts';
import type { Store } from '../../src/server/storage/index.ts';
import { describeStore } from '../contract/store.ts';

let postgres: Postgres;
beforeAll(async () => void (postgres = await startPostgres()));
afterAll(() => postgres.stop());

const schemas = new Map<Store, string>();
const freshSchema = (): string => `test_${randomUUID().replaceAll('-', '')}`;

async function open(schema = freshSchema()): Promise<Store> {
  const store = await createPostgresStore(postgres.url, { schema });
  schemas.set(store, schema);
  return store;
}

async function sql(text: string): Promise<readonly Record<string, unknown>[]> {
  const client = new Client({ connectionString: postgres.url });
  await client.connect();
  try {
    return (await client.query(text)).rows ?? [];
  } finally {
    await client.end();
  }
}

/** A schema in which a trigger says "disk full" as soon as there are more than a few hundred kilobytes. */
async function openSmall(): Promise<Store> {
  const store = await open();
  const schema = schemas.get(store) ?? '';
  await sql(`
    CREATE FUNCTION ${schema}.small() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
      IF (SELECT sum(length(value)) FROM ${schema}.rows) > 200000 THEN
        RAISE EXCEPTION 'could not extend file' USING ERRCODE = '53100';
      END IF;
      RETURN NULL;
    END $$;
    CREATE TRIGGER small AFTER INSERT ON ${schema}.rows FOR EACH STATEMENT EXECUTE FUNCTION ${schema}.small();`);
  return store;
}

describe('the PostgreSQL store', () => {
  describeStore({ open, reopen: (closed) => open(schemas.get(closed)), openSmall });

  test('outlives a kill -9 of the database: what was answered is there, and it goes on by itself', async () => {
    const store = await open();
    await store.transact((transaction) => transaction.put('before', 1));
    await postgres.kill();
    const meanwhile = store.transact((transaction) => transaction.put('meanwhile', 2));
    const outcome = meanwhile.then(
      () => ['before', 'meanwhile'],
      () => ['before'],
    );
    await postgres.start();
    const rows = await retried(() => store.transact((transaction) => transaction.list({ prefix: '' })));
    expect(rows.map(([key]) => key)).toEqual(await outcome);
    await store.close();
  });

  test('says unavailable within seconds while the database is away, and again serves when it is back', async () => {
    const store = await open();
    await postgres.kill();
    // The line has to notice first; until then there is nothing to refuse in what writes nothing.
    const asking = async (): Promise<never> => {
      for (;;) await store.transact(async () => undefined);
    };
    await expect(asking()).rejects.toMatchObject({ name: 'StoreError', code: 'unavailable' });
    const refused = store.transact((transaction) => transaction.put('k', 1));
    await expect(refused).rejects.toMatchObject({ name: 'StoreError', code: 'unavailable' });
    await postgres.start();
    const after = await retried(() => store.transact((transaction) => transaction.put('k', 2)));
    expect(after).toBeUndefined();
    await store.close();
  });

  test('a commit whose answer was lost is answered by the next line, as it really ended', async () => {
    const schema = freshSchema();
    const cut = { armed: false };
    const store = await createPostgresStore(postgres.url, {
      schema,
      onPoint: (point) => {
        if (point !== 'before-flush' || !cut.armed) return;
        cut.armed = false;
        void sql(terminate(schema));
      },
    });
    await sql(`
      CREATE FUNCTION ${schema}.slow() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN PERFORM pg_sleep(0.3); RETURN NULL; END $$;
      CREATE TRIGGER slow AFTER INSERT ON ${schema}.rows FOR EACH STATEMENT EXECUTE FUNCTION ${schema}.slow();`);
    for (let round = 0; round < 5; round++) {
      cut.armed = true;
      const key = `k/${round}`;
      const outcome = await store
        .transact((transaction) => transaction.put(key, round))
        .then(
          () => true,
          () => false,
        );
      expect(await store.transact(async (transaction) => (await transaction.get(key)) !== undefined)).toBe(
        outcome,
      );
    }
    await store.close();
  });

  test('a second process on the same schema is refused instead of mixing in', async () => {
    const store = await open();
    const second = open(schemas.get(store));
    await expect(second).rejects.toMatchObject({ code: 'unavailable' });
    await store.close();
  });

  test('a store that waits for a database that is away can be closed', async () => {
    const store = await open();
    await postgres.kill();
    const waiting = store.transact((transaction) => transaction.put('k', 1));
    await Promise.all([store.close(), expect(waiting).rejects.toMatchObject({ code: 'unavailable' })]);
    await postgres.start();
  });

  test('a wrong address, a wrong schema name and a foreign user are told without the password', async () => {
    const nowhere = createPostgresStore('postgres://who:secret-word@127.0.0.1:1/x');
    await expect(nowhere).rejects.toMatchObject({ name: 'StoreError', code: 'unavailable' });
    expect(String(await nowhere.catch((error: unknown) => error))).not.toContain('secret-word');
    await expect(createPostgresStore(postgres.url, { schema: 'a"b' })).rejects.toMatchObject({
      code: 'unavailable',
    });
  });
});

/** Ends the line of a store, as an administrator or a crashed neighbour would. */
function terminate(schema: string): string {
  return `SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND
    ((classid::bigint << 32) | objid::bigint) = hashtextextended('colloquy/${schema}', 0)`;
}

async function retried<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      if (attempt === 5) throw error;
    }
  }
}
