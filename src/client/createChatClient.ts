import type { ChatClient, ChatClientOptions, ClientWorld } from './chatClient.ts';
import { LiveClient } from './liveClient.ts';
import { indexedDbRecords } from './outbox/indexedDbRecords.ts';
import { openOutbox } from './outbox/indexedDbOutbox.ts';
import { browserChannel, browserLocks } from './tabs/browserTabs.ts';
import { leaseLocks } from './tabs/leaseLocks.ts';
import { TabClient } from './tabs/tabClient.ts';
import { worldWith } from './world.ts';

/**
 * Makes the client of one customer on one page. Nothing happens before `start`; nothing of the world is touched at
 * import or here.
 */
export function createChatClient(options: ChatClientOptions): ChatClient {
  const client = clientOf(options);
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
    retryGap: (id, afterSeq) => client.retryGap(id, afterSeq),
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

function clientOf(options: ChatClientOptions): ChatClient {
  const given = options.world;
  const world = worldWith(given?.fetch ? given : { ...sharedWorld(), ...given });
  const { openRecords, clock, random, openChannel } = world;
  const locks = world.locks ?? (openRecords && leaseLocks(openRecords, clock, random));
  const isShared = options.shareTabs !== false && openChannel && locks;
  return isShared
    ? new TabClient(options, world, locks)
    : new LiveClient({ ...options, world }, { openOutbox });
}

/** What the tabs of a browser profile have in common. */
function sharedWorld(): Pick<ClientWorld, 'openRecords' | 'locks' | 'openChannel'> {
  return { openRecords: indexedDbRecords(), locks: browserLocks(), openChannel: browserChannel() };
}
