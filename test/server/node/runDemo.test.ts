import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, watch, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';

const CLI = fileURLToPath(new URL('../../../src/server/node/cli.ts', import.meta.url));
const SERVERS = ['demo', 'connector', 'sandbox', 'tokens', 'push'];

let dir = '';
const running: Run[] = [];
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'colloquy-demo-'));
});
afterEach(async () => {
  for (const run of running.splice(0)) await ended(run, 'SIGKILL');
  rmSync(dir, { recursive: true, force: true });
}, 60_000);

/** What a run printed, and its process. */
interface Run {
  readonly child: ChildProcess;
  readonly said: () => string;
  /** Its exit code, once all its output is over. */
  readonly closed: Promise<number | null>;
}

function start(env: Record<string, string> = {}): Run {
  const child = spawn(process.execPath, [CLI, 'demo', '--data', dir], {
    env: { ...process.env, PORT: '0', HOST: '127.0.0.1', LOG_LEVEL: 'OFF', NODE_OPTIONS: '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  child.stdout?.on('data', (chunk) => (said += String(chunk)));
  child.stderr?.on('data', (chunk) => (said += String(chunk)));
  const closed = new Promise<number | null>((resolve) => child.once('close', (code) => resolve(code)));
  const run = { child, said: () => said, closed };
  running.push(run);
  return run;
}

/** Resolves when the addresses are printed; rejects when the process ends instead. */
async function ready({ child, said }: Run): Promise<Record<string, unknown>> {
  await new Promise<void>((resolve, reject) => {
    child.stdout?.on('data', () => said().includes('Ctrl-C') && resolve());
    child.once('exit', () => reject(new Error(said())));
  });
  return facts();
}

function facts(): Record<string, unknown> {
  return Object(JSON.parse(readFileSync(join(dir, 'demo.json'), 'utf8')));
}

/** Ends a run and waits until nobody holds its output any more: neither the process nor one of its children. */
async function ended({ child, closed }: Run, signal: NodeJS.Signals): Promise<number | null> {
  child.kill(signal);
  return closed;
}

const pidOf = (name: string): number => Number(Reflect.get(Object(facts()['pids']), name));
const urlsOf = (found: Record<string, unknown>): unknown[] => SERVERS.map((name) => found[`${name}Url`]);

test(
  'the demo starts five servers, tells them in a private file, and comes back as it was',
  { timeout: 180_000 },
  async () => {
    const first = start();
    const found = await ready(first);
    expect(statSync(join(dir, 'demo.json')).mode & 0o777).toBe(0o600);
    expect(readdirSync(dir).filter((name) => statSync(join(dir, name)).mode & 0o077)).toEqual([]);
    expect(found).toMatchObject({
      deskUrl: expect.stringMatching(/\/desk\/$/),
      accountId: expect.stringMatching(/^[a-zA-Z]{6}$/),
      integrations: [
        { id: found['integrationId'], kind: 'messaging', channelProviderId: expect.any(String) },
        { id: found['chatIntegrationId'], kind: 'chat', channelProviderId: expect.any(String) },
      ],
      agents: [{ user: 'alex' }, { user: 'sam' }],
      admin: { user: 'admin' },
    });
    const listed: unknown = JSON.parse(readFileSync(join(dir, 'integrations.json'), 'utf8'));
    expect(listed).toEqual(found['integrations']);
    for (const url of urlsOf(found)) expect((await fetch(`${String(url)}/healthz`)).status).toBe(200);
    const token = await fetch(`${String(found['tokensUrl'])}/token`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: String(found['demoUrl']) },
      body: '{}',
    });
    expect(await token.json()).toMatchObject({ hostURL: found['connectorUrl'], appkey: found['appkey'] });
    expect(await ended(first, 'SIGTERM')).toBe(0);

    const second = start();
    const again = await ready(second);
    expect({ ...again, pids: 0 }).toEqual({ ...found, pids: 0 });
    expect(await ended(second, 'SIGTERM')).toBe(0);
  },
);

test(
  'a server that is killed comes back on its port; none outlives a killed supervisor',
  { timeout: 180_000 },
  async () => {
    const run = start();
    const found = await ready(run);
    const before = pidOf('connector');
    const changed = new Promise<void>((resolve) => {
      const watcher = watch(dir, () => {
        if (pidOf('connector') === before) return;
        watcher.close();
        resolve();
      });
    });
    process.kill(before, 'SIGKILL');
    await changed;
    expect((await fetch(`${String(found['connectorUrl'])}/healthz`)).status).toBe(200);
    await ended(run, 'SIGKILL');
    await expect(fetch(`${String(found['sandboxUrl'])}/healthz`)).rejects.toThrow();
  },
);

test(
  'a taken port, a taken folder and a damaged one are told in a line, and nothing is left running',
  { timeout: 180_000 },
  async () => {
    const run = start();
    const found = await ready(run);
    const port = new URL(String(found['demoUrl'])).port;
    const other = start({ PORT: port });
    expect(await other.closed).toBe(1);
    expect(other.said()).toBe(
      `colloquy demo: Port ${port} on 127.0.0.1 is in use by another program. Choose another with PORT, or PORT=0 for free ones.\n`,
    );
    const same = start();
    expect(await same.closed).toBe(1);
    expect(same.said()).toMatch(/sandbox\.db is in use by another process\.\n.*did not start/);
    expect(facts()).toEqual(found);
    await ended(run, 'SIGTERM');

    writeFileSync(join(dir, 'tokens.db'), 'this was a database once'.repeat(100));
    const damaged = start();
    expect(await damaged.closed).toBe(1);
    expect(damaged.said().trim().split('\n')).toEqual([
      expect.stringMatching(/^colloquy tokens: The data file .*tokens\.db is damaged\. Stop the servers/),
      'colloquy demo: The tokens did not start; the line above says why.',
    ]);

    writeFileSync(join(dir, 'state.json'), '{');
    const confused = start();
    expect(await confused.closed).toBe(1);
    expect(confused.said()).toMatch(/^colloquy demo: The file .*state\.json is damaged\..*\n$/);
  },
);
