import {
  createChatClient,
  type ChatClient,
  type ChatClientOptions,
  type ClientStorage,
} from '../../client/index.ts';
import { createSeededRandom, silentLogger } from '../../lib/index.ts';
import type { SiteCustomer } from '../../server/index.ts';
import type { TestCenter } from './createTestCenter.ts';

/** What may be chosen; everything else leads to the test centre. */
export interface TestClientOptions extends Partial<ChatClientOptions> {
  /** Default: always the same guest. */
  readonly customer?: SiteCustomer;
  /** Seed of the client's chance; default 1. */
  readonly seed?: number;
}

/** A real client of a test centre. It keeps its session in memory of its own; nothing has started. */
export function createTestClient(center: TestCenter, options: TestClientOptions = {}): ChatClient {
  const { customer, seed = 1, world, ...rest } = options;
  const integrationId = rest.integrationId ?? center.integrationId;
  return createChatClient({
    baseUrl: center.baseUrl,
    jwtProvider: center.jwtProvider(customer, integrationId),
    ...rest,
    integrationId,
    world: {
      ...center.world,
      random: createSeededRandom(seed),
      logger: silentLogger,
      storage: createMemoryStorage(),
      ...world,
    },
  });
}

/** A storage that lives as long as its page. */
export function createMemoryStorage(): ClientStorage {
  const kept = new Map<string, string>();
  return {
    get: (key) => kept.get(key) ?? null,
    set: (key, value) => void kept.set(key, value),
    remove: (key) => void kept.delete(key),
  };
}
