import type { ChatEvent } from '../model/index.ts';
import { routes, type EngagementId, type ServerFrame, type SessionId } from '../protocol/index.ts';
import { createTokenKeeper, type TokenKeeper } from './auth/tokenKeeper.ts';
import type { ChatClientOptions, ClientWorld, TransportName } from './chatClient.ts';
import { createConnection, type Connection } from './connection/connection.ts';
import { createHistory, type History } from './history.ts';
import { createHttp, noBody, type Http } from './http.ts';
import { createIdleClock, type IdleClock } from './idle.ts';
import { createInbox, type Inbox } from './inbox/inbox.ts';
import { createOutbox, type Outbox } from './outbox/outbox.ts';
import { createSeenMarks, type SeenMarks } from './seen.ts';
import { createSession, type Session } from './session.ts';
import { validTiming } from './timing.ts';
import { longPollTransport } from './transport/longPollTransport.ts';
import { sseTransport } from './transport/sseTransport.ts';
import type { OpenTransport } from './transport/transport.ts';
import { webSocketTransport } from './transport/webSocketTransport.ts';
import { createTyping, type Typing } from './typing.ts';
import { worldWith } from './world.ts';

/** The parts of one client, each with one job; `createChatClient` lets them talk. */
export interface Parts {
  readonly world: ClientWorld;
  readonly tokens: TokenKeeper;
  readonly http: Http;
  readonly session: Session;
  readonly inbox: Inbox;
  readonly outbox: Outbox;
  readonly history: History;
  readonly connection: Connection;
  readonly idle: IdleClock;
  readonly typing: Typing;
  readonly seen: SeenMarks;
}

/** Whom the parts tell. */
export interface PartsListener {
  readonly publish: (event: ChatEvent) => void;
  readonly onHello: (hello: Extract<ServerFrame, { type: 'hello' }>) => void;
  readonly onCaughtUp: () => void;
  readonly onOutdated: () => void;
  readonly onSessionGone: () => void;
  readonly onInactive: () => void;
  readonly serverNow: () => number;
  /** Somebody may be writing to the customer: the line is missed. */
  readonly isConversing: () => boolean;
}

/** Makes the parts. Nothing runs yet. */
export function createParts(options: ChatClientOptions, listener: PartsListener): Parts {
  const world = worldWith(options.world);
  const { clock, random, logger, storage, hints } = world;
  const emit = listener.publish;
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
  const outbox = createOutbox({
    ...shared,
    isVisible: hints.visible,
    onSessionGone: listener.onSessionGone,
    serverNow: listener.serverNow,
  });
  const timing = validTiming(options.timing, logger);
  const connection = createConnection({
    ...{ baseUrl, clock, random, logger, hints, tokens, emit },
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
    onSessionGone: listener.onSessionGone,
  });
  const lossy = createLossy(http, sessionId);
  return {
    ...{ world, tokens, http, session, inbox, outbox, connection },
    history: createHistory({ ...shared, inbox }),
    idle: createIdleClock({ clock, timing, emit, onInactive: listener.onInactive }),
    typing: createTyping({ clock, emit, tell: (id) => void lossy.typing(id).catch(() => undefined) }),
    seen: createSeenMarks({ clock, send: lossy.read }),
  };
}

function roads({ fetch, openSocket }: ClientWorld): Readonly<Record<TransportName, OpenTransport>> {
  return {
    websocket: webSocketTransport(openSocket),
    sse: sseTransport(fetch),
    'long-poll': longPollTransport(fetch),
  };
}

interface Lossy {
  typing(engagementId: EngagementId): Promise<void>;
  read(engagementId: EngagementId, upToSeq: number): Promise<void>;
}

/** Requests whose loss nobody notices. */
function createLossy(http: Http, sessionId: () => SessionId | undefined): Lossy {
  const post = (path: string, json?: unknown): Promise<void> =>
    http.call({ method: 'POST', path, ...(json !== undefined && { json }), decoder: noBody });
  return {
    typing: (id) => post(routes.typing(sessionId() ?? '', id)),
    read: (id, upToSeq) => post(routes.read(sessionId() ?? '', id), { upToSeq }),
  };
}
