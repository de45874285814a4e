import type { ChatClient } from '../client/index.ts';
import { createChatStore } from '../store/index.ts';
import type { ChatStore } from '../store/index.ts';

/** A store lives as long as its client, so StrictMode's second render, and a second provider, find the first one's. */
const stores = new WeakMap<ChatClient, ChatStore>();

/** The one store of a client. */
export function storeOf(client: ChatClient): ChatStore {
  const store = stores.get(client) ?? createChatStore(client);
  stores.set(client, store);
  return store;
}
