import type { Clock, Logger, Random, Unsubscribe } from '../lib/index.ts';
import type { ChatEvent, ChatState } from '../model/index.ts';
import type {
  ClientMessageId,
  DisconnectReason,
  EndReason,
  EngagementId,
  MessageId,
  OutgoingBody,
  Parameters,
} from '../protocol/index.ts';
import type { BaseUrl } from './baseUrl.ts';
import type { OpenRecords } from './ports/keptRecords.ts';
import type { OpenTabChannel, TabLocks } from './ports/tabPorts.ts';

export type { KeptRecords, OpenRecords, RecordChange } from './ports/keptRecords.ts';
export type { OpenTabChannel, TabChannel, TabLockListener, TabLocks } from './ports/tabPorts.ts';

/**
 * The session and event-stream client: one customer on one page. Framework-free, no globals, several per page.
 * Everything that happens comes out as `ChatEvent`s in one order; every promise settles.
 * Methods reject with `ChatClientError` (closed `code`, `retryable`, `cause`).
 */
export interface ChatClient {
  /**
   * Creates or resumes the session and opens the stream; resolves when there is a session. Calling it while started or starting returns the same promise;
   * after `shutdown` it begins anew. Rejects when no session could be had.
   */
  start(): Promise<void>;
  /** Calls `listener` with each event from now on. */
  subscribe(listener: (event: ChatEvent) => void): Unsubscribe;
  /** The state that all events so far make; the same object until something changes. */
  getState(): ChatState;

  /** Starts a further engagement (chat integrations). On a messaging integration: the default conversation's id. */
  createEngagement(parameters?: Parameters): Promise<EngagementId>;
  /** Hears the events of an engagement that another session began. */
  joinEngagement(engagementId: EngagementId): Promise<void>;
  /** Leaves an engagement. Default reason USER_CLOSED. */
  disconnectEngagement(engagementId: EngagementId, reason?: DisconnectReason): Promise<void>;
  /** Parameters for routing. Merged; at most 20 in all. */
  setContextParameters(engagementId: EngagementId, parameters: Parameters): Promise<void>;
  updateSessionParameters(parameters: Parameters): Promise<void>;

  /**
   * Queues a message. Resolves with its client id as soon as it is in the outbox (the bubble is on screen); what becomes
   * of it comes as events. Rejects only where it could not be kept: too long, engagement ended, outbox full.
   * @param id what the message is called, for who has shown it already (a UUID of version 7); default a fresh one.
   */
  send(engagementId: EngagementId, draft: Draft, id?: ClientMessageId): Promise<ClientMessageId>;
  /** Tries a failed message again at once, under its own id where it was never accepted, as a new one where it was. */
  retrySend(engagementId: EngagementId, id: ClientMessageId): Promise<void>;
  /** Takes a message out that was not accepted yet. Its number is consumed. Resolves false where it is too late. */
  removeUnsent(engagementId: EngagementId, id: ClientMessageId): Promise<boolean>;
  /** Reads the next older page into the state. Resolves when it is there; does nothing at the beginning. */
  loadOlder(engagementId: EngagementId): Promise<void>;
  /** Asks again for entries that could not be had. */
  retryGap(engagementId: EngagementId, afterSeq: number): Promise<void>;
  /** Call on every key press: the client limits the rate itself. */
  notifyTyping(engagementId: EngagementId): void;
  /** The customer has seen everything up to this entry. */
  markSeen(engagementId: EngagementId, upToSeq: number): void;

  /** Activity that only the page can see (typing, scrolling, pointer): idle and grace begin anew. Cheap to call. */
  resetIdleTimeout(): void;
  /** Tries the stream again at once. Rejects (`retry-not-allowed`) unless it has failed. */
  retryConnection(): Promise<void>;
  /** A fresh token, where the page fetched one by itself. */
  setJwt(token: string): void;
  /** Wants no stream (a closed widget with nothing open), or wants one again. The session stays. */
  setStreamWanted(wanted: boolean): void;
  /** Ends the session: flushes what is unsent or hands it back as failed. Engagements stay open. Default USER_CLOSED. */
  shutdown(reason?: EndReason): Promise<void>;
  /** Lets go of timers, sockets and listeners without ending the session: for a page that goes away. */
  dispose(): void;
}

/** What a person wants to send. Files are uploaded first; progress comes as MESSAGE_SENDING. */
export type Draft =
  | { readonly body: Exclude<OutgoingBody, { type: 'files' }>; readonly parentMessageId?: MessageId }
  | { readonly files: readonly File[]; readonly text?: string; readonly parentMessageId?: MessageId };

/** Fetches a token from the site's own backend. Called at the start and whenever a fresh one is needed; one call at a time. */
export type JwtProvider = () => Promise<ProvidedToken>;

/** A customer's token, and what travels beside it. */
export interface ProvidedToken {
  readonly token: string;
  /** The application key that travels beside it. */
  readonly appkey: string;
}

/** What a client is made of. Times out of their range are warned of and replaced by their defaults. */
export interface ChatClientOptions {
  /** The connector's address, with or without slashes at its end. A function is asked only where there is a token. */
  readonly baseUrl: BaseUrl;
  readonly integrationId: string;
  readonly jwtProvider: JwtProvider;
  /** Used only when the token has no name. At most 70 characters. */
  readonly displayName?: string;
  readonly sessionParameters?: Parameters;
  readonly timing?: Partial<ClientTiming>;
  /** In order of preference; default all three. */
  readonly transports?: readonly TransportName[];
  /**
   * Tabs of one customer share one stream, one sender and one idle clock, wherever the world has locks (or records) and a
   * channel. Default true.
   */
  readonly shareTabs?: boolean;
  /** Everything of the outside world; each has the platform's own as default. */
  readonly world?: Partial<ClientWorld>;
}

/** A road to the connector; all three carry the same stream. */
export type TransportName = 'websocket' | 'sse' | 'long-poll';

/** Times of the idle and reconnection rules (axp.md 1.4: the seed's defaults, the union of the documented ranges). */
export interface ClientTiming {
  /** 300 to 3300 s, 0 switches it off; default 300 s. */
  readonly idleTimeoutMs: number;
  /** 30 to 300 s; default 30 s. */
  readonly idleShutdownGraceMs: number;
  /** 120 to 900 s; default 120 s. After it FAILED with RECONNECTION_TIMEOUT is told; slow attempts go on. */
  readonly reconnectionTimeoutMs: number;
}

/**
 * The outside world of a client. One with a `fetch` of its own leads elsewhere: it shares nothing with the browser's other
 * tabs and keeps nothing, unless it brings records, locks and a channel too.
 */
export interface ClientWorld {
  readonly clock: Clock;
  readonly random: Random;
  readonly fetch: (request: Request) => Promise<Response>;
  readonly openSocket: (url: string) => ClientSocket;
  readonly storage: ClientStorage;
  readonly logger: Logger;
  readonly hints: BrowserHints;
  /** Where unsent messages are kept. Absent: in memory, and the page is told so. */
  readonly openRecords?: OpenRecords | undefined;
  /** Absent: a lease among the records takes their place; without records each tab stands alone. */
  readonly locks?: TabLocks | undefined;
  /** Absent: each tab stands alone. */
  readonly openChannel?: OpenTabChannel | undefined;
}

/** The few members of a WebSocket that the client uses. */
export interface ClientSocket {
  send(text: string): void;
  close(code?: number, reason?: string): void;
  onopen: (() => void) | null;
  onmessage: ((event: { readonly data: unknown }) => void) | null;
  onclose: ((event: { readonly code: number; readonly reason: string }) => void) | null;
  onerror: (() => void) | null;
}

/** A small text store per browser profile; a refusal (private window, quota) is an exception that the client survives. */
export interface ClientStorage {
  get(key: string): string | null;
  set(key: string, value: string): void;
  remove(key: string): void;
}

/**
 * Hints that the line may be back, or gone; they only ever shorten a wait. `leaving`: the page goes, perhaps to be
 * `restored` from the back/forward cache.
 */
export interface BrowserHints {
  readonly visible: () => boolean;
  readonly online: () => boolean;
  subscribe(
    listener: (hint: 'online' | 'offline' | 'visible' | 'hidden' | 'leaving' | 'restored') => void,
  ): Unsubscribe;
}
