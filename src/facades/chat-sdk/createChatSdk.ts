import type { ClientWorld, TextClientOptions } from '../../client/index.ts';
import { systemClock, type Clock, type LogFields, type LogLevel, type LogSink } from '../../lib/index.ts';
import type { EndReason } from '../../protocol/index.ts';
import { ACSException, WARNINGS, type WarningCode } from './acsException.ts';
import type { ChatSdk } from './chatSdk.ts';
import type { UserContext } from './engagement.ts';
import { createEventDesk, type EventDesk } from './eventDesk.ts';
import { SHUTDOWN_REASONS, type ShutdownReason } from './events.ts';
import { plainToken } from './plainToken.ts';
import { isLogLevel, LOG_LEVELS, readConfig } from './readConfig.ts';
import { readInit, readMappedData } from './readInit.ts';
import { Session } from './session.ts';
import { createSessionStore, type PageStorage } from './sessionStore.ts';
import { VERSION } from './version.ts';

/** The outside world of one SDK; each part has the page's own as default. */
export interface ChatSdkOptions {
  readonly world?: Partial<ClientWorld>;
  /** Default the page's Session Storage. */
  readonly storage?: PageStorage;
  /** Where log lines end up; default the console. */
  readonly sink?: LogSink;
}

/** Makes an SDK of its own, for tests and for pages that need two. Nothing happens before `init`. */
export function createChatSdk(options: ChatSdkOptions = {}): ChatSdk {
  const sdk = new Sdk(options);
  return {
    init: (sdkInitParams, configuration) => sdk.init(sdkInitParams, configuration),
    createEngagement: async (parameters) => sdk.ready().create(readMappedData(parameters)),
    async getEngagements() {
      const session = sdk.ready();
      await session.refresh();
      return session.list();
    },
    async getEngagementById(engagementId) {
      const session = sdk.ready();
      if (typeof engagementId !== 'string') throw new ACSException('ACS-322', 'a text is wanted');
      return session.find(engagementId);
    },
    on: (eventName, handler) => sdk.desk.on(eventName, handler),
    off: (eventName) => sdk.desk.off(eventName),
    resetIdleTimeout: () => sdk.ready().client.resetIdleTimeout(),
    retryConnection: () => sdk.ready().retry(),
    setJwtToken(token) {
      const session = sdk.ready();
      session.setToken(plainToken(token));
    },
    setLogLevel: (level) => sdk.setLogLevel(level),
    shutdown: (reason) => sdk.shutdown(reason),
    version: () => VERSION,
  };
}

/** `lost`: the server has ended the session; only `shutdown` and `init` go on. */
type Phase =
  | { readonly status: 'off' }
  | { readonly status: 'busy' }
  | { readonly status: 'ready' | 'lost'; readonly session: Session };

class Sdk {
  readonly desk: EventDesk;
  #phase: Phase = { status: 'off' };
  #level: LogLevel = 'ERROR';
  #ending: Session | undefined;
  readonly #warn: (code: WarningCode) => void;
  readonly #world: TextClientOptions['world'] & { readonly clock: Clock };

  constructor({ world = {}, storage, sink = toConsole }: ChatSdkOptions) {
    const at =
      (level: Exclude<LogLevel, 'OFF'>) =>
      (text: string, fields: LogFields = {}): void => {
        if (LOG_LEVELS.indexOf(level) >= LOG_LEVELS.indexOf(this.#level)) sink(level, text, fields);
      };
    const logger = { debug: at('DEBUG'), info: at('INFO'), warn: at('WARN'), error: at('ERROR') };
    const { clock = systemClock } = world;
    this.#warn = (code) => logger.warn(`${code}: ${WARNINGS[code]}`);
    this.desk = createEventDesk({ clock, logger, warn: this.#warn });
    this.#world = {
      logger,
      storage: createSessionStore(() => storage ?? pageStorage(), this.#warn),
      ...world,
      clock,
    };
  }

  async init(given: unknown, configuration: unknown): Promise<UserContext> {
    const phase = this.#phase;
    if (phase.status === 'busy') throw new ACSException('ACS-321');
    if (phase.status === 'ready') {
      this.#warn('ACS-204');
      throw new ACSException('ACS-204');
    }
    const params = readInit(given);
    const settings = readConfig(configuration, this.#warn);
    if (settings.logLevel) this.#level = settings.logLevel;
    if (phase.status === 'lost') phase.session.end();
    this.#phase = { status: 'busy' };
    const session = new Session({
      ...params,
      ...settings,
      ...{ world: this.#world, desk: this.desk, warn: this.#warn },
      onEnd: (reason) => this.#ended(reason),
      onLost: () => (this.#phase = { status: 'lost', session }),
    });
    try {
      const context = await session.open();
      this.#phase = { status: 'ready', session };
      this.desk.tell('INITIALIZED', context);
      return context;
    } catch (fault) {
      this.#phase = { status: 'off' };
      throw fault;
    }
  }

  /** The session. Throws ACS-310, 320 or 321 where there is none that can be used. */
  ready(): Session {
    const phase = this.#phase;
    if (phase.status === 'ready') return phase.session;
    if (phase.status === 'lost') throw new ACSException('ACS-320');
    throw new ACSException(phase.status === 'busy' ? 'ACS-321' : 'ACS-310');
  }

  async shutdown(reason: unknown = 'USER_CLOSED'): Promise<void> {
    const phase = this.#phase;
    if (phase.status === 'off') throw new ACSException('ACS-310');
    if (phase.status === 'busy') throw new ACSException('ACS-321');
    if (!isReason(reason)) throw new ACSException('ACS-322', 'there is no such reason');
    if (phase.status === 'lost') this.#ended(reason, phase.session);
    else {
      this.#phase = { status: 'busy' };
      this.#ending = phase.session;
      await phase.session.client.shutdown(reason);
      // Where the server was quicker to end it, the client tells nothing of its own.
      if (this.#ending) this.#ended(reason, this.#ending);
    }
    await this.desk.rest();
  }

  setLogLevel(level: unknown): void {
    if (isLogLevel(level)) this.#level = level;
    else this.#warn('ACS-210');
  }

  /** By `shutdown`, or by the idle timer. */
  #ended(reason: EndReason, of?: Session): void {
    const session = of ?? this.#ending ?? (this.#phase.status === 'ready' ? this.#phase.session : undefined);
    session?.end();
    this.#ending = undefined;
    this.#phase = { status: 'off' };
    const eventDate = new Date(this.#world.clock.now());
    this.desk.tell('SHUTDOWN', { eventDate, ...(isReason(reason) && { reason }) });
  }
}

function isReason(reason: unknown): reason is ShutdownReason {
  return SHUTDOWN_REASONS.some((known) => known === reason);
}

function pageStorage(): PageStorage | undefined {
  return typeof sessionStorage === 'undefined' ? undefined : sessionStorage;
}

const CONSOLE = { DEBUG: 'debug', INFO: 'info', WARN: 'warn', ERROR: 'error' } as const;
const toConsole: LogSink = (level, text, fields) => {
  // The console is the only place that such a page has.
  console[CONSOLE[level]](`[chat-sdk] ${text}`, fields);
};
