import type { ChatClient, ChatClientOptions } from './chatClient.ts';
import { LiveClient } from './liveClient.ts';

/**
 * Makes the client of one customer on one page. Nothing happens before `start`; nothing of the world is touched at
 * import or here.
 */
export function createChatClient(options: ChatClientOptions): ChatClient {
  const client = new LiveClient(options);
  return {
    start: () => client.start(),
    subscribe: (listener) => client.subscribe(listener),
    getState: () => client.getState(),
    createEngagement: (parameters) => client.createEngagement(parameters),
    joinEngagement: (id) => client.joinEngagement(id),
    disconnectEngagement: (id, reason) => client.disconnectEngagement(id, reason),
    setContextParameters: (id, parameters) => client.setContextParameters(id, parameters),
    updateSessionParameters: (parameters) => client.updateSessionParameters(parameters),
    send: (id, draft) => client.send(id, draft),
    retrySend: (id, messageId) => client.retrySend(id, messageId),
    removeUnsent: (id, messageId) => client.removeUnsent(id, messageId),
    loadOlder: (id) => client.loadOlder(id),
    retryGap: (id) => client.retryGap(id),
    notifyTyping: (id) => client.notifyTyping(id),
    markSeen: (id, upToSeq) => client.markSeen(id, upToSeq),
    resetIdleTimeout: () => client.resetIdleTimeout(),
    retryConnection: () => client.retryConnection(),
    setJwt: (token) => client.setJwt(token),
    setStreamWanted: (wanted) => client.setStreamWanted(wanted),
    shutdown: (reason) => client.shutdown(reason),
    dispose: () => client.dispose(),
  };
}
