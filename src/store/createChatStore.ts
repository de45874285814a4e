import { createStore, type StoreApi } from 'zustand/vanilla';
import type { ChatClient } from '../client/index.ts';
import type { ChatState } from '../model/index.ts';

/** A store that can be read and watched but not written: state changes only by folding a chat event. */
export type ChatStore = Pick<StoreApi<ChatState>, 'getState' | 'getInitialState' | 'subscribe'>;

/**
 * The state of a client as a zustand store. A burst of events (a replay, a page of history) becomes one change, told in
 * the microtask after it; `client.getState()` is never behind. Lives as long as its client.
 */
export function createChatStore(client: Pick<ChatClient, 'subscribe' | 'getState'>): ChatStore {
  const store = createStore<ChatState>(() => client.getState());
  let isDue = false;
  client.subscribe(() => {
    if (isDue) return;
    isDue = true;
    queueMicrotask(() => {
      isDue = false;
      store.setState(client.getState(), true);
    });
  });
  const { getState, getInitialState, subscribe } = store;
  return { getState, getInitialState, subscribe };
}
