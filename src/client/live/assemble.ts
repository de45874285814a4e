import { createEmitter, type Unsubscribe } from '../../lib/index.ts';
import type { ChatEvent, ChatState } from '../../model/index.ts';
import type { ChatClient } from '../chatClient.ts';
import { isConversing } from '../engagementCalls.ts';
import { ChatClientError } from '../errors.ts';
import type { LineParts, PartsListener } from '../lineParts.ts';
import type { Core } from './core.ts';
import { createEngagements, type Engagements, type EngagementsListener } from './engagements.ts';
import { Life, type LifeHooks } from './life.ts';

/** What one kind of client is made of. */
export interface Kit<P extends LineParts> extends LifeHooks, Omit<EngagementsListener, 'onGone'> {
  /** What is shown before anything happened. */
  readonly state: ChatState;
  /** What an event makes of the state. */
  readonly fold: (state: ChatState, event: ChatEvent) => ChatState;
  /** @param serverNow the server's clock, as far as it is known. */
  readonly makeParts: (listener: PartsListener, serverNow: () => number) => P;
  /** Hears of everything after everybody else. */
  readonly onEvent: (event: ChatEvent) => void;
  /** Everything that happened while there was no line has been told. */
  readonly onCaughtUp: () => void;
}

/** Lets the parts of a client talk to each other. Nothing happens before `start`. */
export function assemble<P extends LineParts>(options: Core['options'], kit: Kit<P>): Assembly<P> {
  let { state } = kit;
  const emitter = createEmitter<ChatEvent>();
  // First of all listeners: whoever hears an event finds the state that it made.
  emitter.subscribe((event) => void (state = kit.fold(state, event)));

  /** Everything that happens passes here: told to all in one order, then to the parts that it concerns. */
  const publish = (event: ChatEvent): void => {
    emitter.emit(event);
    heed(event, parts);
    kit.onEvent(event);
    if (event.type !== 'ENTRY') return;
    if (event.entry.type === 'ENGAGEMENT_OPENED') engagements.open(event.entry.engagement);
    if (event.entry.type === 'SESSION_ENDED') life.gone(event.entry.reason);
  };
  const gone = (): void => life.gone('UNKNOWN');
  const listener: PartsListener = {
    publish,
    onHello: (hello) => engagements.takeHello(hello),
    onCaughtUp() {
      parts.inbox.retryGaps();
      parts.history.resume();
      parts.outbox.wake();
      kit.onCaughtUp();
    },
    onOutdated: () => void engagements.readAnew(),
    onSessionGone: gone,
    onInactive: () => void life.shutdown('USER_INACTIVE'),
    isConversing: () => isConversing(state),
  };
  const parts = kit.makeParts(listener, () => engagements.serverNow());
  const core: Core<P> = {
    ...{ options, parts, publish },
    state: () => state,
    phase: () => life.phase,
    sessionId() {
      const { id } = parts.session;
      if (!id || life.phase !== 'on') throw new ChatClientError('not-started', 'There is no session');
      return id;
    },
  };
  const engagements = createEngagements(core, { ...kit, onGone: gone });
  const life: Life = new Life(core, engagements, kit);
  parts.tokens.onFresh(() => life.tokenIsFresh());
  return {
    ...{ core, engagements, life },
    ways: {
      start: () => life.start(),
      setStreamWanted: (wanted) => life.setStreamWanted(wanted),
      shutdown: (reason = 'USER_CLOSED') => life.shutdown(reason),
      dispose: () => life.dispose(),
      subscribe: (hear): Unsubscribe => emitter.subscribe(hear),
      getState: () => state,
      resetIdleTimeout: () => parts.idle.activity(),
      async retryConnection() {
        if (!parts.connection.retryNow())
          throw new ChatClientError('retry-not-allowed', 'The connection has not failed');
      },
      setJwt: (token) => parts.tokens.set(token),
    },
  };
}

/** The jobs of a client, and the methods that every kind of client has. */
export interface Assembly<P extends LineParts> {
  readonly core: Core<P>;
  readonly engagements: Engagements;
  readonly life: Life;
  readonly ways: Ways;
}

/** What every client can do, whatever it sends and shows. */
export type Ways = Pick<
  ChatClient,
  | 'start'
  | 'subscribe'
  | 'getState'
  | 'resetIdleTimeout'
  | 'retryConnection'
  | 'setJwt'
  | 'setStreamWanted'
  | 'shutdown'
  | 'dispose'
>;

function heed(event: ChatEvent, { outbox, connection }: LineParts): void {
  if (event.type === 'ENTRY') outbox.takeEntry(event.entry);
  else if (event.type === 'GAP_FILLED' || event.type === 'HISTORY_LOADED')
    for (const entry of event.entries) outbox.takeEntry(entry);
  else if (event.type === 'TOKEN_EXPIRED') connection.heard('token-expired');
}
