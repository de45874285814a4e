import { join } from 'node:path';
import { systemClock, systemRandom, type Logger } from '../../lib/index.ts';
import type { ServerApp } from '../app.ts';
import { createShopApp } from '../demo/index.ts';
import { createPushApp, createRecordingProvider } from '../push/index.ts';
import { createSandboxApp } from '../sandbox/index.ts';
import { createMemoryStore, type GroupEngine, type Store } from '../storage/index.ts';
import { createSignedCookieSession, createTokenApp } from '../tokens/index.ts';
import { connectorOf } from './connectorOf.ts';
import { createDeskFiles } from './deskFiles.ts';
import { fileOf, readIntegrations } from './integrationsFile.ts';
import { listen, type Listening } from './listen.ts';
import type { PushConfig, SandboxConfig, ServerConfig, ShopConfig, TokensConfig } from './serverConfig.ts';
import { createPostgresStore } from './postgresStore.ts';
import { createSqliteStore } from './sqliteStore.ts';
import { createStaticFiles } from './staticFiles.ts';

/**
 * Opens the store, starts the app and puts it behind its port. Rejects with `StoreError` or `ListenError`, whose
 * messages are lines for a person.
 */
export async function startServer(
  config: ServerConfig,
  logger: Logger,
  parts: ServerParts = {},
): Promise<RunningServer> {
  const store = await openStore(config, parts.onPoint);
  let listening: Listening | undefined;
  try {
    const inner = appOf(config, store, logger);
    const app = parts.around?.(inner) ?? inner;
    // Open before it is started: a server may be called back while it sets itself up.
    listening = await listen(app, { ...config, logger });
    const { port, close } = listening;
    await app.start();
    logger.info('ready', { port });
    return {
      port,
      async stop() {
        await app.stop();
        await close(DRAIN_MS);
        await store.close();
        logger.info('stopped');
      },
    };
  } catch (error) {
    await listening?.close(0);
    await store.close();
    throw error;
  }
}

/** A server that answers. */
export interface RunningServer {
  readonly port: number;
  /** Drains and lets go of port and file; takes at most about 5 s. */
  stop(): Promise<void>;
}

/** For tests of crashes, which start servers with traps in them. */
export interface ServerParts {
  readonly onPoint?: GroupEngine['onPoint'];
  /** Puts something around the app. */
  readonly around?: (app: ServerApp) => ServerApp;
}

const DRAIN_MS = 3_000;

async function openStore(
  { dataDir, databaseUrl, server }: ServerConfig,
  onPoint: GroupEngine['onPoint'],
): Promise<Store> {
  // The shop has nothing to keep.
  if (server === 'shop') return createMemoryStore();
  if (databaseUrl !== undefined)
    return createPostgresStore(databaseUrl, { schema: `colloquy_${server}`, onPoint });
  return dataDir === undefined
    ? createMemoryStore()
    : createSqliteStore(join(dataDir, `${server}.db`), { onPoint });
}

function appOf(config: ServerConfig, store: Store, logger: Logger): ServerApp {
  switch (config.server) {
    case 'sandbox':
      return sandboxOf(config, store, logger);
    case 'tokens':
      return tokensOf(config, store, logger);
    case 'connector':
      return connectorOf(config, store, logger);
    case 'push':
      return pushOf(config, store, logger);
    case 'shop':
      return shopOf(config, logger);
  }
}

const world = {
  clock: systemClock,
  random: systemRandom,
  fetch: (request: Request): Promise<Response> => fetch(request),
};

function sandboxOf(config: SandboxConfig, store: Store, logger: Logger): ServerApp {
  return createSandboxApp({
    ...world,
    store,
    logger,
    baseUrl: config.publicUrl,
    accountId: config.accountId,
    admin: config.admin,
    bot: config.bot,
    allowLoopbackCallbacks: config.allowLoopback,
    staticFiles: createDeskFiles(createStaticFiles()),
  });
}

function tokensOf(config: TokensConfig, store: Store, logger: Logger): ServerApp {
  const secure = config.publicUrl.startsWith('https:');
  const { siteCookie, upstream, integrationIds } = config;
  const site = siteCookie && createSignedCookieSession({ ...siteCookie, clock: systemClock, secure });
  return createTokenApp({
    ...world,
    store,
    logger,
    issuer: config.publicUrl,
    audience: config.connectorUrl,
    hostUrl: config.connectorUrl,
    appkey: config.appkey,
    integrationIds:
      typeof integrationIds === 'string'
        ? async () => (await readIntegrations(fileOf(integrationIds))).map((each) => each.id)
        : integrationIds,
    allowedOrigins: config.allowedOrigins,
    allowLoopback: config.allowLoopback,
    cookieKey: config.cookieKey,
    secureCookies: secure,
    ttlMinutes: config.ttlMinutes,
    algorithm: config.algorithm,
    ...(site === undefined ? {} : { siteSession: site.read }),
    ...(upstream === undefined ? {} : { upstream }),
  });
}

function pushOf(config: PushConfig, store: Store, logger: Logger): ServerApp {
  const provider = createRecordingProvider();
  return createPushApp({
    ...world,
    store,
    logger,
    secret: config.secret,
    tokens: {
      issuer: config.tokensUrl,
      audience: config.connectorUrl,
      jwksUrl: `${config.tokensUrl}/.well-known/jwks.json`,
    },
    allowedOrigins: config.allowedOrigins,
    allowLoopback: config.allowLoopback,
    provider,
    ...(config.showRecorded ? { recorded: provider } : {}),
  });
}

function shopOf(config: ShopConfig, logger: Logger): ServerApp {
  const files = createStaticFiles();
  const secure = config.publicUrl.startsWith('https:');
  const { connectorUrl, tokensUrl, sandboxUrl, integrationId, chatIntegrationId } = config;
  return createShopApp({
    logger,
    random: systemRandom,
    site: createSignedCookieSession({ ...config.siteCookie, clock: systemClock, secure }),
    template: () => files.text('demo.html'),
    files: async (pathname) => (await files.widget(pathname)) ?? files.page(pathname),
    publicUrl: config.publicUrl,
    connectorUrl,
    tokensUrl,
    sandboxUrl,
    deskUrl: `${sandboxUrl}/desk/`,
    integrationId,
    ...(chatIntegrationId === undefined ? {} : { chatIntegrationId }),
  });
}
