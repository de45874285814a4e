import { decode, type DecodedBy, type Decoder } from '../../lib/index.ts';
import { decodeIntegrations } from './integrationsFile.ts';

const text = decode.string({ min: 1, max: 4096 });
/** Without its trailing slash: addresses are joined to it. */
const url = decode.refine(decode.string({ min: 8, max: 2048, pattern: /^https?:\/\/[^\s/]+/ }), (value) =>
  decode.good(value.replace(/\/+$/, '')),
);
const secret = decode.string({ min: 16, max: 1024 });
const port = decode.number({ min: 0, max: 65_535, whole: true });
const texts = decode.withDefault(decode.list(text, { max: 100 }), []);
const flag = decode.withDefault(decode.boolean, false);

/** What every server is told. */
const common = {
  host: decode.withDefault(text, '127.0.0.1'),
  port: decode.withDefault(port, 0),
  /** Folder of its data file; absent: everything is forgotten at the end. */
  dataDir: decode.optional(text),
  /** PostgreSQL instead of that file; each server has a schema of its own in it. */
  databaseUrl: decode.optional(decode.string({ min: 1, max: 4096, pattern: /^postgres(ql)?:\/\// })),
  logLevel: decode.withDefault(decode.oneOf('DEBUG', 'INFO', 'WARN', 'ERROR', 'OFF'), 'INFO'),
  /** Own address as others reach it. */
  publicUrl: url,
  allowedOrigins: texts,
  /** See `ListenOptions`. */
  addressHeader: decode.optional(decode.string({ min: 1, max: 64, pattern: /^[\w-]+$/ })),
  /** Development switch: pages and callbacks on this machine. */
  allowLoopback: flag,
};

/** The thing itself, or the name of a file with an `@` before it. */
const orFile =
  <T>(inner: Decoder<T>): Decoder<T | string> =>
  (input, path) =>
    typeof input === 'string' && /^@./.test(input) ? decode.good(input) : inner(input, path);

const upstream = decode.object({
  baseUrl: url,
  accountId: decode.string({ pattern: /^[a-zA-Z]{6}$/ }),
  clientId: text,
  clientSecret: text,
  appkey: text,
});

const push = decode.object({ callbackUrl: url, secret, configId: text });

/** Reads the configuration of the sandbox. */
export const decodeSandboxConfig = decode.object({
  server: decode.oneOf('sandbox'),
  ...common,
  accountId: decode.string({ pattern: /^[a-zA-Z]{6}$/ }),
  admin: decode.object({ user: text, password: decode.string({ min: 8, max: 256 }) }),
  bot: decode.withDefault(decode.boolean, true),
});

/** Reads the configuration of the token service. */
export const decodeTokensConfig = decode.object({
  server: decode.oneOf('tokens'),
  ...common,
  connectorUrl: url,
  appkey: text,
  /** A file is one of integrations, as the connector's. */
  integrationIds: orFile(decode.list(text, { min: 1, max: 1000 })),
  cookieKey: secret,
  /** The site's signed cookie (`createSignedCookieSession`); absent: everybody is a guest. */
  siteCookie: decode.optional(decode.object({ name: text, key: secret })),
  ttlMinutes: decode.withDefault(decode.number({ min: 15, max: 60 }), 15),
  algorithm: decode.withDefault(decode.oneOf('ES256', 'RS256'), 'ES256'),
  /** Present: tokens of the contact centre's own API. */
  upstream: decode.optional(upstream),
});

/** Reads the configuration of the connector. */
export const decodeConnectorConfig = decode.object({
  server: decode.oneOf('connector'),
  ...common,
  appkey: text,
  tokensUrl: url,
  upstream,
  integrations: orFile(decodeIntegrations),
  /** Where the contact centre's callbacks reach this connector: its address with a path that is hard to guess. */
  webhookUrl: url,
  /** What the token service signs with. */
  tokenAlgorithm: decode.withDefault(decode.oneOf('ES256', 'RS256'), 'ES256'),
  push: decode.optional(push),
  sandboxExtensions: flag,
  sessionIdleMinutes: decode.withDefault(decode.number({ min: 1, max: 24 * 60 }), 30),
  reconcileSeconds: decode.withDefault(decode.number({ min: 5, max: 24 * 60 * 60 }), 60),
  retentionDays: decode.withDefault(decode.number({ min: 1, max: 3650 }), 30),
});

/** Reads the configuration of the push connector. */
export const decodePushConfig = decode.object({
  server: decode.oneOf('push'),
  ...common,
  secret,
  tokensUrl: url,
  connectorUrl: url,
  /** Development switch: `GET /recorded` shows what was sent. */
  showRecorded: flag,
});

/** Reads the configuration of the demo shop. */
export const decodeShopConfig = decode.object({
  server: decode.oneOf('shop'),
  ...common,
  siteCookie: decode.object({ name: text, key: secret }),
  connectorUrl: url,
  tokensUrl: url,
  sandboxUrl: url,
  integrationId: text,
  chatIntegrationId: decode.optional(text),
});

/** Reads the configuration of any server, by its word in `server`. */
export const decodeServerConfig: Decoder<ServerConfig> = decode.union<ServerConfig>('server', {
  sandbox: decodeSandboxConfig,
  tokens: decodeTokensConfig,
  connector: decodeConnectorConfig,
  push: decodePushConfig,
  shop: decodeShopConfig,
});

/** All of our servers' configurations, told apart by `server`. */
export type ServerConfig = SandboxConfig | TokensConfig | ConnectorConfig | PushConfig | ShopConfig;
/** Configuration of the sandbox. */
export type SandboxConfig = DecodedBy<typeof decodeSandboxConfig>;
/** Configuration of the token service. */
export type TokensConfig = DecodedBy<typeof decodeTokensConfig>;
/** Configuration of the connector. */
export type ConnectorConfig = DecodedBy<typeof decodeConnectorConfig>;
/** Configuration of the push connector. */
export type PushConfig = DecodedBy<typeof decodePushConfig>;
/** Configuration of the demo shop. */
export type ShopConfig = DecodedBy<typeof decodeShopConfig>;
/** The name of a server. */
export type ServerName = ServerConfig['server'];
