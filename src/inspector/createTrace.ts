import { createStore, type StoreApi } from 'zustand/vanilla';
import { worldWith } from '../client/index.ts';
import type { ChatClient, ClientWorld } from '../client/index.ts';
import { systemClock, type Clock, type Unsubscribe } from '../lib/index.ts';
import { initialChatState, type ChatEvent, type ChatState } from '../model/index.ts';
import type { ServerFrame } from '../protocol/index.ts';
import type { PendingTimer, TraceFacts, TracedEvent } from './traceFacts.ts';
import { watchedClock } from './watchedClock.ts';
import { watchedFetch, watchedSockets, type RoadListener } from './watchedRoads.ts';

/** How many events are kept. */
export const MOST_EVENTS = 200;

/**
 * Writes down what a client tells and, where its world is put around the client's own, what the client does not tell: the
 * road, the cursor, timers, the server's clock. It only listens; the client does not know of it.
 */
export interface Trace {
  /**
   * The world for `createChatClient`, with ears. Give it what you would have given; nothing is added that would change what
   * the client shares with other tabs. Without it the trace knows state and events alone.
   */
  world(given?: Partial<ClientWorld>): Partial<ClientWorld>;
  /** Listens to a client, in place of the one before. Answers how to stop. */
  watch(client: Pick<ChatClient, 'subscribe' | 'getState'>): Unsubscribe;
  /** What is known, as a store to read and to watch; told at the end of the turn. */
  readonly facts: Pick<StoreApi<TraceFacts>, 'getState' | 'getInitialState' | 'subscribe'>;
  /** The clock that times are told by. */
  readonly clock: Clock;
}

/** Makes one. @param clock default the platform's; of a client with another one, that. */
export function createTrace(clock: Clock = systemClock): Trace {
  let known: TraceFacts = { ...NOTHING, state: initialChatState };
  let pending: (() => readonly PendingTimer[]) | undefined;
  let readState = (): ChatState => initialChatState;
  let unwatch: Unsubscribe = () => undefined;
  let isDue = false;
  const store = createStore<TraceFacts>(() => known);
  const changed = (facts: Partial<TraceFacts> = {}): void => {
    known = { ...known, ...facts };
    if (isDue) return;
    isDue = true;
    queueMicrotask(() => {
      isDue = false;
      known = { ...known, state: readState(), timers: pending?.() };
      store.setState(known, true);
    });
  };
  const hear = (event: ChatEvent): void => {
    const { events } = known;
    const heard: TracedEvent = { number: (events.at(-1)?.number ?? 0) + 1, atMs: clock.now(), event };
    const role = event.relayed ? 'follows' : 'leads';
    const transport = transportAfter(event, known.transport, pending !== undefined);
    const skewMs = known.skewMs ?? skewOf(event, heard.atMs);
    changed({ events: [...events, heard].slice(-MOST_EVENTS), role, transport, skewMs });
  };
  const road: RoadListener = {
    onOpen: (transport) => changed({ transport, role: 'leads' }),
    onClose: () => changed({ transport: undefined }),
    onFrame: (frame) => changed(told(frame, clock.now())),
  };
  const { getState, getInitialState, subscribe } = store;
  return {
    clock,
    facts: { getState, getInitialState, subscribe },
    world(given = {}) {
      const watched = watchedClock(given.clock ?? clock, changed);
      pending = watched.pending;
      return {
        ...given,
        clock: watched.clock,
        openSocket: watchedSockets(given.openSocket ?? worldWith().openSocket, road),
        ...(given.fetch && { fetch: watchedFetch(given.fetch, road) }),
      };
    },
    watch(client) {
      unwatch();
      readState = () => client.getState();
      const unsubscribe = client.subscribe(hear);
      changed();
      unwatch = unsubscribe;
      return unsubscribe;
    },
  };
}

const NOTHING: Omit<TraceFacts, 'state'> = {
  transport: undefined,
  cursor: undefined,
  role: 'unknown',
  skewMs: undefined,
  timers: undefined,
  events: [],
};

/** A line that stands without a socket is one of the others. */
function transportAfter(
  { type, relayed }: ChatEvent,
  before: TraceFacts['transport'],
  isWatched: boolean,
): TraceFacts['transport'] {
  return type === 'EVENT_STREAM_CONNECTED' && !relayed && isWatched ? (before ?? 'http') : before;
}

/** Where no frame can be read: what has just been entered into a log came a moment ago. */
function skewOf(event: ChatEvent, nowMs: number): number | undefined {
  return event.type === 'ENTRY' && event.live ? Date.parse(event.entry.at) - nowMs : undefined;
}

/** What a frame says of place and clock. */
function told(frame: ServerFrame, nowMs: number): Partial<TraceFacts> {
  if (frame.type === 'hello') return { cursor: frame.cursor, skewMs: Date.parse(frame.serverTime) - nowMs };
  if (frame.type === 'heartbeat') return { skewMs: Date.parse(frame.serverTime) - nowMs };
  return frame.type === 'event' && 'id' in frame.event ? { cursor: frame.event.id } : {};
}
