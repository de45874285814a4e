import { systemClock, systemRandom, type Logger } from '../../lib/index.ts';
import type { ServerApp } from '../app.ts';
import { createConnectorApp } from '../connector/index.ts';
import type { Store } from '../storage/index.ts';
import { fileOf, readIntegrations } from './integrationsFile.ts';
import type { ConnectorConfig } from './serverConfig.ts';

/** The connector of a configuration. */
export function connectorOf(config: ConnectorConfig, store: Store, logger: Logger): ServerApp {
  const { push, tokensUrl, publicUrl, integrations } = config;
  return createConnectorApp({
    store,
    clock: systemClock,
    random: systemRandom,
    fetch: (request) => fetch(request),
    logger,
    publicUrl,
    allowedOrigins: config.allowedOrigins,
    allowLoopback: config.allowLoopback,
    appkey: config.appkey,
    tokens: {
      issuer: tokensUrl,
      audience: publicUrl,
      jwksUrl: `${tokensUrl}/.well-known/jwks.json`,
      algorithm: config.tokenAlgorithm,
    },
    upstream: config.upstream,
    integrations:
      typeof integrations === 'string' ? () => readIntegrations(fileOf(integrations)) : integrations,
    webhookUrl: config.webhookUrl,
    ...(push === undefined ? {} : { push }),
    sandboxExtensions: config.sandboxExtensions,
    sessionIdleMs: config.sessionIdleMinutes * 60_000,
    reconcileEveryMs: config.reconcileSeconds * 1000,
    retentionMs: config.retentionDays * 24 * 60 * 60_000,
  });
}
