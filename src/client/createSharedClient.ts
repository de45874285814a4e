import type { ChatClient, ChatClientOptions, ClientWorld } from './chatClient.ts';
import { createLiveClient } from './liveClient.ts';
import { indexedDbRecords } from './outbox/indexedDbRecords.ts';
import { openOutbox } from './outbox/indexedDbOutbox.ts';
import { browserChannel, browserLocks } from './tabs/browserTabs.ts';
import { leaseLocks } from './tabs/leaseLocks.ts';
import { createTabClient } from './tabs/tabClient.ts';
import { worldWith } from './world.ts';

/**
 * Makes the client of one customer on one page whose unsent messages outlive the page, and which shares its line with the
 * other tabs, as far as its world allows. What `createChatClient` fetches when it starts; import it from here where everything is
 * to be in one piece. Nothing happens before `start`.
 */
export function createSharedClient(options: ChatClientOptions): ChatClient {
  const given = options.world;
  const world = worldWith(given?.fetch ? given : { ...pageWorld(), ...given });
  const { openRecords, clock, random, openChannel } = world;
  const locks = world.locks ?? (openRecords && leaseLocks(openRecords, clock, random));
  const isShared = options.shareTabs !== false && openChannel && locks;
  return isShared
    ? createTabClient(options, world, locks)
    : createLiveClient({ ...options, world }, { openOutbox }).client;
}

/** What the tabs of a browser profile have in common. */
function pageWorld(): Pick<ClientWorld, 'openRecords' | 'locks' | 'openChannel'> {
  return { openRecords: indexedDbRecords(), locks: browserLocks(), openChannel: browserChannel() };
}
