import type { ChatClient } from '../client/index.ts';
import { useChatContext } from './ChatContext.ts';

/** The client of the nearest `ChatProvider`: the same object for the provider's life. */
export function useChatClient(): ChatClient {
  return useChatContext('useChatClient').client;
}
