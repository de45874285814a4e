import {
  createOmniSdk,
  type AxpConversationCore,
  type AxpOmniSdkInitParams,
  type AxpUserSession,
  type JwtProvider,
  type OmniSdk,
} from '../../../src/facades/omni-sdk/core/index.ts';
import {
  AxpMessagingConversation,
  createAxpMessaging,
  type AxpMessagingConversationTrait,
  type AxpMessagingNamespace,
} from '../../../src/facades/omni-sdk/messaging/index.ts';
import { createSimulatedClock, type SimulatedClock } from '../../../src/lib/index.ts';
import { createSeededRandom, createTestCenter, type TestCenter } from '../../../src/testing/index.ts';

/** A conversation with messaging. */
export type Conversation = AxpConversationCore & AxpMessagingConversationTrait;

/** What a listener was called with. */
export interface Told {
  readonly name: string;
  readonly payload: Readonly<Record<string, unknown>>;
}

/** A page with an SDK against a whole contact centre in this process. */
export interface Page {
  readonly sdk: OmniSdk;
  readonly messaging: AxpMessagingNamespace;
  /** Everything that was told, in order; listeners for all events are attached, those of the conversation by `init`. */
  readonly told: Told[];
  readonly log: string[];
  /** Calls of the provider, in order. */
  readonly asked: (readonly [string, unknown])[];
  readonly provider: JwtProvider;
  params(more?: Readonly<Record<string, unknown>>): Promise<AxpOmniSdkInitParams>;
  /** `init` with messaging and good parameters, with the clock going on. */
  init(more?: Readonly<Record<string, unknown>>): Promise<AxpUserSession<Conversation>>;
  conversation(): Conversation;
  freshToken(): Promise<string>;
  names(): string[];
  of(name: string): Readonly<Record<string, unknown>>[];
  /** Lets a promise settle while time passes; answers its value or its error's code. */
  outcome<T>(promise: Promise<T>, withinMs?: number): Promise<T | { readonly code: string }>;
  /** As `outcome`; throws where it rejects. */
  value<T>(promise: Promise<T>, withinMs?: number): Promise<T>;
}

/** The whole of a test: stop it at the end. */
export interface Stage {
  readonly center: TestCenter;
  readonly clock: SimulatedClock;
  page(options?: PageOptions): Page;
}

/** What differs between pages. */
export interface PageOptions {
  readonly customerId?: string;
  readonly integrationId?: string;
}

let seed = 1;

/** Sets a stage on a clock that stands still until it is told. */
export async function createStage(options: Parameters<typeof createTestCenter>[0] = {}): Promise<Stage> {
  const clock = createSimulatedClock();
  const center = await createTestCenter({ clock, ...options });
  return { center, clock, page: (page) => createPage(center, page) };
}

/** A page of one customer of this centre. */
export function createPage(center: TestCenter, options: PageOptions = {}): Page {
  const { customerId, integrationId = center.integrationId } = options;
  const [log, told, asked]: [string[], Told[], [string, unknown][]] = [[], [], []];
  const sdk = createOmniSdk({
    world: { ...center.world, random: createSeededRandom(seed++) },
    sink: (level, text) => void log.push(`${level} ${text}`),
  });
  const messaging = createAxpMessaging(sdk);
  const tell =
    (name: string) =>
    (payload: object): void =>
      void told.push({ name, payload: { ...payload } });
  sdk.addSdkInitializedListener(tell('SdkInitialized'));
  sdk.addSdkShutdownListener(tell('SdkShutdown'));
  sdk.addIdleTimeOutInvokedListener(tell('IdleTimeOutInvoked'));
  messaging.addEventStreamConnectingListener(tell('EventStreamConnecting'));
  messaging.addEventStreamConnectedListener(tell('EventStreamConnected'));
  messaging.addEventStreamFailedListener(tell('EventStreamFailed'));
  messaging.addEventStreamClosedListener(tell('EventStreamClosed'));
  const customer = customerId === undefined ? undefined : { customerId, name: 'Robin' };
  const provide = center.jwtProvider(customer, integrationId);
  const provider: JwtProvider = {
    onExpire: () => void asked.push(['onExpire', undefined]),
    onExpireWarning: (remainingMs) => void asked.push(['onExpireWarning', remainingMs]),
  };
  const params: Page['params'] = async (more) => {
    const { token, appkey } = await provide();
    return { host: center.baseUrl, integrationId, appKey: appkey, token, jwtProvider: provider, ...more };
  };
  const outcome: Page['outcome'] = async (promise, withinMs = 400_000) => {
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
  const value: Page['value'] = async (promise, withinMs) => {
    await outcome(promise, withinMs);
    return promise;
  };
  const page: Page = {
    ...{ sdk, messaging, told, log, asked, provider, params, outcome, value },
    async init(more = {}) {
      const session = await value(sdk.init(await params(more), AxpMessagingConversation()));
      const [conversation] = session.conversations;
      conversation?.addParticipantAddedListener(tell('ParticipantAdded'));
      conversation?.addParticipantDisconnectedListener(tell('ParticipantDisconnected'));
      conversation?.addMessageArrivedListener(tell('MessageArrived'));
      conversation?.addMessageDeliveredListener(tell('MessageDelivered'));
      conversation?.addTypingStartedListener(tell('TypingStarted'));
      conversation?.addTypingStoppedListener(tell('TypingStopped'));
      await center.settle();
      return session;
    },
    conversation: () => sdk.getDefaultConversation<ReturnType<typeof AxpMessagingConversation>>(),
    freshToken: async () => (await provide()).token,
    names: () => told.map(({ name }) => name),
    of: (name) => told.filter((one) => one.name === name).map(({ payload }) => payload),
  };
  return page;
}

/** The code of a thrown value. */
export function codeOf(fault: unknown): { readonly code: string } {
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
