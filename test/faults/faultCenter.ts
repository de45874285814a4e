import { decode, silentLogger, uuidV4, type Clock, type Logger, type Random } from '../../src/lib/index.ts';
import type { JwtProvider } from '../../src/client/index.ts';
import {
  createConnectorApp,
  createMemoryStore,
  createSandboxApp,
  createTokenApp,
  type ServerApp,
} from '../../src/server/index.ts';
import { listen } from '../../src/server/node/index.ts';
import {
  ADDRESSES,
  ADMIN,
  callJson,
  PAGE_APPKEY,
  passwordOf,
  seedCenter,
} from '../../src/testing/center/seedCenter.ts';
import { skewedClock, sleep } from './compressedClock.ts';

/** A contact centre with one agent, whose connector listens on a real port; the rest is in this process. */
export interface FaultCenter {
  /** The connector's, on 127.0.0.1. */
  readonly port: number;
  readonly integrationId: string;
  readonly agent: FaultAgent;
  tokens(customerId: string): JwtProvider;
  /** A request to the connector past every socket, by its path. */
  ask(path: string, token: string): Promise<unknown>;
  stop(): Promise<void>;
}

/** The one agent. */
export interface FaultAgent {
  /** Takes the next customer who rings. */
  accept(): Promise<void>;
  says(text: string): Promise<void>;
  /** Texts and file names of this conversation, oldest first, as the desk shows them. */
  view(): Promise<readonly string[]>;
  ends(): Promise<void>;
}

/** Starts one. `tokenLifeMs`: what is left of a token when it is handed out, 15 min by default. */
export async function createFaultCenter(
  clock: Clock,
  random: Random,
  {
    logger = silentLogger,
    tokenLifeMs = TOKEN_MS,
  }: { readonly logger?: Logger; readonly tokenLifeMs?: number } = {},
): Promise<FaultCenter> {
  const apps = new Map<string, ServerApp>();
  const world = {
    clock,
    random,
    logger,
    fetch: async (request: Request): Promise<Response> => {
      const app = apps.get(new URL(request.url).origin);
      if (!app) throw new TypeError('Nobody there');
      return app.fetch(request);
    },
  };
  const sandbox = createSandboxApp({
    ...world,
    bot: false,
    store: createMemoryStore(),
    baseUrl: ADDRESSES.sandbox,
    accountId: ACCOUNT,
    admin: ADMIN,
    passwordRounds: 1000,
  });
  apps.set(ADDRESSES.sandbox, sandbox);
  await sandbox.start();
  const { messaging, clientId, clientSecret, appkey } = await seedCenter(sandbox, [AGENT]);
  const tokens = createTokenApp({
    ...world,
    // Hands out tokens that were made so long ago that only this is left of their 15 minutes.
    clock: skewedClock(clock, tokenLifeMs - TOKEN_MS),
    store: createMemoryStore(),
    issuer: ADDRESSES.tokens,
    audience: ADDRESSES.connector,
    hostUrl: ADDRESSES.connector,
    appkey: PAGE_APPKEY,
    integrationIds: [messaging.integrationId],
    allowedOrigins: [],
    cookieKey: 'a key for a test that never leaves this process',
    secureCookies: true,
    siteSession: async (request) => ({ customerId: request.headers.get(CUSTOMER) ?? '', name: 'Robin' }),
    rate: { burst: 100_000, perSecond: 10_000 },
  });
  apps.set(ADDRESSES.tokens, tokens);
  await tokens.start();
  const connector = createConnectorApp({
    ...world,
    store: createMemoryStore(),
    publicUrl: ADDRESSES.connector,
    allowedOrigins: [],
    allowLoopback: true,
    appkey: PAGE_APPKEY,
    tokens: {
      issuer: ADDRESSES.tokens,
      audience: ADDRESSES.connector,
      jwksUrl: `${ADDRESSES.tokens}/.well-known/jwks.json`,
    },
    upstream: { baseUrl: ADDRESSES.sandbox, accountId: ACCOUNT, clientId, clientSecret, appkey },
    integrations: [
      { id: messaging.integrationId, kind: 'messaging', channelProviderId: messaging.channelProviderId },
    ],
    webhookUrl: ADDRESSES.webhook,
    sandboxExtensions: true,
  });
  apps.set(ADDRESSES.connector, connector);
  await connector.start();
  const listening = await listen(connector, { host: '127.0.0.1', port: 0, logger });

  return {
    port: listening.port,
    integrationId: messaging.integrationId,
    agent: await signIn(sandbox, clock, random),
    tokens: (customerId) => async () => {
      const request = new Request(`${ADDRESSES.tokens}/token`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', [CUSTOMER]: customerId },
        body: JSON.stringify({ integrationId: messaging.integrationId }),
      });
      const answer = decodeToken(await (await tokens.fetch(request)).json());
      if (!answer.ok) throw new Error('No token came');
      return { token: answer.value.jwtToken, appkey: answer.value.appkey };
    },
    async ask(path, token) {
      const headers = { authorization: `Bearer ${token}`, appkey: PAGE_APPKEY };
      const response = await connector.fetch(new Request(`${ADDRESSES.connector}${path}`, { headers }));
      if (!response.ok) throw new Error(`${path} answered ${response.status}`);
      return response.json();
    },
    async stop() {
      await listening.close(0);
      for (const app of [connector, tokens, sandbox]) await app.stop();
    },
  };
}

/** What a message says, in one line: its text, and its files with their sizes. */
export function lineOf(
  text: string,
  files: readonly { readonly name: string; readonly sizeBytes: number }[],
): string {
  return [text, ...files.map((one) => `${one.name} (${one.sizeBytes})`)].join(' + ');
}

/** The life of the token service's tokens. */
const TOKEN_MS = 15 * 60_000;
const ACCOUNT = 'TESTER';
const AGENT = 'Ada';
const CUSTOMER = 'x-test-customer';
const decodeToken = decode.object({ jwtToken: decode.string(), appkey: decode.string() });

async function signIn(sandbox: ServerApp, clock: Clock, random: Random): Promise<FaultAgent> {
  const url = (path: string): string => `${ADDRESSES.sandbox}/desk/v1${path}`;
  const body = { user: AGENT.toLowerCase(), password: passwordOf(AGENT) };
  const { token } = await callJson(
    sandbox,
    { method: 'POST', url: url('/sign-in'), body },
    decode.object({ token: decode.string() }),
  );
  let engagement = '';
  const post = async (path: string, content?: unknown): Promise<void> => {
    const call = { method: 'POST', url: url(path), token, ...(content !== undefined && { body: content }) };
    await callJson(sandbox, call, decode.anything);
  };
  return {
    async accept() {
      for (let turn = 0; turn < 600; turn++) {
        const snapshot = { method: 'GET', url: url('/snapshot'), token };
        const { alerts } = await callJson(sandbox, snapshot, decodeAlerts);
        engagement = alerts[0]?.engagement.id ?? '';
        if (engagement !== '') return post(`/alerts/${engagement}/accept`);
        await sleep(clock, 100);
      }
      throw new Error('Nobody rang at the desk');
    },
    says: (text) =>
      post(`/engagements/${engagement}/messages`, {
        clientMessageId: uuidV4(random),
        content: { kind: 'text', text, actions: [], cards: [] },
      }),
    async view() {
      const call = { method: 'GET', url: url(`/engagements/${engagement}`), token };
      const { messages } = await callJson(sandbox, call, decodeView);
      return messages.map(({ content: { text, caption, attachments = [] } }) =>
        lineOf(text ?? caption ?? '', attachments),
      );
    },
    ends: () => post(`/engagements/${engagement}/end`),
  };
}

const decodeAlerts = decode.object({
  alerts: decode.list(decode.object({ engagement: decode.object({ id: decode.string() }) })),
});
const decodeView = decode.object({
  messages: decode.list(
    decode.object({
      content: decode.object({
        text: decode.optional(decode.string()),
        caption: decode.optional(decode.string()),
        attachments: decode.optional(
          decode.list(decode.object({ name: decode.string(), sizeBytes: decode.number() })),
        ),
      }),
    }),
  ),
});
