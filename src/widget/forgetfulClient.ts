import { createLoneClient } from '../client/index.ts';
import type { ChatClient, ChatClientOptions, ClientStorage } from '../client/index.ts';

/**
 * A client that leaves little behind: with `session` what it needs to go on after a reload of this very tab, with anything
 * else nothing at all. It shares nothing with other tabs. In a chunk of its own, for the sites that ask for it.
 */
export function createForgetfulClient(options: ChatClientOptions, storage: string): ChatClient {
  const kept = storage === 'session' ? tabStorage() : memoryStorage();
  return createLoneClient({ ...options, world: { ...options.world, storage: kept } });
}

/** A refusal of the browser is an exception, which the client survives. */
function tabStorage(): ClientStorage {
  return {
    get: (key) => sessionStorage.getItem(key),
    set: (key, value) => sessionStorage.setItem(key, value),
    remove: (key) => sessionStorage.removeItem(key),
  };
}

function memoryStorage(): ClientStorage {
  const kept = new Map<string, string>();
  return {
    get: (key) => kept.get(key) ?? null,
    set: (key, value) => void kept.set(key, value),
    remove: (key) => void kept.delete(key),
  };
}
