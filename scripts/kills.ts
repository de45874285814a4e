import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createSeededRandom, type Random } from '../src/lib/index.ts';
import { createAgent } from './kills/agent.ts';
import { pause } from './kills/calls.ts';
import { createCustomer, type Customer } from './kills/customer.ts';
import { createHistory, type History } from './kills/history.ts';
import { judge, type Verdict } from './kills/judge.ts';
import { startServers, type Servers } from './kills/servers.ts';
import { TRAPS } from './kills/trapped.ts';
import { startPostgres, type Postgres } from './postgres.ts';
import { ROOT } from './root.ts';

/**
 * `kills [--kills N] [--database sqlite|postgres] [--seed S]`: real servers under load are killed (kill -9) again and again, at
 * random moments and inside commits; a judge then reads what clients were told and saw. docs/guarantees.md tells more.
 */
const CHAT_CUSTOMERS = 5;
const MESSAGING_CUSTOMERS = 3;
const CUSTOMER_PAUSE_MS = 250;
const AGENT_PAUSE_MS = 400;
/** Longer than the connector waits before it calls a message unconfirmed, and the contact centre between two tries of a callback. */
const SETTLE_WITHIN_MS = 150_000;

await main();

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      kills: { type: 'string', default: '10' },
      database: { type: 'string', default: 'sqlite' },
      seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    },
  });
  const kills = Number(values.kills);
  const seed = Number(values.seed);
  if (!(kills >= 1) || !['sqlite', 'postgres'].includes(values.database)) {
    console.error('Usage: kills [--kills N] [--database sqlite|postgres] [--seed S]');
    process.exit(1);
  }
  console.log(`kills: ${kills} kills on ${values.database}, seed ${seed}`);
  const begunAt = performance.now();
  const file = join(ROOT, `.cache/kills/${values.database}.jsonl`);
  const history = createHistory(file);
  await run({
    kills,
    usesPostgres: values.database === 'postgres',
    random: createSeededRandom(seed),
    history,
  });
  const verdict = judge(history.notes);
  print(verdict, history, (performance.now() - begunAt) / 1000);
  if (!verdict.isClean) console.log(`The record: ${file}`);
  process.exit(verdict.isClean ? 0 : 1);
}

interface Order {
  readonly kills: number;
  readonly usesPostgres: boolean;
  readonly random: Random;
  readonly history: History;
}

async function run({ kills, usesPostgres, random, history }: Order): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'colloquy-kills-'));
  // Also when we are told to end; the servers end by themselves with us.
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(128));
  const postgres = usesPostgres ? await startPostgres() : undefined;
  const servers = await startServers(folder, postgres?.url);
  const dialogs = new Set<string>();
  const world = { servers, history, random, dialogs };
  const customers = [
    ...Array.from({ length: CHAT_CUSTOMERS }, (_, at) =>
      createCustomer(`chat${at}`, 'chat', { ...world, meanPauseMs: CUSTOMER_PAUSE_MS }),
    ),
    ...Array.from({ length: MESSAGING_CUSTOMERS }, (_, at) =>
      createCustomer(`messaging${at}`, 'messaging', { ...world, meanPauseMs: CUSTOMER_PAUSE_MS }),
    ),
  ];
  const agents = servers.agents.map(({ user, password }) =>
    createAgent(user, password, { ...world, meanPauseMs: AGENT_PAUSE_MS }),
  );
  try {
    await Promise.all(agents.map((agent) => agent.start()));
    await Promise.all(customers.map((customer) => customer.start()));
    for (let done = 0; done < kills;) done += await killOnce(servers, postgres, random, history);
    await Promise.all([servers.sandbox.ready(), servers.tokens.ready(), servers.connector.ready()]);
    await Promise.all(customers.map((customer) => customer.stopWriting()));
    await settled(customers, history);
    await Promise.all(agents.map((agent) => agent.stop()));
    await repliesArrived(customers, history);
    await Promise.all(customers.map((customer) => customer.finish()));
    await agents[0]?.noteDesk();
  } finally {
    await Promise.all([servers.connector.stop(), servers.tokens.stop(), servers.sandbox.stop()]);
    await postgres?.stop();
  }
}

/** Kills one process, or two at the same moment; resolves to how many. */
async function killOnce(
  servers: Servers,
  postgres: Postgres | undefined,
  random: Random,
  history: History,
): Promise<number> {
  // Mostly when everything runs; now and then while the last victim is still getting up.
  if (random.next() < 0.85) await Promise.all([servers.connector.ready(), servers.sandbox.ready()]);
  await pause(50 + random.next() * 450);
  const dice = random.next();
  if (postgres && dice < 0.25) {
    history.note({ type: 'kill', victims: ['postgres'], how: 'at random' });
    await postgres.kill();
    await pause(random.next() * 300);
    await postgres.start();
    return 1;
  }
  const both = random.next() < 0.08;
  if (both) {
    history.note({ type: 'kill', victims: ['connector', 'sandbox'], how: 'at random' });
    servers.connector.kill();
    servers.sandbox.kill();
    return 2;
  }
  const name = dice < 0.7 ? 'connector' : 'sandbox';
  const trap = random.next() < 0.6 ? TRAPS[Math.floor(random.next() * TRAPS.length)] : undefined;
  if (trap === undefined) servers[name].kill();
  const sprung = trap !== undefined && (await servers[name].trap(trap, 1_000));
  history.note({ type: 'kill', victims: [name], how: sprung ? `${trap}` : 'at random' });
  return 1;
}

/** Waits until each message of the customers has come to its end: delivered, or openly not. */
async function settled(customers: readonly Customer[], history: History): Promise<void> {
  const ends = ['MESSAGE_DELIVERED', 'MESSAGE_FAILED', 'MESSAGE_UNCONFIRMED'];
  await waitFor(
    async () => {
      const logs = await Promise.all(customers.map((customer) => customer.log()));
      return logs.every((log) => {
        const ended = new Set(
          log.filter((entry) => ends.includes(entry.type)).map((entry) => entry.messageId),
        );
        return log.every((entry) => entry.type !== 'MESSAGE_ACCEPTED' || ended.has(entry.message.messageId));
      });
    },
    () => history.note({ type: 'broken', who: 'the connector', what: 'messages came to no end' }),
  );
}

async function repliesArrived(customers: readonly Customer[], history: History): Promise<void> {
  await waitFor(
    async () => {
      const logs = await Promise.all(customers.map((customer) => customer.log()));
      const there = new Set(logs.flat().map((entry) => entry.message?.body?.text));
      return history.notes.every((note) => note.type !== 'agent-accepted' || there.has(note.text));
    },
    () => undefined,
  );
}

async function waitFor(isDone: () => Promise<boolean>, onLate: () => void): Promise<void> {
  const until = Date.now() + SETTLE_WITHIN_MS;
  while (!(await isDone())) {
    if (Date.now() > until) return onLate();
    await pause(300);
  }
}

function print(verdict: Verdict, history: History, seconds: number): void {
  const counts = new Map<string, number>();
  for (const note of history.notes)
    if (note.type === 'kill')
      for (const victim of note.victims)
        counts.set(`${victim} ${note.how}`, (counts.get(`${victim} ${note.how}`) ?? 0) + 1);
  for (const [what, count] of [...counts].toSorted(([a], [b]) => (a < b ? -1 : 1)))
    console.log(`  ${String(count).padStart(4)}  ${what}`);
  const { accepted, replies, unconfirmed, lost, doubled, disordered, broken } = verdict;
  for (const [title, list] of Object.entries({ lost, doubled, disordered, broken }))
    for (const line of list.slice(0, 20)) console.log(`  ${title}: ${line}`);
  console.log(
    `kills: ${verdict.kills} kills, ${accepted} accepted messages and ${replies} replies of agents: ` +
      `${lost.length} lost, ${doubled.length} doubled, ${disordered.length} out of order, ${broken.length} broken, ` +
      `${unconfirmed} openly unconfirmed, ${seconds.toFixed(0)} s`,
  );
}
