import type { Client } from 'pg';
import { backoffMs, pause, systemClock, systemRandom } from '../../lib/index.ts';
import { StoreError } from '../storage/index.ts';
import { translateError } from './postgresErrors.ts';

/**
 * Keeps one connection to a database, with the lock of one schema on it. A line that breaks is made anew, with growing
 * pauses, until `close`. Rejects when the first one cannot be had.
 */
export async function openPostgresLine(url: string, schema: string): Promise<PostgresLine> {
  if (!/^\w{1,63}$/.test(schema))
    throw new StoreError('unavailable', `"${schema}" is no name for a schema: letters, digits, underscores.`);
  const presence = createPresence();
  let dialing: Promise<void> | undefined;

  async function dial(): Promise<void> {
    for (let attempt = 0; !presence.isOver(); attempt++) {
      try {
        const client = await connect(url, schema, LOCK_TRY_MS, onLost);
        if (presence.isOver()) await client.end();
        else presence.set(client);
        return;
      } catch {
        await pause(systemClock, backoffMs(attempt, systemRandom.next, RECONNECT.capMs, RECONNECT.baseMs));
      }
    }
  }

  function onLost(lost: Client): void {
    if (presence.client() !== lost) return;
    presence.set(undefined);
    if (!presence.isOver()) dialing = dial();
  }

  presence.set(await connect(url, schema, FIRST_LOCK_MS, onLost));
  return {
    async client() {
      const client = await presence.wait(WAIT_MS);
      if (client) return client;
      throw new StoreError('unavailable', 'The database cannot be reached; it is tried again and again.');
    },
    async lastCommit() {
      for (;;) {
        const client = await presence.wait(Infinity);
        if (!client)
          throw new StoreError('unavailable', 'The database broke off; whether it has written is unknown.');
        try {
          const text = `SELECT last_commit FROM ${quoted(schema)}.state`;
          return (await client.query<{ last_commit: string }>(text)).rows[0]?.last_commit;
        } catch {
          // Broken again: the next line knows as well.
          onLost(client);
        }
      }
    },
    stopWaiting: presence.end,
    async close() {
      presence.end();
      await dialing;
      const client = presence.client();
      presence.set(undefined);
      await client?.end().catch(() => undefined);
    },
  };
}

/** A connection that comes back. */
export interface PostgresLine {
  /** The connection; waits up to 3 s for a broken one to come back, then rejects as `unavailable`. */
  client(): Promise<Client>;
  /** The mark of the last flush that was written; waits for the line as long as it takes. Rejects when `stopWaiting` comes first. */
  lastCommit(): Promise<string | undefined>;
  /** Gives up lines that are not there; the present one stays until `close`. */
  stopWaiting(): void;
  close(): Promise<void>;
}

/** A name as SQL takes it. */
export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

const WAIT_MS = 3_000;
const CONNECT_WITHIN_MS = 5_000;
/** A statement without an answer for so long is on a dead line. */
const ANSWER_WITHIN_MS = 20_000;
/** A process that was killed a moment ago may still hold the lock, until the database has noticed. */
const FIRST_LOCK_MS = 8_000;
const LOCK_TRY_MS = 1_000;
const LOCK_PAUSE_MS = 50;
const RECONNECT = { baseMs: 50, capMs: 2_000 };

/** The line of now, and a room to wait for the next one. */
function createPresence() {
  let present: Client | undefined;
  let over = false;
  const waiters = new Set<() => void>();
  const wake = (): void => {
    for (const each of waiters) each();
  };
  return {
    client: () => present,
    isOver: () => over,
    set(client: Client | undefined): void {
      present = client;
      if (client) wake();
    },
    /** Nobody waits any longer, now or later. */
    end(): void {
      over = true;
      wake();
    },
    /** The line, waiting for it so long; undefined when it does not come. */
    async wait(ms: number): Promise<Client | undefined> {
      if (present || over) return present;
      await new Promise<void>((resolve) => {
        const timer = ms === Infinity ? undefined : systemClock.after(ms, () => done());
        const done = (): void => {
          systemClock.clear(timer);
          waiters.delete(done);
          resolve();
        };
        waiters.add(done);
      });
      return present;
    },
  };
}

async function connect(
  url: string,
  schema: string,
  lockMs: number,
  onLost: (client: Client) => void,
): Promise<Client> {
  const client = new (await driver())({
    connectionString: url,
    application_name: 'colloquy',
    keepAlive: true,
    connectionTimeoutMillis: CONNECT_WITHIN_MS,
    query_timeout: ANSWER_WITHIN_MS,
  });
  // Also what comes after `end`: an 'error' that nobody hears would end the process.
  client.on('error', () => onLost(client));
  client.on('end', () => onLost(client));
  try {
    await client.connect();
    await lock(client, schema, lockMs);
    await prepare(client, schema);
    return client;
  } catch (error) {
    await client.end().catch(() => undefined);
    throw translateError(error);
  }
}

async function driver(): Promise<typeof Client> {
  try {
    return (await import('pg')).default.Client;
  } catch (cause) {
    const line = 'The driver for PostgreSQL is not installed. Run "npm install pg" beside colloquy.';
    throw new StoreError('unavailable', line, { cause });
  }
}

async function lock(client: Client, schema: string, withinMs: number): Promise<void> {
  const until = systemClock.monotonic() + withinMs;
  const text = 'SELECT pg_try_advisory_lock(hashtextextended($1, 0)) AS locked';
  for (;;) {
    const { rows } = await client.query<{ locked: boolean }>(text, [`colloquy/${schema}`]);
    if (rows[0]?.locked === true) return;
    if (systemClock.monotonic() > until)
      throw new StoreError('unavailable', `The schema ${schema} is in use by another process.`);
    await pause(systemClock, LOCK_PAUSE_MS);
  }
}

/** Makes the tables where they are not, and takes care that a commit is flushed before it is answered. */
async function prepare(client: Client, schema: string): Promise<void> {
  const name = quoted(schema);
  await client.query(`
    CREATE SCHEMA IF NOT EXISTS ${name};
    CREATE TABLE IF NOT EXISTS ${name}.rows (key bytea PRIMARY KEY, value text NOT NULL);
    CREATE TABLE IF NOT EXISTS ${name}.state (one boolean PRIMARY KEY DEFAULT true CHECK (one), last_commit text);
    INSERT INTO ${name}.state DEFAULT VALUES ON CONFLICT DO NOTHING;
    SELECT set_config('synchronous_commit', 'on', false) WHERE current_setting('synchronous_commit') = 'off'`);
}
