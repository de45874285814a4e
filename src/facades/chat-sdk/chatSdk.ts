import type { ChatEngagement, MappedData, UserContext } from './engagement.ts';
import type { EventName, EventPayloads, ShutdownReason } from './events.ts';

/**
 * The global `AvayaCCaaSChatSDK`: one customer, one session per page. Every method throws, or rejects with, `ACSException`
 * unless it says otherwise; every promise settles.
 */
export interface ChatSdk {
  /**
   * Opens the session, or resumes the page's own after a reload, and the event stream. Resolves with what INITIALIZED carries.
   * Handlers are best attached before.
   */
  init(sdkInitParams: SDKInitParams, configuration?: Config): Promise<UserContext>;
  /** Starts a new chat; the parameters may feed its routing. */
  createEngagement(engagementParameters?: MappedData): Promise<ChatEngagement>;
  /** The customer's chats that have not ended, over all of the customer's sessions. */
  getEngagements(): Promise<ChatEngagement[]>;
  /** One of them, also when it has ended since; undefined where the customer has none of this id. */
  getEngagementById(engagementId: string): Promise<ChatEngagement | undefined>;
  /** Attaches the handler of an event in the place of an earlier one. An unknown name is warned of (ACS-203). */
  on<Name extends EventName>(eventName: Name, handler: EventHandler<Name>): void;
  /** Removes the handler of one event, or all handlers (ACS-202). Nothing there is warned of (ACS-205). */
  off(eventName?: EventName): void;
  /** Activity that only the page can see: both idle timers begin anew. */
  resetIdleTimeout(): void;
  /** Tries to connect again; EVENT_STREAM_CONNECTED tells of success. Only after a failure (ACS-318). */
  retryConnection(): void;
  /** Replaces the token; a lost connection goes on with it. */
  setJwtToken(token: string): void;
  /** A level that is none is warned of (ACS-210). Allowed at any time. */
  setLogLevel(level: LogLevel): void;
  /** Ends the session. Chats go on; engagement objects are of no use any more; `init` begins anew. Default USER_CLOSED. */
  shutdown(reason?: ShutdownReason): Promise<void>;
  /** The version of this package. Never throws. */
  version(): string;
}

/** Called with the payload of an event, alone. What it returns is ignored; what it throws is logged. */
export type EventHandler<Name extends EventName = EventName> = (payload: EventPayloads[Name]) => unknown;

/** Where to, for whom, and as whom. */
export interface SDKInitParams {
  /** The connector's address, as the token endpoint names it (`hostURL`); with or without a trailing slash. */
  hostURL: string;
  /** The integration that the token was made for. */
  integrationId: string;
  /** The customer's JWT; a leading `jwt.` is tolerated. */
  token: string;
  /** The application key that travels beside it. */
  appkey: string;
  /** Used only where the token has no name. */
  displayName?: string;
  /** Properties of user and device. */
  sessionParameters?: MappedData;
}

/** All times in seconds. One out of its range is warned of, and its default is used. */
export interface Config {
  /** 300 to 3300; 0 switches it off; default 300. */
  idleTimeout?: number;
  /** 30 to 300; default 30. */
  idleShutdownGraceTimeout?: number;
  /** 120 to 900; default 120. */
  reconnectionTimeout?: number;
  /** Default ERROR. A text, as in objects written without `as const`, is taken too: one that is none is warned of (ACS-210). */
  logLevel?: LogLevel | (string & {});
}

/** From most to least verbose. */
export type LogLevel = 'DEBUG' | 'INFO' | 'WARN' | 'ERROR' | 'OFF';
