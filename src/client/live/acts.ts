import type { ClientMessageId, EngagementId } from '../../protocol/index.ts';
import type { ChatClient, Draft } from '../chatClient.ts';
import * as calls from '../engagementCalls.ts';
import { ChatClientError } from '../errors.ts';
import type { Core } from './core.ts';
import type { Engagements } from './engagements.ts';
import type { Unsent } from './unsent.ts';

/** What a customer can do with a session, as methods of the client. */
export interface Acts extends Omit<
  ChatClient,
  'start' | 'subscribe' | 'getState' | 'setStreamWanted' | 'shutdown' | 'dispose'
> {
  /** @param messageId the message's id, where another tab has given it one. */
  send(id: EngagementId, draft: Draft, messageId?: ClientMessageId): Promise<ClientMessageId>;
}

/** Everything that a person does counts as activity. */
export function createActs(core: Core, engagements: Engagements, unsent: Unsent): Acts {
  const { parts, publish, state, sessionId } = core;
  const { idle, outbox, history, inbox, typing, seen, connection, tokens } = parts;
  const setContextParameters: ChatClient['setContextParameters'] = async (id, parameters) =>
    calls.putContext(parts, sessionId(), id, parameters);

  return {
    setContextParameters,
    async createEngagement(parameters) {
      idle.activity();
      const standing = calls.defaultConversation(state());
      if (standing) {
        if (parameters) await setContextParameters(standing, parameters);
        return standing;
      }
      const engagement = await calls.create(parts, sessionId(), parameters);
      engagements.adopt(engagement);
      return engagement.engagementId;
    },
    async joinEngagement(id) {
      idle.activity();
      engagements.adopt(await calls.join(parts, sessionId(), id));
    },
    async disconnectEngagement(id, reason = 'USER_CLOSED') {
      idle.activity();
      await calls.disconnect(parts, sessionId(), id, reason);
    },
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
    resetIdleTimeout: () => idle.activity(),
    async retryConnection() {
      if (!connection.retryNow())
        throw new ChatClientError('retry-not-allowed', 'The connection has not failed');
    },
    setJwt: (token) => tokens.set(token),
  };
}
