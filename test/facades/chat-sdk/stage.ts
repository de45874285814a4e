import {
  createChatSdk,
  type ChatSdk,
  type Config,
  type EventName,
} from '../../../src/facades/chat-sdk/index.ts';
import { createSimulatedClock, type SimulatedClock } from '../../../src/lib/index.ts';
import { createSeededRandom, createTestCenter, type TestCenter } from '../../../src/testing/index.ts';
import type { SDKInitParams } from '../../../src/facades/chat-sdk/index.ts';

/** What a handler was called with. */
export interface Told {
  readonly name: EventName;
  readonly payload: Record<string, unknown>;
}

/** A page with an SDK against a whole contact centre in this process. */
export interface Page {
  readonly sdk: ChatSdk;
  /** Everything that was told, in order; handlers for all events are attached. */
  readonly told: Told[];
  /** Codes of the warnings so far. */
  readonly warnings: string[];
  /** The page's Session Storage: hand it on for a reload. */
  readonly storage: Map<string, string>;
  params(more?: Partial<SDKInitParams>): Promise<SDKInitParams>;
  /** `init` with good parameters, with the clock going on. */
  init(config?: Config, more?: Partial<SDKInitParams>): Promise<Awaited<ReturnType<ChatSdk['init']>>>;
  names(): string[];
  of(name: EventName): Record<string, unknown>[];
  /** Lets a promise settle while time passes; answers its value or its error's code. */
  outcome<T>(promise: Promise<T>, withinMs?: number): Promise<T | { code: string }>;
}

/** The whole of a test: stop it at the end. */
export interface Stage {
  readonly center: TestCenter;
  readonly clock: SimulatedClock;
  page(options?: PageOptions): Page;
}

/** What differs between pages. */
export interface PageOptions {
  readonly storage?: Map<string, string>;
  readonly customerId?: string;
  /** Default the chat integration. */
  readonly integrationId?: string;
  readonly broken?: 'read' | 'write';
  readonly world?: NonNullable<Parameters<typeof createChatSdk>[0]>['world'];
}

let seed = 1;

/** Sets a stage on a clock that stands still until it is told. */
export async function createStage(options: Parameters<typeof createTestCenter>[0] = {}): Promise<Stage> {
  const clock = createSimulatedClock();
  const center = await createTestCenter({ clock, ...options });
  return { center, clock, page: (page) => createPage(center, page) };
}

function createPage(center: TestCenter, options: PageOptions = {}): Page {
  const { storage = new Map<string, string>(), customerId, broken } = options;
  const { integrationId = center.chatIntegrationId } = options;
  const warnings: string[] = [];
  const told: Told[] = [];
  const refuse = (when: 'read' | 'write'): void => {
    if (broken === when) throw new Error('No storage here');
  };
  const sdk = createChatSdk({
    world: { ...center.world, random: createSeededRandom(seed++), ...options.world },
    storage: {
      getItem: (key) => (refuse('read'), storage.get(key) ?? null),
      setItem: (key, value) => (refuse('write'), void storage.set(key, value)),
      removeItem: (key) => void storage.delete(key),
    },
    sink: (_level, text) => {
      const code = /^ACS-\d+/.exec(text)?.[0];
      if (code !== undefined) warnings.push(code);
    },
  });
  sdk.setLogLevel('WARN');
  for (const name of EVENTS) sdk.on(name, (payload) => void told.push({ name, payload: { ...payload } }));
  const customer = customerId === undefined ? undefined : { customerId, name: 'Robin' };
  const provide = center.jwtProvider(customer, integrationId);
  const params: Page['params'] = async (more) => {
    const { token, appkey } = await provide();
    return { hostURL: center.baseUrl, integrationId, token, appkey, ...more };
  };
  const outcome: Page['outcome'] = async (promise, withinMs = 180_000) => {
    let settled: { value: unknown } | undefined;
    promise.then(
      (value) => (settled = { value }),
      (fault: unknown) => (settled = { value: codeOf(fault) }),
    );
    await center.settle();
    for (let ms = 0; ms < withinMs && !settled; ms += 1000) await center.advance(1000, 500);
    if (!settled) throw new Error('The promise hangs');
    return settled.value as never;
  };
  return {
    sdk,
    told,
    warnings,
    storage,
    params,
    outcome,
    async init(config = { logLevel: 'WARN' }, more = {}) {
      const context = await outcome(sdk.init(await params(more), { logLevel: 'WARN', ...config }));
      if ('code' in context) throw new Error(`init failed: ${context.code}`);
      await center.settle();
      return context;
    },
    names: () => told.map(({ name }) => name),
    of: (name) => told.filter((one) => one.name === name).map(({ payload }) => payload),
  };
}

/** The code of a thrown value. */
export function codeOf(fault: unknown): { code: string } {
  if (fault instanceof Error && 'code' in fault) return { code: String(fault.code) };
  return { code: String(fault) };
}

/** The code of what `work` throws at once. */
export function thrownBy(work: () => unknown): string {
  try {
    work();
  } catch (fault) {
    return codeOf(fault).code;
  }
  return 'nothing';
}

/** The sixteen events of axp.md 1.8, written down here by hand: the table that is conformed to. */
export const EVENTS: readonly EventName[] = [
  'ENGAGEMENT_ACTIVE',
  'ENGAGEMENT_ERROR',
  'ENGAGEMENT_TERMINATED',
  'PARTICIPANT_ADDED',
  'PARTICIPANT_DISCONNECTED',
  'MESSAGE_ARRIVED',
  'MESSAGE_DELIVERED',
  'EVENT_STREAM_CONNECTING',
  'EVENT_STREAM_CONNECTED',
  'EVENT_STREAM_FAILED',
  'EVENT_STREAM_CLOSED',
  'INITIALIZED',
  'SHUTDOWN',
  'TOKEN_EXPIRY_REMINDER',
  'TOKEN_EXPIRED',
  'IDLE_TIMEOUT_EXPIRED',
];
