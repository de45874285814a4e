import type { ClientWorld, JwtProvider } from '../../client/index.ts';
import {
  createSeededRandom,
  decode,
  silentLogger,
  systemClock,
  type Clock,
  type Logger,
  type Random,
} from '../../lib/index.ts';
import {
  createConnectorApp,
  createMemoryStore,
  createSandboxApp,
  createTokenApp,
  type ServerApp,
  type SiteCustomer,
} from '../../server/index.ts';
import { createRoad, type FaultPlan, type Road } from './faultPlan.ts';
import { signInAgent, type ScriptedAgent } from './scriptedAgent.ts';
import {
  ADDRESSES,
  ADMIN,
  callJson,
  enableIntegration,
  PAGE_APPKEY,
  seedCenter,
  type SeededCenter,
} from './seedCenter.ts';
import { isSimulated, turn, until } from './turn.ts';

/**
 * A whole contact centre in this tab: the real sandbox, connector and token service over memory, reached without a
 * network. For tests, stories and the static demo. Runs in a browser and in Node alike.
 */
export interface TestCenter {
  /** For `createChatClient`. */
  readonly baseUrl: string;
  /** The messaging integration: one never-ending conversation, rich media, files. */
  readonly integrationId: string;
  /** The chat integration: text engagements that end. */
  readonly chatIntegrationId: string;
  readonly clock: Clock;
  /** The parts of the client's world that lead here. */
  readonly world: Pick<ClientWorld, 'clock' | 'fetch' | 'openSocket'>;
  readonly faults: FaultPlan;
  /** Tokens of one customer of the site; by default always the same guest of this centre. */
  jwtProvider(customer?: SiteCustomer, integrationId?: string): JwtProvider;
  /** Signs an agent in: one of `agents`, the first by default. */
  agent(name?: string): Promise<ScriptedAgent>;
  /** Whether the contact centre takes conversations of an integration; each new one of one that is off fails with an error. */
  enable(integrationId: string, enabled: boolean): Promise<void>;
  /** The connector dies without a word, and another one starts on what it had written. */
  restartConnector(): Promise<void>;
  /** Lets everything that is under way come to rest. With a simulated clock no time passes. */
  settle(): Promise<void>;
  /** Moves a simulated clock, step by step, and lets things come to rest between. Throws with the platform's clock. */
  advance(ms: number, stepMs?: number): Promise<void>;
  /** Waits until `find` answers something but undefined and false; throws, naming `what`, when it never does. */
  until<T>(what: string, find: () => T | undefined | Promise<T | undefined>): Promise<T>;
  stop(): Promise<void>;
}

/** Everything has a default. */
export interface TestCenterOptions {
  /** Default: the platform's. A simulated one stands still until it is told. */
  readonly clock?: Clock;
  readonly random?: Random;
  readonly logger?: Logger;
  /** Whether the greeter bot speaks first; default false: the first message rings at the desk. */
  readonly bot?: boolean;
  /** Names of the agents; default Ada and Ben. */
  readonly agents?: readonly string[];
}

/** Starts one. Resolves when it can be used; `stop` it at the end. */
export async function createTestCenter(options: TestCenterOptions = {}): Promise<TestCenter> {
  const { clock = systemClock, random = createSeededRandom(1), logger = silentLogger } = options;
  const { agents = ['Ada', 'Ben'], bot = false } = options;
  const world: CenterWorld = { clock, random, logger };
  const apps = new Map<string, ServerApp>();
  const inside = async (request: Request): Promise<Response> => {
    const app = apps.get(new URL(request.url).origin);
    if (!app) throw new TypeError('Nobody there');
    return app.fetch(request);
  };
  const sandbox = startSandbox(world, inside, bot);
  apps.set(ADDRESSES.sandbox, sandbox);
  await sandbox.start();
  const seeded = await seedCenter(sandbox, agents);
  const customers = new Map<string, SiteCustomer>();
  const tokens = startTokens(world, inside, seeded, customers);
  apps.set(ADDRESSES.tokens, tokens);
  await tokens.start();
  const store = createMemoryStore();
  const startConnector = async (): Promise<void> => {
    const connector = createConnectorApp(connectorOptions(world, inside, seeded, store));
    apps.set(ADDRESSES.connector, connector);
    await connector.start();
  };
  await startConnector();
  const road = createRoad(() => apps.get(ADDRESSES.connector) ?? sandbox, clock);

  return {
    ...center(world, seeded, road),
    jwtProvider: (customer = GUEST, integrationId = seeded.messaging.integrationId) => {
      customers.set(customer.customerId, customer);
      return () => fetchToken(tokens, customer.customerId, integrationId);
    },
    enable: (integrationId, enabled) => enableIntegration(sandbox, integrationId, enabled),
    agent: (name = agents[0] ?? '') => signInAgent(sandbox, name, world),
    async restartConnector() {
      const killed = apps.get(ADDRESSES.connector);
      road.faults.refuse(true);
      apps.delete(ADDRESSES.connector);
      await killed?.stop();
      await startConnector();
      road.faults.refuse(false);
    },
    async stop() {
      for (const app of [...apps.values()].reverse()) await app.stop();
    },
  };
}

interface CenterWorld {
  readonly clock: Clock;
  readonly random: Random;
  readonly logger: Logger;
}

type Fetch = (request: Request) => Promise<Response>;

const GUEST: SiteCustomer = { customerId: 'test-customer', name: 'Robin' };
/** Stands for the shop's cookie, which a page may not set by hand. */
const CUSTOMER_HEADER = 'x-test-customer';
const ACCOUNT = 'TESTER';

function center(
  { clock }: CenterWorld,
  seeded: SeededCenter,
  road: Road,
): Pick<
  TestCenter,
  | 'advance'
  | 'baseUrl'
  | 'integrationId'
  | 'chatIntegrationId'
  | 'clock'
  | 'world'
  | 'faults'
  | 'settle'
  | 'until'
> {
  return {
    baseUrl: ADDRESSES.connector,
    integrationId: seeded.messaging.integrationId,
    chatIntegrationId: seeded.chat.integrationId,
    clock,
    world: { clock, fetch: road.fetch, openSocket: road.openSocket },
    faults: road.faults,
    async settle() {
      for (let at = 0; at < 40; at++) await turn(clock);
    },
    async advance(ms, stepMs = 500) {
      if (!isSimulated(clock)) throw new Error('Only a simulated clock can be moved');
      for (let leftMs = ms; leftMs > 0; leftMs -= stepMs) {
        clock.advance(Math.min(stepMs, leftMs));
        for (let at = 0; at < 8; at++) await turn(clock);
      }
    },
    until: (what, find) => until(clock, what, find),
  };
}

function startSandbox({ clock, random, logger }: CenterWorld, fetch: Fetch, bot: boolean): ServerApp {
  return createSandboxApp({
    ...{ clock, random, logger, fetch, bot },
    store: createMemoryStore(),
    baseUrl: ADDRESSES.sandbox,
    accountId: ACCOUNT,
    admin: ADMIN,
    passwordRounds: 1000,
  });
}

function startTokens(
  world: CenterWorld,
  fetch: Fetch,
  seeded: SeededCenter,
  customers: ReadonlyMap<string, SiteCustomer>,
): ServerApp {
  return createTokenApp({
    ...world,
    fetch,
    store: createMemoryStore(),
    issuer: ADDRESSES.tokens,
    audience: ADDRESSES.connector,
    hostUrl: ADDRESSES.connector,
    appkey: PAGE_APPKEY,
    integrationIds: [seeded.messaging.integrationId, seeded.chat.integrationId],
    allowedOrigins: [],
    cookieKey: 'a key for a test that never leaves the tab',
    secureCookies: true,
    siteSession: async (request) => customers.get(request.headers.get(CUSTOMER_HEADER) ?? ''),
    rate: { burst: 10_000, perSecond: 1000 },
  });
}

function connectorOptions(
  world: CenterWorld,
  fetch: Fetch,
  { messaging, chat, clientId, clientSecret, appkey }: SeededCenter,
  store: ReturnType<typeof createMemoryStore>,
): Parameters<typeof createConnectorApp>[0] {
  return {
    ...world,
    fetch,
    store,
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
      { id: chat.integrationId, kind: 'chat', channelProviderId: chat.channelProviderId },
    ],
    webhookUrl: ADDRESSES.webhook,
    sandboxExtensions: true,
  };
}

async function fetchToken(
  tokens: ServerApp,
  customerId: string,
  integrationId: string,
): Promise<{ readonly token: string; readonly appkey: string }> {
  const named: ServerApp = {
    ...tokens,
    fetch: (request) => {
      request.headers.set(CUSTOMER_HEADER, customerId);
      return tokens.fetch(request);
    },
  };
  const call = { method: 'POST', url: `${ADDRESSES.tokens}/token`, body: { integrationId } };
  const { jwtToken, appkey } = await callJson(
    named,
    call,
    decode.object({ jwtToken: decode.string(), appkey: decode.string() }),
  );
  return { token: jwtToken, appkey };
}
