import { createSeededRandom, createSimulatedClock } from '../../../src/lib/index.ts';
import type { SimulatedClock } from '../../../src/lib/index.ts';
import type { ServerApp } from '../../../src/server/app.ts';
import { createSandboxApp } from '../../../src/server/sandbox/index.ts';
import type { SandboxOptions } from '../../../src/server/sandbox/index.ts';
import { createMemoryStore } from '../../../src/server/storage/index.ts';
import type { Store } from '../../../src/server/storage/index.ts';

export const BASE = 'https://centre.test';
export const ACCOUNT = 'ABCDEF';
export const CALLBACK = 'https://connector.test/hook';

/** Parsed JSON: tests look into it freely. */
export type Loose = ReturnType<typeof JSON.parse>;

/** An answer read whole. */
export interface Answer {
  readonly status: number;
  readonly body: Loose;
  readonly headers: Headers;
}

export interface Kit {
  readonly app: ServerApp;
  readonly store: Store;
  readonly clock: SimulatedClock;
  /** Callbacks that arrived and were taken, in order. */
  readonly callbacks: Loose[];
  /** How the receiver answers the next callbacks; default 200. */
  receiver: (body: Loose, request: Request) => Promise<Response> | Response;
  call(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>;
  /** With the access token and appkey. */
  api(method: string, path: string, body?: unknown): Promise<Answer>;
  admin(method: string, path: string, body?: unknown): Promise<Answer>;
  /** Signs an agent in; the answer calls the agent API for them. */
  agent(user: string): Promise<(method: string, path: string, body?: unknown) => Promise<Answer>>;
  /** Lets callbacks and timers settle. */
  settle(ms?: number): Promise<void>;
  readonly ids: {
    messagingElement: string;
    chatElement: string;
    messaging: string;
    chat: string;
    clientId: string;
    clientSecret: string;
    appkey: string;
    agents: Record<string, string>;
  };
  /** A second life on the same store. */
  restart(more?: Partial<SandboxOptions>): Promise<Kit>;
}

const kept: { stop(): Promise<void> }[] = [];

export async function stopAll(): Promise<void> {
  for (const app of kept.splice(0)) await app.stop();
}

export async function createKit(more: Partial<SandboxOptions> = {}, seed = true): Promise<Kit> {
  const kit = await bare(more);
  if (seed) await seedKit(kit);
  return kit;
}

async function bare(more: Partial<SandboxOptions>, ids?: Kit['ids']): Promise<Kit> {
  const clock = createSimulatedClock();
  const store = more.store ?? createMemoryStore();
  const callbacks: Loose[] = [];
  const kit = {
    receiver: () => new Response(null, { status: 200 }),
  } as unknown as Kit & { tokens: Record<string, string> };
  const app = createSandboxApp({
    store,
    clock,
    random: createSeededRandom(7),
    baseUrl: BASE,
    accountId: ACCOUNT,
    admin: { user: 'admin', password: 'admin-password' },
    passwordRounds: 1000,
    bot: false,
    fetch: async (request) => {
      const body = await request.json();
      const response = await kit.receiver(body, request);
      if (response.ok) callbacks.push(body);
      return response;
    },
    ...more,
  });
  kept.push(app);
  await app.start();
  const call: Kit['call'] = async (method, path, body, headers = {}) => {
    const isRaw = typeof body === 'string' || body instanceof FormData || body instanceof URLSearchParams;
    const response = await app.fetch(
      new Request(path.startsWith('http') ? path : `${BASE}${path}`, {
        method,
        headers: {
          ...(body === undefined || isRaw ? {} : { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(body === undefined ? {} : { body: isRaw ? (body as string) : JSON.stringify(body) }),
      }),
    );
    const text = await response.text();
    const isJson = /json/.test(response.headers.get('content-type') ?? '');
    return { status: response.status, body: isJson ? JSON.parse(text) : text, headers: response.headers };
  };
  let adminToken: string | undefined;
  let apiToken: string | undefined;
  Object.assign(kit, {
    app,
    store,
    clock,
    callbacks,
    call,
    ids: ids ?? { agents: {} },
    async admin(method: string, path: string, body?: unknown) {
      adminToken ??= (await call('POST', '/admin/v1/sign-in', { user: 'admin', password: 'admin-password' }))
        .body.token;
      return call(method, `/admin/v1${path}`, body, { authorization: `Bearer ${adminToken}` });
    },
    async api(method: string, path: string, body?: unknown) {
      apiToken ??= await accessToken(kit);
      return call(method, path.replace('{a}', ACCOUNT), body, {
        authorization: `Bearer ${apiToken}`,
        appkey: kit.ids.appkey,
      });
    },
    async agent(user: string) {
      const { body } = await call('POST', '/desk/v1/sign-in', { user, password: `${user}-password` });
      return (method: string, path: string, sent?: unknown) =>
        call(method, `/desk/v1${path}`, sent, { authorization: `Bearer ${body.token}` });
    },
    async settle(ms = 0) {
      for (let turn = 0; turn < 30; turn++) {
        await clock.advanceAsync(turn === 0 ? ms : 0);
        await realTurn();
      }
    },
    async restart(again: Partial<SandboxOptions> = {}) {
      await app.stop();
      return bare({ ...more, ...again, store }, kit.ids);
    },
  });
  return kit;
}

/** WebCrypto answers off-thread: a question of our own comes back after those before it. */
async function realTurn(): Promise<void> {
  await crypto.subtle.digest('SHA-256', new Uint8Array());
}

export async function accessToken(kit: Kit): Promise<string> {
  const form = new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: kit.ids.clientId,
    client_secret: kit.ids.clientSecret,
  });
  const path = `/api/auth/v1/${ACCOUNT}/protocol/openid-connect/token`;
  const answer = await kit.call('POST', path, form, { appkey: kit.ids.appkey });
  return answer.body.access_token;
}

async function seedKit(kit: Kit): Promise<void> {
  const { ids } = kit;
  const application = (await kit.admin('POST', '/applications', { name: 'Connector' })).body;
  Object.assign(ids, application);
  for (const kind of ['messaging', 'chat'] as const) {
    const element = { name: `The ${kind} element`, kind, hostName: 'connector.test', callbackUrl: CALLBACK };
    const { channelProviderId } = (await kit.admin('POST', '/connector-elements', element)).body;
    const integration = { name: `The ${kind} integration`, kind, channelProviderId };
    const { integrationId } = (await kit.admin('POST', '/integrations', integration)).body;
    ids[kind] = integrationId;
    ids[`${kind}Element`] = channelProviderId;
    await kit.api('POST', '/api/digital/webhook/v1/accounts/{a}/subscriptions', {
      channelProviderId,
      callbackUrl: CALLBACK,
      eventTypes: ['ALL'],
    });
  }
  for (const user of ['ada', 'ben']) {
    const agent = { user, name: user === 'ada' ? 'Ada' : 'Ben', password: `${user}-password` };
    ids.agents[user] = (await kit.admin('POST', '/agents', agent)).body.agentId;
  }
}

/** The least body of a Custom Messaging message. */
export function messagingBody(kit: Kit, more: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    channelProviderId: kit.ids.messagingElement,
    channelId: 'Messaging',
    businessAccountName: kit.ids.messaging,
    customerIdentifiers: {},
    providerDialogId: 'dialog-1',
    senderName: 'Cleo',
    body: { elementType: 'text', elementText: { text: 'hello', textFormat: 'PLAINTEXT' } },
    ...more,
  };
}

export const MESSAGES = '/api/digital/custom-messaging/v1/accounts/{a}/messages';
export const CHAT = '/api/digital/channel/v1/accounts/{a}';

export function sendText(kit: Kit, text: string, more: Record<string, unknown> = {}): Promise<Answer> {
  return kit.api('POST', MESSAGES, messagingBody(kit, { body: textBody(text), ...more }));
}

export function textBody(text: string) {
  return { elementType: 'text', elementText: { text, textFormat: 'PLAINTEXT' } };
}

/** A session and an engagement on Chat. */
export async function openChat(kit: Kit, more: Record<string, unknown> = {}) {
  const session = await kit.api('POST', `${CHAT}/sessions`, {
    channelProviderId: kit.ids.chatElement,
    customerIdentifiers: {},
    displayName: 'Cleo',
    ...more,
  });
  const { sessionId } = session.body;
  const engagement = await kit.api('POST', `${CHAT}/engagements`, { sessionId, channelId: 'Chat' });
  const { engagementId, dialogs } = engagement.body;
  return { sessionId, engagementId, dialogId: dialogs[0].dialogId, session, engagement };
}
