import { uuidV7 } from '../../lib/index.ts';
import type { ChatState } from '../../model/index.ts';
import { asId, type ClientMessageId, type EngagementId } from '../../protocol/index.ts';
import type { ChatClient, ClientWorld } from '../chatClient.ts';
import type { CommandName } from './tabMessage.ts';

/** A follower tells its leader of activity at most this often. */
const ACTIVITY_EVERY_MS = 5000;

/** The methods of the client that whoever leads performs. */
export type Face = Pick<
  ChatClient,
  Exclude<CommandName, 'start' | 'shutdown' | 'renewToken' | 'removeUnsent'>
>;

/** How a call reaches whoever leads. */
export interface FaceOptions {
  readonly world: ClientWorld;
  readonly state: () => ChatState;
  readonly isLeading: () => boolean;
  /** Settles with what the leader answers. */
  readonly run: (name: CommandName, ...args: readonly unknown[]) => Promise<unknown>;
  /** Wants no answer. */
  readonly tell: (name: CommandName, ...args: readonly unknown[]) => void;
}

/** What a tab can be asked to do, whether it leads or not. */
export function createFace({ world, state, isLeading, run, tell }: FaceOptions): Face {
  const { clock, random } = world;
  let toldActivityAtMs = -Infinity;
  const ask = async (name: CommandName, ...args: readonly unknown[]): Promise<void> => {
    await run(name, ...args);
  };
  return {
    createEngagement: async (parameters) =>
      asId<EngagementId>(String(await run('createEngagement', parameters))),
    joinEngagement: (id) => ask('joinEngagement', id),
    disconnectEngagement: (id, reason) => ask('disconnectEngagement', id, reason),
    setContextParameters: (id, parameters) => ask('setContextParameters', id, parameters),
    updateSessionParameters: (parameters) => ask('updateSessionParameters', parameters),
    async send(id, draft, messageId = asId<ClientMessageId>(uuidV7(clock.now(), random))) {
      await run('send', id, draft, messageId);
      return messageId;
    },
    retrySend: (id, messageId) => ask('retrySend', id, messageId),
    loadOlder: (id) => ask('loadOlder', id),
    retryGap: (id, afterSeq) => ask('retryGap', id, afterSeq),
    notifyTyping: (id) => tell('notifyTyping', id),
    markSeen(id, upToSeq) {
      const engagement = state().engagements[id];
      if (upToSeq > (engagement?.seenUpToSeq ?? 0) || engagement?.unread) tell('markSeen', id, upToSeq);
    },
    resetIdleTimeout() {
      const nowMs = clock.monotonic();
      const isDue = state().idle.status === 'warning' || nowMs - toldActivityAtMs > ACTIVITY_EVERY_MS;
      if (!isDue && !isLeading()) return;
      toldActivityAtMs = nowMs;
      tell('resetIdleTimeout');
    },
    retryConnection: () => ask('retryConnection'),
  };
}
