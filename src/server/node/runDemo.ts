import { rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { decode, systemClock, systemRandom, type Logger, type LogLevel } from '../../lib/index.ts';
import { signInAdmin, type AdminOrder } from './adminApi.ts';
import { createChildServer, type ChildServer } from './childServer.ts';
import {
  demoAdmin,
  demoConfigs,
  demoSandbox,
  demoUrls,
  integrationsFile,
  pushCallbackUrl,
  webhookUrl,
  type DemoBasis,
} from './demoConfigs.ts';
import { chooseDemoPorts, DEMO_SERVERS, type DemoPorts, type DemoServer } from './demoPorts.ts';
import {
  makePrivateFolder,
  readDemoState,
  readJsonFile,
  writePrivateFile,
  type DemoState,
} from './demoState.ts';
import type { NamedIntegration } from './integrationsFile.ts';
import { createIntegrationWatch, listIntegrations } from './integrationWatch.ts';
import { createLineLogger } from './logLines.ts';
import { seedSandbox, type SeedResult } from './seedSandbox.ts';
import type { ServerConfig } from './serverConfig.ts';

/**
 * Starts the whole demo: sandbox, token service, connector, push connector and shop, a supervised process each, with all data
 * in one folder. Writes `DIR/demo.json` when everything answers. Rejects with errors whose message is a line for a person;
 * nothing is left running then.
 */
export async function startDemo(options: DemoOptions): Promise<RunningDemo> {
  const dataDir = resolve(options.dataDir);
  makePrivateFolder(dataDir);
  const demoFile = join(dataDir, 'demo.json');
  const stateFile = join(dataDir, 'state.json');
  const logger = createLineLogger(options.logLevel, 'supervisor');
  let state = readDemoState(stateFile, systemRandom);
  const ports = await chooseDemoPorts(options.host, options.port, { ...state.ports, ...portsIn(demoFile) });
  const keep = (change: Partial<DemoState>): void => {
    state = { ...state, ...change };
    writePrivateFile(stateFile, jsonText(state));
  };
  const urls = demoUrls(publicHostOf(options), ports);
  const basis: DemoBasis = { ...options, dataDir, ports, urls, state };
  const family = createFamily(options.entry, logger);
  try {
    await family.start('sandbox', demoSandbox(basis));
    // Only now is the folder known to be ours: another demo on it would hold the sandbox's file.
    keep({ ports });
    // Whoever waits for the file must not take the one of the last run for this one's.
    rmSync(demoFile, { force: true });
    const order: AdminOrder = { fetch: (request) => fetch(request), ...urls, admin: demoAdmin(state) };
    const seed = await seedSandbox({
      ...order,
      ...urls,
      webhookUrl: webhookUrl(basis),
      pushCallbackUrl: pushCallbackUrl(urls),
      state,
      keep: (seeded) => keep({ seeded }),
    });
    const { integrations: seeded } = seed;
    let integrations = await listIntegrations(await signInAdmin(order), seeded);
    writePrivateFile(integrationsFile(basis), jsonText(integrations));
    const configs = demoConfigs(basis, seed);
    await Promise.all([
      family.start('tokens', configs.tokens),
      family.start('push', configs.push),
      family.start('connector', configs.connector),
      family.start('demo', configs.demo),
    ]);
    const facts = factsOf(basis, seed);
    const tell = (): void =>
      writePrivateFile(demoFile, jsonText({ ...facts, integrations, pids: family.pids() }));
    family.onPids(tell);
    const onChange = (found: readonly NamedIntegration[]): void => {
      writePrivateFile(integrationsFile(basis), jsonText((integrations = found)));
      tell();
    };
    const clock = systemClock;
    const watch = createIntegrationWatch({ ...order, clock, logger, seeded, known: integrations, onChange });
    const stop = (): Promise<void> => {
      watch.stop();
      return family.stop();
    };
    return { facts, demoFile, stop };
  } catch (error) {
    await family.stop();
    throw error;
  }
}

/** What the command line says. */
export interface DemoOptions {
  readonly dataDir: string;
  /** PostgreSQL for the servers' rows; absent: files in the folder. */
  readonly databaseUrl?: string | undefined;
  readonly host: string;
  /** See `chooseDemoPorts`. */
  readonly port: number | undefined;
  /** Name in the addresses; default `host`, or 127.0.0.1 where that means all addresses. */
  readonly publicHost: string | undefined;
  readonly logLevel: LogLevel;
  /** Whether the greeter bot speaks. */
  readonly bot: boolean;
  /** The file of the command line. */
  readonly entry: string;
}

/** A demo whose servers all answer. */
export interface RunningDemo {
  readonly facts: DemoFacts;
  readonly demoFile: string;
  /** Drains all servers, the contact centre last. */
  stop(): Promise<void>;
}

/** What `demo.json` says; `integrations` and `pids` come on top. */
export type DemoFacts = ReturnType<typeof factsOf>;

function factsOf(basis: DemoBasis, seed: SeedResult) {
  const { state, urls } = basis;
  const idOf = (kind: string): string | undefined => seed.integrations.find((each) => each.kind === kind)?.id;
  return {
    ...urls,
    accountId: state.accountId,
    clientId: seed.clientId,
    clientSecret: seed.clientSecret,
    appkey: seed.appkey,
    integrationId: idOf('messaging'),
    chatIntegrationId: idOf('chat'),
    agents: state.agents.map(({ user, password }) => ({ user, password })),
    admin: demoAdmin(state),
  };
}

type Pids = Readonly<Record<string, number>>;

/** The five children and who of them runs under which process id. */
function createFamily(entry: string, logger: Logger) {
  const children = new Map<DemoServer, ChildServer>();
  let pids: Pids = { supervisor: process.pid };
  let tell: () => void = () => undefined;
  return {
    pids: (): Pids => pids,
    onPids(handler: () => void): void {
      tell = handler;
      tell();
    },
    async start(name: DemoServer, config: ServerConfig): Promise<void> {
      const onReady = (pid: number): void => {
        pids = { ...pids, [name]: pid };
        try {
          tell();
        } catch (error) {
          // A full disk must not take the servers along that run on it.
          logger.error('demo.json is out of date', { detail: String(error) });
        }
      };
      const child = createChildServer({ name, entry, config, logger, onReady });
      children.set(name, child);
      await child.start();
    },
    async stop(): Promise<void> {
      tell = () => undefined;
      // The sandbox last: the connector still has callbacks and messages under way.
      const others = DEMO_SERVERS.filter((name) => name !== 'sandbox');
      await Promise.all(others.map(async (name) => children.get(name)?.stop()));
      await children.get('sandbox')?.stop();
    },
  };
}

function jsonText(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

function publicHostOf({ publicHost, host }: DemoOptions): string {
  if (publicHost !== undefined) return publicHost;
  if (host === '0.0.0.0' || host === '::') return '127.0.0.1';
  return host.includes(':') ? `[${host}]` : host;
}

const decodeUrls = decode.object({
  demoUrl: decode.string(),
  connectorUrl: decode.string(),
  sandboxUrl: decode.string(),
  tokensUrl: decode.string(),
  pushUrl: decode.string(),
});

function portsIn(demoFile: string): Partial<DemoPorts> {
  const held = readJsonFile(demoFile, decodeUrls);
  if (!held) return {};
  const portOf = (url: string): number | undefined =>
    (URL.canParse(url) ? Number(new URL(url).port) : 0) || undefined;
  const found = DEMO_SERVERS.flatMap((name) => {
    const port = portOf(held[`${name}Url`]);
    return port === undefined ? [] : [[name, port] as const];
  });
  return Object.fromEntries(found);
}
