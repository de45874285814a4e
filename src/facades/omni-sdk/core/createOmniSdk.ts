import type { ClientWorld } from '../../../client/index.ts';
import {
  createEmitter,
  createLogger,
  systemClock,
  systemRandom,
  type Clock,
  type Emitter,
  type Logger,
  type LogSink,
  type Random,
} from '../../../lib/index.ts';
import type { ChatEvent } from '../../../model/index.ts';
import type { EndReason } from '../../../protocol/index.ts';
import { openBackstage } from './backstage.ts';
import { AxpConversationCore, type ConversationClass } from './conversation.ts';
import { readInit, readLogLevel } from './initParams.ts';
import { createListeners, type Listeners } from './listeners.ts';
import type { AxpUserSession, OmniSdk } from './omniSdk.ts';
import { AxpOmniSdkError } from './omniSdkError.ts';
import { plainToken } from './plainToken.ts';
import { isRegion } from './readHost.ts';
import { OmniSession } from './session.ts';
import { ShutdownReason, type IdleTimeout, type LogLevel, type SdkShutdown } from './types.ts';
import { VERSION } from './version.ts';

/** The outside world of one SDK; each part has the page's own as default. */
export interface OmniSdkOptions {
  readonly world?: Partial<ClientWorld>;
  /** Where log lines end up; default the console. */
  readonly sink?: LogSink;
}

/** Makes an SDK of its own, for tests and for pages that need two. Nothing happens before `init`. */
export function createOmniSdk(options: OmniSdkOptions = {}): OmniSdk {
  const own = new Sdk(options);
  function getDefaultConversation<T extends ConversationClass = ConversationClass>(): InstanceType<T>;
  function getDefaultConversation(): AxpConversationCore {
    return own.ready().conversation;
  }
  function init<T extends ConversationClass>(
    initParams: unknown,
    conversationClass?: T,
  ): Promise<AxpUserSession<InstanceType<T>>>;
  function init(
    initParams: unknown,
    Conversation: ConversationClass = AxpConversationCore,
  ): Promise<unknown> {
    return own.init(initParams, Conversation);
  }
  const sdk: OmniSdk = {
    init,
    getDefaultConversation,
    setJwt: (token) => own.ready().session.bringToken(plainToken(token)),
    setLogLevel: (level) => own.setLogLevel(level),
    resetIdleTimeout: () => own.ready().session.client.resetIdleTimeout(),
    shutdown: (reason) => own.shutdown(reason),
    version: () => VERSION,
    addSdkInitializedListener: (handler) => own.initialized.add(handler),
    removeSdkInitializedListener: (id) => own.initialized.remove(id),
    addSdkShutdownListener: (handler) => own.shutdowns.add(handler),
    removeSdkShutdownListener: (id) => own.shutdowns.remove(id),
    addIdleTimeOutInvokedListener: (handler) => own.idle.add(handler),
    removeIdleTimeOutInvokedListener: (id) => own.idle.remove(id),
  };
  const { random, logger, events } = own;
  openBackstage(sdk, { random, logger, events, session: () => own.ready().session });
  return sdk;
}

type Phase =
  | { readonly status: 'off' | 'busy' }
  | { readonly status: 'ready'; readonly session: OmniSession; readonly conversation: AxpConversationCore };

class Sdk {
  readonly random: Random;
  readonly logger: Logger;
  readonly events: Emitter<{ readonly event: ChatEvent; readonly session: OmniSession }> = createEmitter();
  readonly initialized: Listeners<AxpUserSession<AxpConversationCore>>;
  readonly shutdowns: Listeners<SdkShutdown>;
  readonly idle: Listeners<IdleTimeout>;
  private phase: Phase = { status: 'off' };
  private level: LogLevel = 'WARN';
  private readonly clock: Clock;
  private readonly world: Partial<ClientWorld>;

  constructor({ world = {}, sink = toConsole }: OmniSdkOptions) {
    const { clock = systemClock, random = systemRandom } = world;
    this.logger = createLogger('DEBUG', (level, text, fields) => {
      if (RANK.indexOf(level) >= RANK.indexOf(this.level)) sink(level, text, fields);
    });
    this.clock = clock;
    this.random = random;
    this.world = world;
    this.initialized = createListeners(random, this.logger);
    this.shutdowns = createListeners(random, this.logger);
    this.idle = createListeners(random, this.logger);
  }

  async init(given: unknown, Conversation: ConversationClass): Promise<AxpUserSession<AxpConversationCore>> {
    if (this.phase.status !== 'off')
      throw new AxpOmniSdkError('AlreadyInitialized', 'There is a session already: call shutdown first');
    const params = readInit(given, (name) => this.logger.error('The jwtProvider failed', { name }));
    if (params.logLevel) this.level = params.logLevel;
    if (isRegion(String(Reflect.get(Object(given), 'host'))))
      this.logger.warn('host names a region of the vendor’s cloud: give the address of your connector');
    this.phase = { status: 'busy' };
    const { clock, random, logger, world } = this;
    const session = new OmniSession({
      ...{ params, world, clock, random, logger },
      onEvent: (event, from) => this.take(event, from),
      onEnd: (reason) => this.ended(session, reason),
    });
    try {
      const link = await session.open();
      const conversation = new Conversation(link);
      this.phase = { status: 'ready', session, conversation };
      const userSession = userSessionOf(session, conversation);
      session.line.tell(() => this.initialized.tell(userSession));
      return userSession;
    } catch (fault) {
      session.end();
      this.phase = { status: 'off' };
      throw fault;
    }
  }

  /** The session. Throws NotInitialized where there is none. */
  ready(): Extract<Phase, { status: 'ready' }> {
    const { phase } = this;
    if (phase.status === 'ready') return phase;
    const why = phase.status === 'busy' ? 'init or shutdown is under way' : 'Call init first';
    throw new AxpOmniSdkError('NotInitialized', why);
  }

  setLogLevel(given: unknown): void {
    const level = readLogLevel(given);
    if (!level) throw new AxpOmniSdkError('ConstraintViolation', 'There is no such log level');
    this.level = level;
  }

  async shutdown(reason: unknown = ShutdownReason.UNKNOWN): Promise<void> {
    const { session } = this.ready();
    if (!isReason(reason)) throw new AxpOmniSdkError('ConstraintViolation', 'There is no such reason');
    this.phase = { status: 'busy' };
    await session.client.shutdown(reason);
    this.ended(session, reason);
    await session.line.rest();
  }

  private take(event: ChatEvent, session: OmniSession): void {
    this.events.emit({ event, session });
    if (event.type !== 'IDLE_TIMEOUT_EXPIRED') return;
    const { atMs, graceMs } = event;
    const payload = { eventDate: new Date(atMs), sessionId: session.sessionId, gracePeriod: graceMs };
    session.line.tell(() => this.idle.tell(payload));
  }

  /** By `shutdown`, by the idle timer, or by the server: whoever is first. */
  private ended(session: OmniSession, given: EndReason): void {
    const { sessionId } = session;
    if (session.isOver) return;
    this.phase = { status: 'off' };
    session.end();
    const reason = isReason(given) ? given : ShutdownReason.UNKNOWN;
    const payload = { eventDate: new Date(this.clock.now()), sessionId, reason };
    session.line.tell(() => this.shutdowns.tell(payload));
  }
}

const RANK: readonly LogLevel[] = ['DEBUG', 'INFO', 'WARN', 'ERROR', 'OFF'];

function isReason(reason: unknown): reason is ShutdownReason {
  return Object.values(ShutdownReason).some((known) => known === reason);
}

function userSessionOf(
  session: OmniSession,
  conversation: AxpConversationCore,
): AxpUserSession<AxpConversationCore> {
  const { facts } = session.client.getState();
  const { displayName, participantId, sessionParameters } = facts ?? {};
  return {
    conversations: [conversation],
    ...(displayName !== undefined && { displayName }),
    ...(participantId !== undefined && { participantId }),
    ...(sessionParameters && { sessionParameters: { ...sessionParameters } }),
  };
}

const CONSOLE = { DEBUG: 'debug', INFO: 'info', WARN: 'warn', ERROR: 'error' } as const;
const toConsole: LogSink = (level, text, fields) => {
  // The console is the only place that such a page has.
  console[CONSOLE[level]](`[omni-sdk] ${text}`, fields);
};
