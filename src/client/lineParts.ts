import type { ChatEvent } from '../model/index.ts';
import type { LogEntry, ServerFrame, SessionId } from '../protocol/index.ts';
import { createTokenKeeper, type TokenKeeper } from './auth/tokenKeeper.ts';
import type { ChatClientOptions, ClientTiming, ClientWorld, TransportName } from './chatClient.ts';
import { createConnection, type Connection } from './connection/connection.ts';
import { createHistory, type History } from './history.ts';
import { createHttp, type Http } from './http.ts';
import { createIdleClock, type IdleClock } from './idle.ts';
import { createInbox, type Inbox } from './inbox/inbox.ts';
import type { Pace } from './retryDelay.ts';
import { createSession, type Session } from './session.ts';
import { longPollTransport } from './transport/longPollTransport.ts';
import { sseTransport } from './transport/sseTransport.ts';
import type { OpenTransport } from './transport/transport.ts';
import { webSocketTransport } from './transport/webSocketTransport.ts';

/** The parts that every client has: the way to the connector and what comes back from it. */
export interface LineParts {
  readonly world: ClientWorld;
  readonly tokens: TokenKeeper;
  readonly http: Http;
  readonly session: Session;
  readonly inbox: Inbox;
  readonly outbox: OutRoad;
  readonly history: History;
  readonly connection: Connection;
  readonly idle: IdleClock;
}

/** What a line asks of whatever holds the customer's own messages until the connector has them. */
export interface OutRoad {
  /** Whether what is kept survives a reload. */
  readonly durable: boolean;
  /** Something waits to be sent. */
  readonly isUnsettled: boolean;
  /** The echo settles a message as well as the answer does. */
  takeEntry(entry: LogEntry): void;
  /** The line is back, or a fresh token, or a new session. */
  wake(): void;
  pause(): void;
  /** Waits so long for what is unsent, then hands the rest back as failed, or keeps it for the next start. */
  flush(waitMs: number, keepsRest: boolean): Promise<void>;
}

/** What sending needs of the other parts. */
export interface OutRoadNeeds extends Pick<ClientWorld, 'clock' | 'random'> {
  readonly http: Http;
  readonly sessionId: () => SessionId | undefined;
  /** Whether somebody looks on, and whether the line has given up hope. */
  readonly pace: () => Pace;
  readonly emit: (event: ChatEvent) => void;
  readonly onSessionGone: () => void;
}

/** Whom the parts tell. */
export interface PartsListener {
  readonly publish: (event: ChatEvent) => void;
  readonly onHello: (hello: Extract<ServerFrame, { type: 'hello' }>) => void;
  readonly onCaughtUp: () => void;
  readonly onOutdated: () => void;
  readonly onSessionGone: () => void;
  readonly onInactive: () => void;
  /** Somebody may be writing to the customer: the line is missed. */
  readonly isConversing: () => boolean;
}

/** What a line is made of: options whose times are within their ranges, and the whole of a world. */
export interface LineOptions extends Omit<ChatClientOptions, 'timing' | 'world'> {
  readonly timing: ClientTiming;
  readonly world: ClientWorld;
}

/** Makes the parts of a line, with the road out that `makeOutbox` makes. Nothing runs yet. */
export function createLineParts<O extends OutRoad>(
  options: LineOptions,
  listener: PartsListener,
  makeOutbox: (needs: OutRoadNeeds) => O,
): LineParts & { readonly outbox: O } {
  const { world, timing } = options;
  const { clock, random, logger, storage, hints } = world;
  const { publish: emit, onSessionGone } = listener;
  const { baseUrl, integrationId, displayName } = options;
  const tokens = createTokenKeeper({ provider: options.jwtProvider, clock, random, logger, emit });
  const http = createHttp({ baseUrl, fetch: world.fetch, tokens, clock, logger });
  const sessionParameters = (): ChatClientOptions['sessionParameters'] => options.sessionParameters;
  const session = createSession({
    ...{ http, clock, random, storage, baseUrl, integrationId },
    displayName,
    sessionParameters,
  });
  const sessionId = (): SessionId | undefined => session.id;
  const shared = { http, clock, random, sessionId, emit };
  const inbox = createInbox({ ...shared, onOutdated: listener.onOutdated });
  const pace = (): Pace => ({ isUrgent: hints.visible(), isSlow: connection.isSlow });
  const outbox = makeOutbox({ ...shared, pace, onSessionGone });
  const connection: Connection = createConnection({
    ...{ baseUrl, clock, random, logger, hints, tokens, emit, onSessionGone },
    transports: roads(world),
    rungs: options.transports ?? ['websocket', 'sse', 'long-poll'],
    reconnectionTimeoutMs: timing.reconnectionTimeoutMs,
    isUrgent: () => outbox.isUnsettled || listener.isConversing(),
    cursor: () => inbox.cursor(),
    onHello: listener.onHello,
    onEvent: (event, isLive) => inbox.take(event, isLive),
    onHeads: (heads, isAfter) => {
      inbox.expect(heads, isAfter);
      if (isAfter) listener.onCaughtUp();
    },
  });
  return {
    ...{ world, tokens, http, session, inbox, outbox, connection },
    history: createHistory({ ...shared, inbox }),
    idle: createIdleClock({ clock, timing, emit, onInactive: listener.onInactive }),
  };
}

function roads({ fetch, openSocket }: ClientWorld): Readonly<Record<TransportName, OpenTransport>> {
  return {
    websocket: webSocketTransport(openSocket),
    sse: sseTransport(fetch),
    'long-poll': longPollTransport(fetch),
  };
}
