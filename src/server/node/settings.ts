import { decode, type Decoded, type Fault } from '../../lib/index.ts';
import { decodeServerConfig, type ServerConfig } from './serverConfig.ts';

/** The servers that a person starts by themselves. */
export type StandaloneName = 'connector' | 'tokens' | 'push' | 'sandbox';

/** One environment variable of a server and the field of its configuration that it fills. */
export interface Setting {
  readonly name: string;
  /** Path like `upstream.baseUrl`. */
  readonly field: string;
  readonly kind: 'text' | 'number' | 'switch' | 'list' | 'json';
  /** One line for `--help`; says the default where there is one. */
  readonly help: string;
}

/** The environment variables of each server, in the order of `--help`. */
export const SETTINGS: Readonly<Record<StandaloneName, readonly Setting[]>> = {
  connector: [
    ...commonSettings(),
    text('COLLOQUY_APPKEY', 'appkey', 'application key that pages must show'),
    text('COLLOQUY_TOKENS_URL', 'tokensUrl', 'address of the token service (issuer of the customer tokens)'),
    text('COLLOQUY_TOKEN_ALGORITHM', 'tokenAlgorithm', 'what it signs with: ES256 (default) or RS256'),
    ...upstreamSettings(),
    setting(
      'json',
      'COLLOQUY_INTEGRATIONS',
      'integrations',
      '[{"id","kind":"messaging"|"chat","channelProviderId"}], or @FILE with that in it',
    ),
    text(
      'COLLOQUY_WEBHOOK_URL',
      'webhookUrl',
      'where callbacks reach this server; default COLLOQUY_PUBLIC_URL',
    ),
    text(
      'COLLOQUY_PUSH_CALLBACK_URL',
      'push.callbackUrl',
      'push connector to tell when a session has no stream',
    ),
    text('COLLOQUY_PUSH_SECRET', 'push.secret', 'secret of the push configuration'),
    text('COLLOQUY_PUSH_CONFIG_ID', 'push.configId', 'id of the push configuration'),
    setting(
      'switch',
      'COLLOQUY_SANDBOX_EXTENSIONS',
      'sandboxExtensions',
      'on: read marks and presence; only with our sandbox',
    ),
    setting(
      'number',
      'COLLOQUY_SESSION_IDLE_MINUTES',
      'sessionIdleMinutes',
      'a session without a stream ends; default 30',
    ),
    setting(
      'number',
      'COLLOQUY_RECONCILE_SECONDS',
      'reconcileSeconds',
      'an open chat is compared with its transcript so often, 5 or more; default 60',
    ),
    setting(
      'number',
      'COLLOQUY_RETENTION_DAYS',
      'retentionDays',
      'what has ended is kept for so long; default 30',
    ),
  ],
  tokens: [
    ...commonSettings(),
    text('COLLOQUY_CONNECTOR_URL', 'connectorUrl', 'address of the connector, told to pages'),
    text('COLLOQUY_APPKEY', 'appkey', 'application key, told to pages'),
    setting(
      'list',
      'COLLOQUY_INTEGRATION_IDS',
      'integrationIds',
      "ids that a page may ask for, the first is the default; or @FILE: the connector's",
    ),
    text('COLLOQUY_COOKIE_KEY', 'cookieKey', "secret of the guests' cookies, 16 characters or more"),
    text('COLLOQUY_SITE_COOKIE_NAME', 'siteCookie.name', 'signed cookie of the site that names its customer'),
    text('COLLOQUY_SITE_COOKIE_KEY', 'siteCookie.key', 'secret of that cookie'),
    setting('number', 'COLLOQUY_TOKEN_TTL_MINUTES', 'ttlMinutes', 'life of a token, 15 to 60; default 15'),
    text('COLLOQUY_TOKEN_ALGORITHM', 'algorithm', 'ES256 (default) or RS256'),
    ...upstreamSettings().map((each) => ({ ...each, help: `${each.help} (only for tokens of its own API)` })),
  ],
  push: [
    ...commonSettings(),
    text('COLLOQUY_PUSH_SECRET', 'secret', 'secret of the push configuration'),
    text('COLLOQUY_TOKENS_URL', 'tokensUrl', 'address of the token service'),
    text('COLLOQUY_CONNECTOR_URL', 'connectorUrl', 'address of the connector (audience of the tokens)'),
    setting(
      'switch',
      'COLLOQUY_SHOW_RECORDED',
      'showRecorded',
      'on: GET /recorded shows what was sent; development only',
    ),
  ],
  sandbox: [
    ...commonSettings(),
    text('COLLOQUY_ACCOUNT_ID', 'accountId', 'the tenant, six letters'),
    text('COLLOQUY_ADMIN_USER', 'admin.user', 'the administrator'),
    text('COLLOQUY_ADMIN_PASSWORD', 'admin.password', 'their password, 8 characters or more'),
    setting('switch', 'COLLOQUY_BOT', 'bot', 'off silences the greeter bot; default on'),
  ],
};

/** The configuration of `server` from its environment variables. Faults name the variable, in a line each. */
export function configFromEnvironment(
  server: StandaloneName,
  env: Readonly<Record<string, string | undefined>>,
): Decoded<ServerConfig> {
  const raw: Record<string, unknown> = { server };
  for (const each of SETTINGS[server]) {
    const value = env[each.name];
    if (value !== undefined && value !== '') place(raw, each.field.split('.'), valueOf(each, value));
  }
  const decoded = decodeServerConfig(raw);
  if (decoded.ok) return decoded;
  const faults = decoded.faults.map((each) => ({ ...each, message: describe(server, each) }));
  return { ok: false, faults };
}

function commonSettings(): readonly Setting[] {
  return [
    text('HOST', 'host', 'address to listen on; default 127.0.0.1'),
    setting('number', 'PORT', 'port', 'port to listen on; default 0: a free one'),
    text('COLLOQUY_PUBLIC_URL', 'publicUrl', 'own address as pages and other servers reach it'),
    text('COLLOQUY_DATA', 'dataDir', 'folder of the data file; without it all is forgotten at the end'),
    text('COLLOQUY_DATABASE_URL', 'databaseUrl', 'PostgreSQL instead of that file: postgres://…'),
    setting('list', 'COLLOQUY_ALLOWED_ORIGINS', 'allowedOrigins', 'origins of the site, separated by commas'),
    setting(
      'switch',
      'COLLOQUY_ALLOW_LOOPBACK',
      'allowLoopback',
      'on: also pages on this machine; development only',
    ),
    text(
      'COLLOQUY_ADDRESS_HEADER',
      'addressHeader',
      'where your proxy tells the address, e.g. x-forwarded-for',
    ),
    text('LOG_LEVEL', 'logLevel', 'DEBUG, INFO (default), WARN, ERROR, OFF'),
  ];
}

function upstreamSettings(): readonly Setting[] {
  return [
    text('COLLOQUY_UPSTREAM_URL', 'upstream.baseUrl', 'base URL of the contact centre'),
    text('COLLOQUY_UPSTREAM_ACCOUNT_ID', 'upstream.accountId', 'account there, six letters'),
    text('COLLOQUY_UPSTREAM_CLIENT_ID', 'upstream.clientId', 'client id there'),
    text('COLLOQUY_UPSTREAM_CLIENT_SECRET', 'upstream.clientSecret', 'client secret there'),
    text('COLLOQUY_UPSTREAM_APPKEY', 'upstream.appkey', 'application key there'),
  ];
}

function setting(kind: Setting['kind'], name: string, field: string, help: string): Setting {
  return { name, field, kind, help };
}

function text(name: string, field: string, help: string): Setting {
  return { name, field, kind: 'text', help };
}

function valueOf(each: Setting, value: string): unknown {
  switch (each.kind) {
    case 'text':
      return value;
    case 'number':
      return Number(value);
    case 'switch':
      return value === 'on' ? true : value === 'off' ? false : value;
    case 'list':
      if (value.startsWith('@')) return value;
      return value
        .split(',')
        .map((part) => part.trim())
        .filter((part) => part !== '');
    case 'json': {
      const parsed = decode.decodeJson(value, decode.anything);
      return parsed.ok ? parsed.value : value;
    }
  }
}

function place(target: Record<string, unknown>, path: readonly string[], value: unknown): void {
  const [head = '', ...rest] = path;
  if (rest.length === 0) {
    target[head] = value;
    return;
  }
  const inner = target[head];
  const next = decode.isRecord(inner) ? inner : {};
  target[head] = next;
  place(next, rest, value);
}

function describe(server: StandaloneName, fault: Fault): string {
  const found = SETTINGS[server].find(
    (each) => fault.path === each.field || fault.path.startsWith(`${each.field}[`),
  );
  const group = SETTINGS[server]
    .filter((each) => each.field.startsWith(`${fault.path}.`))
    .map((each) => each.name);
  return `${found?.name ?? (group.length > 0 ? group.join(', ') : fault.path)} ${fault.rule === 'missing' ? 'is not set' : fault.message}`;
}
