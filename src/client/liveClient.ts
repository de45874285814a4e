import { createEmitter } from '../lib/index.ts';
import { initialChatState, reduceChat, type ChatEvent } from '../model/index.ts';
import type { ClientMessageId, Cursor, EngagementId } from '../protocol/index.ts';
import type { ChatClient, ChatClientOptions, Draft } from './chatClient.ts';
import * as calls from './engagementCalls.ts';
import { ChatClientError } from './errors.ts';
import { createActs, type Acts } from './live/acts.ts';
import type { Core } from './live/core.ts';
import { createEngagements, type Engagements } from './live/engagements.ts';
import type { LiveHooks } from './live/hooks.ts';
import { Life } from './live/life.ts';
import { createUnsent } from './live/unsent.ts';
import { createParts, type Parts } from './parts.ts';
import type { Seed } from './live/seed.ts';

/** A client with a line of its own: one that stands alone, or the one tab of many that leads. */
export interface LiveClient extends ChatClient, Acts {
  /** Up to where the log was read. */
  readonly cursor: () => Cursor | undefined;
  /** The customer, as the token says. Rejects where there is none, and tells of it. */
  identify(): Promise<string>;
  /** Asks the page's provider for another token. */
  renewToken(): void;
  /** Goes on where another tab stopped. */
  takeOver(seed: Seed): void;
  /** @param messageId the message's id, where another tab has given it one. */
  send(id: EngagementId, draft: Draft, messageId?: ClientMessageId): Promise<ClientMessageId>;
}

/** Lets the parts of a client talk to each other. Nothing happens before `start` or `takeOver`. */
export function createLiveClient(options: ChatClientOptions, hooks: LiveHooks): LiveClient {
  return assemble(options, hooks).client;
}

/** The same, with what stands behind its methods: for a client that has more of them. */
export function assemble(options: ChatClientOptions, hooks: LiveHooks): Assembly {
  let state = hooks.state ?? initialChatState;
  const emitter = createEmitter<ChatEvent>();
  // First of all listeners: whoever hears an event finds the state that it made.
  emitter.subscribe((event) => void (state = reduceChat(state, event)));

  /** Everything that happens passes here: told to all in one order, then to the parts that it concerns. */
  const publish = (event: ChatEvent): void => {
    emitter.emit(event);
    heed(event, parts);
    if (event.type !== 'ENTRY') return;
    if (event.entry.type === 'ENGAGEMENT_OPENED') engagements.open(event.entry.engagement);
    if (event.entry.type === 'SESSION_ENDED') life.gone(event.entry.reason);
  };

  const parts = createParts(options, {
    publish,
    onHello: (hello) => engagements.takeHello(hello),
    onCaughtUp() {
      parts.inbox.retryGaps();
      parts.history.resume();
      parts.seen.resume();
      parts.outbox.wake();
      hooks.onCaughtUp?.(core);
    },
    onOutdated: () => void engagements.readAnew(),
    onSessionGone: () => life.gone('UNKNOWN'),
    onInactive: () => void life.shutdown('USER_INACTIVE'),
    serverNow: () => engagements.serverNow(),
    isConversing: () => calls.isConversing(state),
  });
  const core: Core = {
    ...{ options, parts, publish },
    state: () => state,
    phase: () => life.phase,
    sessionId() {
      const { id } = parts.session;
      if (!id || life.phase !== 'on') throw new ChatClientError('not-started', 'There is no session');
      return id;
    },
  };
  const engagements = createEngagements(core, () => life.gone('UNKNOWN'));
  const unsent = createUnsent(core, hooks);
  const again = hooks.again ?? ((): void => void life.start().catch(() => undefined)); // told as SESSION_FAILED
  const life: Life = new Life(core, engagements, unsent, again);

  parts.tokens.onFresh(() => life.tokenIsFresh());
  hooks.prepare?.(parts);

  const client: LiveClient = {
    ...createActs(core, engagements, unsent),
    start: () => life.start(),
    identify: () => life.identify(),
    renewToken: () => parts.tokens.renew(),
    takeOver: (seed) => life.takeOver(seed),
    setStreamWanted: (wanted) => life.setStreamWanted(wanted),
    shutdown: (reason = 'USER_CLOSED') => life.shutdown(reason),
    dispose: () => life.dispose(),
    cursor: () => parts.inbox.cursor(),
    subscribe: (listener) => emitter.subscribe(listener),
    getState: () => state,
  };
  return { client, core, engagements };
}

/** A client and two of its jobs. */
export interface Assembly {
  readonly client: LiveClient;
  readonly core: Core;
  readonly engagements: Engagements;
}

function heed(event: ChatEvent, { outbox, typing, connection }: Parts): void {
  if (event.type === 'ENTRY') outbox.takeEntry(event.entry);
  else if (event.type === 'GAP_FILLED' || event.type === 'HISTORY_LOADED')
    for (const entry of event.entries) outbox.takeEntry(entry);
  else if (event.type === 'TYPING_STARTED' || event.type === 'TYPING_STOPPED') typing.take(event);
  else if (event.type === 'TOKEN_EXPIRED') connection.tokenExpired();
}
