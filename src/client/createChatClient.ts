import { createEmitter } from '../lib/index.ts';
import type { ChatEvent } from '../model/index.ts';
import type { ChatClient, ChatClientOptions, ClientWorld } from './chatClient.ts';
import { ChatClientError } from './errors.ts';
import { createLiveClient } from './liveClient.ts';
import { openMemoryOutbox } from './outbox/outboxStore.ts';

/**
 * Makes the client of one customer on one page. Nothing happens before `start`; nothing of the world is touched at
 * import or here. What lets it share its line with other tabs, and keeps unsent messages over a reload, is fetched by the
 * first `start`; a page that cannot have it goes on alone, and tells so (`OUTBOX_OPENED`).
 */
export function createChatClient(options: ChatClientOptions): ChatClient {
  let client: ChatClient = createLiveClient(options, { openOutbox: openMemoryOutbox }).client;
  let isComplete = !canShare(options.world);
  let isStreamWanted = true;
  let token: string | undefined;
  let starting: Promise<void> | undefined;
  let stops = 0;
  const emitter = createEmitter<ChatEvent>();
  const listen = (): (() => void) => client.subscribe((event) => emitter.emit(event));
  let unlisten = listen();

  const complete = async (): Promise<void> => {
    const { createSharedClient } = await import('./createSharedClient.ts');
    if (isComplete) return; // by a start that was not waited for
    unlisten();
    client = createSharedClient(options);
    unlisten = listen();
    client.setStreamWanted(isStreamWanted);
    if (token !== undefined) client.setJwt(token);
  };

  const begin = async (): Promise<void> => {
    const stopsBefore = stops;
    if (!isComplete) await complete().catch(() => undefined);
    isComplete = true;
    if (stopsBefore !== stops) throw new ChatClientError('disposed', 'The chat was closed meanwhile');
    await client.start();
  };
  const stop = (): void => {
    stops += 1;
    starting = undefined;
  };

  return {
    start() {
      if (isComplete) return client.start();
      starting ??= begin().finally(() => (starting = undefined));
      return starting;
    },
    subscribe: (listener) => emitter.subscribe(listener),
    ...forwarded(() => client),
    setJwt(fresh) {
      token = fresh;
      client.setJwt(fresh);
    },
    setStreamWanted(wanted) {
      isStreamWanted = wanted;
      client.setStreamWanted(wanted);
    },
    shutdown(reason) {
      stop();
      return client.shutdown(reason);
    },
    dispose() {
      stop();
      client.dispose();
    },
  };
}

type Forwarded = Omit<
  ChatClient,
  'start' | 'subscribe' | 'setJwt' | 'setStreamWanted' | 'shutdown' | 'dispose'
>;

/** The methods that mean the client of the moment and nothing else. */
function forwarded(client: () => ChatClient): Forwarded {
  return {
    getState: () => client().getState(),
    createEngagement: (parameters) => client().createEngagement(parameters),
    joinEngagement: (id) => client().joinEngagement(id),
    disconnectEngagement: (id, reason) => client().disconnectEngagement(id, reason),
    setContextParameters: (id, parameters) => client().setContextParameters(id, parameters),
    updateSessionParameters: (parameters) => client().updateSessionParameters(parameters),
    send: (id, draft, messageId) => client().send(id, draft, messageId),
    retrySend: (id, messageId) => client().retrySend(id, messageId),
    removeUnsent: (id, messageId) => client().removeUnsent(id, messageId),
    loadOlder: (id) => client().loadOlder(id),
    retryGap: (id, afterSeq) => client().retryGap(id, afterSeq),
    notifyTyping: (id) => client().notifyTyping(id),
    markSeen: (id, upToSeq) => client().markSeen(id, upToSeq),
    resetIdleTimeout: () => client().resetIdleTimeout(),
    retryConnection: () => client().retryConnection(),
  };
}

/** Whether there are other tabs, or anything to keep messages in. A world of one's own brings what it has. */
function canShare(given: Partial<ClientWorld> = {}): boolean {
  if (!given.fetch) return typeof document !== 'undefined';
  return given.openRecords !== undefined || (given.openChannel !== undefined && given.locks !== undefined);
}
