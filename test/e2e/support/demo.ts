import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What `npm start` writes into DIR/demo.json: the outside contract. */
export interface DemoConfig {
  readonly demoUrl: string;
  readonly deskUrl: string;
  readonly connectorUrl: string;
  readonly sandboxUrl: string;
  readonly tokensUrl: string;
  readonly pushUrl: string;
  readonly accountId: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly appkey: string;
  readonly integrationId: string;
  readonly chatIntegrationId: string;
  readonly integrations: readonly {
    readonly id: string;
    readonly kind: string;
    readonly channelProviderId: string;
  }[];
  readonly pids: Readonly<Record<string, number>>;
  readonly agents: readonly { readonly user: string; readonly password: string }[];
  readonly admin: { readonly user: string; readonly password: string };
}

/** A running demo: real processes, real ports, a data folder of its own. */
export interface Demo {
  readonly config: DemoConfig;
  readonly output: () => string;
  /** Reads demo.json again: process ids change when a server is restarted. */
  reread(): Promise<DemoConfig>;
  /** `kill -9` of one server; resolves when the supervisor has it back. */
  killServer(name: string): Promise<void>;
  /** SIGTERM; resolves with the exit code. */
  stop(): Promise<number | null>;
  /** `kill -9` of the supervisor. */
  crash(): Promise<void>;
}

/** Starts the built demo on free ports. @param dir a data folder to go on with; default a new one, erased at the end. */
export async function startDemo(
  options: { dir?: string; args?: readonly string[] } = {},
): Promise<Demo & { dir: string }> {
  const dir = options.dir ?? (await mkdtemp(join(tmpdir(), 'colloquy-')));
  const child = spawn(process.execPath, ['dist/cli.js', 'demo', '--data', dir, ...(options.args ?? [])], {
    env: { ...process.env, PORT: '0', HOST: '127.0.0.1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  child.stdout?.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr?.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const ended = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)));
  const config = await readyConfig(dir, child, () => output);

  return {
    dir,
    config,
    output: () => output,
    reread: () => readConfig(dir),
    async killServer(name) {
      const before = (await readConfig(dir)).pids[name];
      if (before === undefined) throw new Error(`No server named ${name}`);
      process.kill(before, 'SIGKILL');
      await until(async () => {
        const config = await readConfig(dir);
        return config.pids[name] !== before && (await answers(`${addressOf(config, name)}/healthz`));
      }, `${name} to come back`);
    },
    async stop() {
      child.kill('SIGTERM');
      const code = await ended;
      if (options.dir === undefined) await rm(dir, { recursive: true, force: true });
      return code;
    },
    async crash() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

function addressOf(config: DemoConfig, name: string): string {
  const address: Record<string, string> = {
    connector: config.connectorUrl,
    sandbox: config.sandboxUrl,
    tokens: config.tokensUrl,
    push: config.pushUrl,
  };
  return (address[name] ?? config.demoUrl).replace(/\/$/, '');
}

async function readyConfig(dir: string, child: ChildProcess, output: () => string): Promise<DemoConfig> {
  await until(async () => {
    if (child.exitCode !== null) throw new Error(`The demo ended with ${child.exitCode}:\n${output()}`);
    const config = await readConfig(dir).catch(() => undefined);
    return config !== undefined && (await answers(config.demoUrl)) && config.pids['connector'] !== undefined;
  }, `the demo to be ready; it said:\n${output()}`);
  return readConfig(dir);
}

async function readConfig(dir: string): Promise<DemoConfig> {
  return JSON.parse(await readFile(join(dir, 'demo.json'), 'utf8')) as DemoConfig;
}

async function answers(url: string): Promise<boolean> {
  return fetch(url).then(
    (response) => response.ok,
    () => false,
  );
}

/** Polls a fact of the outside world; fails loudly after 30 s. */
export async function until(fact: () => Promise<boolean>, what: string): Promise<void> {
  const deadline = Date.now() + 30_000;
  while (!(await fact())) {
    if (Date.now() > deadline) throw new Error(`Waited 30 s for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
