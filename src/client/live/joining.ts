import type { EngagementId, HistoryPage } from '../../protocol/index.ts';
import type { ChatClient } from '../chatClient.ts';
import * as calls from '../engagementCalls.ts';
import type { HistoryAsk } from '../history.ts';
import type { LineParts } from '../lineParts.ts';
import type { Assembly } from './assemble.ts';

/** Beginning, joining and leaving engagements. Everything that a person does counts as activity. */
export function createJoining({
  core,
  engagements,
}: Pick<Assembly<LineParts>, 'core' | 'engagements'>): Joining {
  const { parts, state, sessionId } = core;
  return {
    async createEngagement(parameters) {
      parts.idle.activity();
      const standing = calls.defaultConversation(state());
      if (standing) {
        if (parameters) await calls.putContext(parts, sessionId(), standing, parameters);
        return standing;
      }
      const engagement = await calls.create(parts, sessionId(), parameters);
      engagements.adopt(engagement);
      return engagement.engagementId;
    },
    async joinEngagement(id) {
      parts.idle.activity();
      engagements.adopt(await calls.join(parts, sessionId(), id));
    },
    async disconnectEngagement(id, reason = 'USER_CLOSED') {
      parts.idle.activity();
      await calls.disconnect(parts, sessionId(), id, reason);
    },
    refresh: () => engagements.refresh(),
    async readHistory(id, ask) {
      sessionId(); // throws where there is none
      return parts.history.readPage(id, ask);
    },
  };
}

/** See `ChatClient` and `LoneClient`. */
export interface Joining extends Pick<
  ChatClient,
  'createEngagement' | 'joinEngagement' | 'disconnectEngagement'
> {
  /** Brings the facts of all engagements of the customer up to date, joined or not. Rejects with `ChatClientError`. */
  refresh(): Promise<void>;
  /**
   * One page of an engagement's past, joined or not, without touching the state: entries other than receipts, ascending.
   * Rejects with `ChatClientError`.
   */
  readHistory(id: EngagementId, ask?: HistoryAsk): Promise<HistoryPage>;
}
