import { join } from 'node:path';
import type { DemoPorts } from './demoPorts.ts';
import type { DemoState } from './demoState.ts';
import type { SeedResult } from './seedSandbox.ts';
import type {
  ConnectorConfig,
  PushConfig,
  SandboxConfig,
  ServerConfig,
  ShopConfig,
  TokensConfig,
} from './serverConfig.ts';

/** The addresses of the demo's servers, as pages reach them. */
export function demoUrls(publicHost: string, ports: DemoPorts): DemoUrls {
  const at = (port: number): string => `http://${publicHost}:${port}`;
  return {
    demoUrl: at(ports.demo),
    connectorUrl: at(ports.connector),
    sandboxUrl: at(ports.sandbox),
    tokensUrl: at(ports.tokens),
    pushUrl: at(ports.push),
    deskUrl: `${at(ports.sandbox)}/desk/`,
  };
}

/** The demo's addresses, without trailing slashes but for the desk. */
export interface DemoUrls {
  readonly demoUrl: string;
  readonly connectorUrl: string;
  readonly sandboxUrl: string;
  readonly tokensUrl: string;
  readonly pushUrl: string;
  readonly deskUrl: string;
}

/** What all servers of the demo share. */
export interface DemoBasis {
  readonly host: string;
  readonly dataDir: string;
  readonly databaseUrl?: string | undefined;
  readonly logLevel: ServerConfig['logLevel'];
  readonly bot: boolean;
  readonly ports: DemoPorts;
  readonly urls: DemoUrls;
  readonly state: DemoState;
}

/** Name of the shop's sign-in cookie. */
const SITE_COOKIE = 'colloquy_shop';
const ADMIN_USER = 'admin';

/** The administrator of the demo. */
export function demoAdmin(state: DemoState): { readonly user: string; readonly password: string } {
  return { user: ADMIN_USER, password: state.adminPassword };
}

/** The sandbox, which must run before the others can be configured. */
export function demoSandbox(basis: DemoBasis): SandboxConfig {
  return {
    server: 'sandbox',
    ...common(basis, 'sandbox', basis.urls.sandboxUrl),
    accountId: basis.state.accountId,
    admin: demoAdmin(basis.state),
    bot: basis.bot,
  };
}

/** The servers that need what the seeding yielded. */
export function demoConfigs(basis: DemoBasis, seed: SeedResult): DemoConfigs {
  const { state, urls } = basis;
  const [messaging, chat] = seed.integrations;
  const integrationId = messaging?.id ?? '';
  const siteCookie = { name: SITE_COOKIE, key: state.siteKey };
  const tokens: TokensConfig = {
    server: 'tokens',
    ...common(basis, 'tokens', urls.tokensUrl),
    connectorUrl: urls.connectorUrl,
    appkey: seed.appkey,
    integrationIds: `@${integrationsFile(basis)}`,
    cookieKey: state.cookieKey,
    siteCookie,
    ttlMinutes: 15,
    algorithm: 'ES256',
  };
  const connector: ConnectorConfig = {
    server: 'connector',
    ...common(basis, 'connector', urls.connectorUrl),
    appkey: seed.appkey,
    tokensUrl: urls.tokensUrl,
    upstream: {
      baseUrl: urls.sandboxUrl,
      accountId: state.accountId,
      clientId: seed.clientId,
      clientSecret: seed.clientSecret,
      appkey: seed.appkey,
    },
    webhookUrl: webhookUrl(basis),
    tokenAlgorithm: 'ES256',
    integrations: `@${integrationsFile(basis)}`,
    push: {
      callbackUrl: pushCallbackUrl(urls),
      secret: state.pushSecret,
      configId: seed.pushConfigurationId,
    },
    sandboxExtensions: true,
    ...{ sessionIdleMinutes: 30, reconcileSeconds: 60, retentionDays: 30 },
  };
  const push: PushConfig = {
    server: 'push',
    ...common(basis, 'push', urls.pushUrl),
    secret: state.pushSecret,
    tokensUrl: urls.tokensUrl,
    connectorUrl: urls.connectorUrl,
    showRecorded: true,
  };
  const demo: ShopConfig = {
    server: 'shop',
    ...common(basis, 'demo', urls.demoUrl),
    siteCookie,
    connectorUrl: urls.connectorUrl,
    tokensUrl: urls.tokensUrl,
    sandboxUrl: urls.sandboxUrl,
    integrationId,
    ...(chat === undefined ? {} : { chatIntegrationId: chat.id }),
  };
  return { tokens, connector, push, demo };
}

/** The configurations of all servers but the sandbox. */
export interface DemoConfigs {
  readonly tokens: TokensConfig;
  readonly connector: ConnectorConfig;
  readonly push: PushConfig;
  readonly demo: ShopConfig;
}

/** Where the connector takes the contact centre's callbacks, which nobody signs: the path is the secret. */
export function webhookUrl({ urls, state }: DemoBasis): string {
  return `${urls.connectorUrl}/webhooks/${state.webhookPath}`;
}

/** What the servers read to know the integrations; the supervisor keeps it up to date. */
export function integrationsFile({ dataDir }: DemoBasis): string {
  return join(dataDir, 'integrations.json');
}

/** Where the push connector takes callbacks. */
export function pushCallbackUrl(urls: DemoUrls): string {
  return `${urls.pushUrl}/notifications`;
}

function common(basis: DemoBasis, name: keyof DemoPorts, publicUrl: string) {
  const { host, dataDir, databaseUrl, logLevel, ports, urls } = basis;
  return {
    host,
    port: ports[name],
    dataDir,
    ...(databaseUrl === undefined ? {} : { databaseUrl }),
    logLevel,
    publicUrl,
    allowedOrigins: [urls.demoUrl],
    // Any page on this machine may try the demo: that is what it is for.
    allowLoopback: true,
  };
}
