import { fork, type ChildProcess } from 'node:child_process';
import { closeSync, mkdirSync, openSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { systemRandom } from '../../src/lib/index.ts';
import {
  demoAdmin,
  demoConfigs,
  demoSandbox,
  demoUrls,
  integrationsFile,
  pushCallbackUrl,
  webhookUrl,
  type DemoBasis,
} from '../../src/server/node/demoConfigs.ts';
import { chooseDemoPorts } from '../../src/server/node/demoPorts.ts';
import { readDemoState } from '../../src/server/node/demoState.ts';
import { seedSandbox } from '../../src/server/node/seedSandbox.ts';
import type { ServerConfig } from '../../src/server/node/serverConfig.ts';
import { ROOT } from '../root.ts';
import { bundleChild } from './bundle.ts';
import type { Trap } from './trapped.ts';

/**
 * Starts sandbox, token service and connector, a process each, on free ports. Whoever of them dies is started again at once.
 * @param tokensUrl whose tokens the connector takes; its own token service's where it is undefined.
 */
export async function startServers(
  dataDir: string,
  databaseUrl: string | undefined,
  tokensUrl?: string,
): Promise<Servers> {
  mkdirSync(dataDir, { recursive: true });
  const entry = await bundleChild();
  const state = readDemoState(join(dataDir, 'state.json'), systemRandom);
  const ports = await chooseDemoPorts('127.0.0.1', 0, {});
  const urls = demoUrls('127.0.0.1', ports);
  const basis: DemoBasis = {
    host: '127.0.0.1',
    dataDir,
    databaseUrl,
    logLevel: 'ERROR',
    bot: false,
    ports,
    urls,
    state,
  };
  const sandbox = createServer('sandbox', entry, demoSandbox(basis));
  await sandbox.start();
  const seed = await seedSandbox({
    fetch: (request) => fetch(request),
    ...urls,
    admin: demoAdmin(state),
    webhookUrl: webhookUrl(basis),
    pushCallbackUrl: pushCallbackUrl(urls),
    state,
    keep: () => undefined,
  });
  writeFileSync(integrationsFile(basis), JSON.stringify(seed.integrations));
  const configs = demoConfigs(basis, seed);
  // There is no push connector here.
  const { push: _, ...alone } = configs.connector;
  const connectorConfig = { ...alone, ...(tokensUrl !== undefined && { tokensUrl }) };
  const tokens = createServer('tokens', entry, configs.tokens);
  const connector = createServer('connector', entry, connectorConfig);
  await Promise.all([tokens.start(), connector.start()]);
  return {
    sandbox,
    tokens,
    connector,
    urls,
    appkey: seed.appkey,
    integrations: seed.integrations,
    agents: state.agents,
  };
}

/** The servers under test and what clients must know of them. */
export interface Servers {
  readonly sandbox: Server;
  readonly tokens: Server;
  readonly connector: Server;
  readonly urls: ReturnType<typeof demoUrls>;
  readonly appkey: string;
  readonly integrations: readonly { readonly id: string; readonly kind: 'messaging' | 'chat' }[];
  readonly agents: readonly { readonly user: string; readonly password: string }[];
}

/** One process that is started again whenever it dies. */
export interface Server {
  /** Resolves when it answers. */
  start(): Promise<void>;
  /** Resolves when the present process answers; one that dies first counts by its successor. */
  ready(): Promise<void>;
  kill(): void;
  /** Lets it die by itself at this point; resolves to false when it did not come by there in time, and kills it then. */
  trap(point: Trap, withinMs: number): Promise<boolean>;
  stop(): Promise<void>;
}

/** What the servers themselves said: beside the record. */
const LOG = join(ROOT, '.cache/kills/servers.log');

function createServer(name: string, entry: string, config: ServerConfig): Server {
  let child: ChildProcess | undefined;
  let wanted = true;
  let isUp = false;
  const waiters: (() => void)[] = [];

  function spawn(): void {
    const log = openSync(LOG, 'a');
    const own = fork(entry, {
      stdio: ['ignore', 'ignore', log, 'ipc'],
      env: { ...process.env, NODE_COMPILE_CACHE: join(ROOT, '.cache/compile') },
    });
    closeSync(log);
    child = own;
    own.on('message', (message: { type: string }) => {
      if (message.type === 'waiting') own.send({ config });
      else {
        isUp = true;
        for (const each of waiters.splice(0)) each();
      }
    });
    own.on('exit', (code) => {
      isUp = false;
      if (!wanted) return;
      // One that ends by itself (its database is away) is not worth a busy loop.
      if (code === null) spawn();
      else setTimeout(spawn, 200);
    });
    own.on('error', (fault) => console.error(`${name}: ${fault.message}`));
  }

  const ready = (): Promise<void> =>
    isUp ? Promise.resolve() : new Promise((resolve) => void waiters.push(resolve));

  return {
    start() {
      spawn();
      return ready();
    },
    ready,
    kill() {
      isUp = false;
      child?.kill('SIGKILL');
    },
    async trap(point, withinMs) {
      const own = child;
      if (!own?.connected) return false;
      const died = new Promise<boolean>((resolve) => own.once('exit', () => resolve(true)));
      own.send({ trap: point }, () => undefined);
      const sprung = await Promise.race([
        died,
        new Promise<boolean>((resolve) => setTimeout(() => resolve(false), withinMs)),
      ]);
      isUp = false;
      if (!sprung) own.kill('SIGKILL');
      return sprung;
    },
    async stop() {
      wanted = false;
      if (child) await stopProcess(child);
    },
  };
}

async function stopProcess(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  const impatience = setTimeout(() => child.kill('SIGKILL'), 9_000);
  await gone;
  clearTimeout(impatience);
}
