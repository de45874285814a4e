import { createContext, useContext } from 'react';
import type { Context } from 'react';
import type { BaseUrl, ChatClient } from '../client/index.ts';
import type { ChatStore } from '../store/index.ts';

/** What every hook of this room stands on. Filled by `ChatProvider`, nothing else. */
export const ChatContext: Context<ChatContextValue | undefined> = createContext<ChatContextValue | undefined>(
  undefined,
);

/** The client and the store below the nearest `ChatProvider`. Throws, naming the caller and the provider, without one. */
export function useChatContext(caller: string): ChatContextValue {
  const value = useContext(ChatContext);
  if (value) return value;
  throw new Error(`Colloquy: ${caller} needs a <ChatProvider> above it.`);
}

/** One client and the store that folds its events. */
export interface ChatContextValue {
  readonly client: ChatClient;
  readonly store: ChatStore;
  /** The connector's address, where the provider knows it. */
  readonly baseUrl: BaseUrl | undefined;
}
