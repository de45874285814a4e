import { createStore, type StoreApi } from 'zustand/vanilla';
import type { ChatClient } from '../client/index.ts';
import type { ChatState } from '../model/index.ts';
import { nextFrame } from './nextFrame.ts';

/** A store that can be read and watched but not written: state changes only by folding a chat event. */
export type ChatStore = Pick<StoreApi<ChatState>, 'getState' | 'getInitialState' | 'subscribe'>;

/**
 * The state of a client as a zustand store. What happens is told in the microtask after it, except that the entries that
 * come within one frame, and that they are seen, are one change: a burst is drawn once per frame. `client.getState()` is never behind. Lives as long
 * as its client.
 * @param afterFrame runs a task once, when the next frame begins; default the page's own frames.
 */
export function createChatStore(
  client: Pick<ChatClient, 'subscribe' | 'getState'>,
  afterFrame: (task: () => void) => void = nextFrame,
): ChatStore {
  const store = createStore<ChatState>(() => client.getState());
  let isDue = false;
  let isFrameOpen = false;
  const tell = (): void => {
    if (!isDue) return;
    isDue = false;
    isFrameOpen = true;
    afterFrame(() => {
      isFrameOpen = false;
      tell();
    });
    store.setState(client.getState(), true);
  };
  client.subscribe(({ type }) => {
    // Only what comes by itself waits: what a person does is shown at once.
    if (!isFrameOpen || (type !== 'ENTRY' && type !== 'MESSAGES_SEEN')) queueMicrotask(tell);
    isDue = true;
  });
  const { getState, getInitialState, subscribe } = store;
  return { getState, getInitialState, subscribe };
}
