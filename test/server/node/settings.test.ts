import { expect, test } from 'vitest';
import { configFromEnvironment } from '../../../src/server/node/settings.ts';

const TOKENS = {
  COLLOQUY_PUBLIC_URL: 'https://tokens.shop.example/',
  COLLOQUY_CONNECTOR_URL: 'https://chat.shop.example',
  COLLOQUY_APPKEY: 'the-appkey',
  COLLOQUY_INTEGRATION_IDS: 'one, two',
  COLLOQUY_COOKIE_KEY: 'k'.repeat(32),
};

test('the environment becomes a configuration, with defaults for what it leaves out', () => {
  const config = configFromEnvironment('tokens', { ...TOKENS, PORT: '8443', COLLOQUY_ALLOW_LOOPBACK: 'on' });
  expect(config).toEqual({
    ok: true,
    value: {
      server: 'tokens',
      host: '127.0.0.1',
      port: 8443,
      logLevel: 'INFO',
      publicUrl: 'https://tokens.shop.example',
      allowedOrigins: [],
      allowLoopback: true,
      connectorUrl: 'https://chat.shop.example',
      appkey: 'the-appkey',
      integrationIds: ['one', 'two'],
      cookieKey: 'k'.repeat(32),
      ttlMinutes: 15,
      algorithm: 'ES256',
    },
  });
});

test.each([
  ['COLLOQUY_APPKEY', '', 'COLLOQUY_APPKEY is not set'],
  ['PORT', 'http', 'PORT must be a number'],
  ['COLLOQUY_TOKEN_TTL_MINUTES', '90', 'COLLOQUY_TOKEN_TTL_MINUTES must be between 15 and 60'],
  ['COLLOQUY_ALLOW_LOOPBACK', 'yes', 'COLLOQUY_ALLOW_LOOPBACK must be true or false'],
  ['COLLOQUY_PUBLIC_URL', 'tokens.example', 'COLLOQUY_PUBLIC_URL must match'],
  ['COLLOQUY_UPSTREAM_URL', 'https://na.api.example', 'COLLOQUY_UPSTREAM_CLIENT_SECRET is not set'],
])('a fault in %s is named by its variable', (name, value, message) => {
  const config = configFromEnvironment('tokens', { ...TOKENS, [name]: value });
  const told = config.ok ? [] : config.faults.map((fault) => fault.message);
  expect(told.join('\n')).toContain(message);
});

test('the integrations of the connector are JSON', () => {
  const env = {
    COLLOQUY_PUBLIC_URL: 'https://chat.shop.example',
    COLLOQUY_APPKEY: 'a',
    COLLOQUY_TOKENS_URL: 'https://tokens.shop.example',
    COLLOQUY_UPSTREAM_URL: 'https://na.api.example',
    COLLOQUY_UPSTREAM_ACCOUNT_ID: 'ABCDEF',
    COLLOQUY_UPSTREAM_CLIENT_ID: 'c',
    COLLOQUY_UPSTREAM_CLIENT_SECRET: 's',
    COLLOQUY_UPSTREAM_APPKEY: 'a',
    COLLOQUY_WEBHOOK_URL: 'https://chat.shop.example/hooks/xyz',
    COLLOQUY_INTEGRATIONS: '[{"id":"i","kind":"chat","channelProviderId":"p"}]',
  };
  expect(configFromEnvironment('connector', env)).toMatchObject({
    ok: true,
    value: {
      integrations: [{ id: 'i', kind: 'chat', channelProviderId: 'p' }],
      sessionIdleMinutes: 30,
      retentionDays: 30,
      reconcileSeconds: 60,
    },
  });
  const bad = configFromEnvironment('connector', { ...env, COLLOQUY_INTEGRATIONS: '[{"id":"i"}]' });
  expect(bad.ok ? '' : bad.faults[0]?.message).toContain('COLLOQUY_INTEGRATIONS');
});
