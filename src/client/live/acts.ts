import type { ClientMessageId, EngagementId } from '../../protocol/index.ts';
import type { ChatClient, Draft } from '../chatClient.ts';
import * as calls from '../engagementCalls.ts';
import type { Parts } from '../parts.ts';
import type { Ways } from './assemble.ts';
import type { Core } from './core.ts';
import type { Joining } from './joining.ts';
import type { Unsent } from './unsent.ts';

/** What a customer can do beside beginning, joining and leaving engagements, as methods of the client. */
export interface Acts extends Omit<ChatClient, keyof Ways | keyof Joining> {
  /** @param messageId the message's id, where another tab has given it one. */
  send(id: EngagementId, draft: Draft, messageId?: ClientMessageId): Promise<ClientMessageId>;
}

/** Everything that a person does counts as activity. */
export function createActs(core: Core<Parts>, unsent: Unsent): Acts {
  const { parts, publish, state, sessionId } = core;
  const { idle, outbox, history, inbox, typing, seen } = parts;
  return {
    setContextParameters: async (id, parameters) => calls.putContext(parts, sessionId(), id, parameters),
    updateSessionParameters: async (parameters) => calls.putParameters(parts, sessionId(), parameters),
    send(id, draft, messageId) {
      idle.activity();
      return unsent.send(id, draft, messageId);
    },
    retrySend(id, messageId) {
      idle.activity();
      return unsent.retry(id, messageId);
    },
    removeUnsent: async (id, messageId) => outbox.remove(id, messageId),
    loadOlder: (id) => history.loadOlder(id),
    async retryGap(id) {
      inbox.retryGaps(id);
    },
    notifyTyping(id) {
      if (core.phase() === 'on' && state().facts?.features.typing) typing.notify(id);
    },
    markSeen(id, upToSeq) {
      if (seen.mark(id, upToSeq)) publish({ type: 'MESSAGES_SEEN', engagementId: id, upToSeq });
    },
  };
}
