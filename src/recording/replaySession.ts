import { ChatClientError } from '../client/index.ts';
import type { ChatClient } from '../client/index.ts';
import { createEmitter } from '../lib/index.ts';
import { initialChatState, reduceChat } from '../model/index.ts';
import type { ChatEvent, ChatState } from '../model/index.ts';
import { replacePictures } from './replacePictures.ts';
import type { SessionLog } from './sessionLog.ts';

/**
 * A recorded session behind the face of a chat client: whatever shows a client shows it, at the moment that `moveTo` names. It
 * stands at 0 and moves only when it is told to. It asks nothing of the network; what is done in it does nothing, and `send`
 * rejects `not-supported`.
 */
export function replaySession(log: SessionLog, options: ReplayOptions = {}): ReplayedSession {
  const emitter = createEmitter<ChatEvent>();
  const events = log.events.map(({ afterMs, event }) => ({
    ...{ afterMs, event: replacePictures(event, options.pictureUrl) },
  }));
  let state: ChatState = initialChatState;
  let atMs = -1;
  let next = 0;
  const moveTo = (toMs: number): void => {
    const isBack = toMs < atMs;
    if (isBack) {
      state = initialChatState;
      next = 0;
    }
    atMs = Math.max(0, Math.min(log.lengthMs, toMs));
    for (let one = events[next]; one && one.afterMs <= atMs; one = events[++next]) {
      state = reduceChat(state, one.event);
      if (!isBack) emitter.emit(one.event);
    }
    // Who shows it hears of one change, not of all that led to it.
    if (isBack) emitter.emit({ type: 'STATE_MIRRORED', state });
  };
  moveTo(0);
  return {
    client: faceOf(emitter.subscribe, () => state),
    lengthMs: log.lengthMs,
    atMs: () => atMs,
    now: () => log.startedAtMs + atMs,
    moveTo,
  };
}

/** A session that is played again. */
export interface ReplayedSession {
  readonly client: ChatClient;
  /** Milliseconds. */
  readonly lengthMs: number;
  /** Where it stands, milliseconds after its beginning. */
  readonly atMs: () => number;
  /** The wall clock of the page at that moment, milliseconds since 1970 UTC: for whatever counts down. */
  readonly now: () => number;
  /** Goes to a moment at once: forth event by event, back in one change (`STATE_MIRRORED`). Places outside are brought in. */
  readonly moveTo: (atMs: number) => void;
}

/** Everything has a default. */
export interface ReplayOptions {
  /** Stands for every picture, https or loopback. Default none, and the chat says that a picture did not come. */
  readonly pictureUrl?: string;
}

function faceOf(subscribe: ChatClient['subscribe'], getState: () => ChatState): ChatClient {
  const nothing = (): void => undefined;
  const done = async (): Promise<void> => undefined;
  const no = (): Promise<never> =>
    Promise.reject(new ChatClientError('not-supported', 'A recorded session cannot be changed'));
  return {
    subscribe,
    getState,
    start: done,
    createEngagement: no,
    joinEngagement: done,
    disconnectEngagement: done,
    setContextParameters: done,
    updateSessionParameters: done,
    send: no,
    retrySend: done,
    removeUnsent: async () => false,
    loadOlder: done,
    retryGap: done,
    notifyTyping: nothing,
    markSeen: nothing,
    resetIdleTimeout: nothing,
    retryConnection: done,
    setJwt: nothing,
    setStreamWanted: nothing,
    shutdown: done,
    dispose: nothing,
  };
}
