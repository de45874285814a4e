import { useStore } from 'zustand';
import type { ChatState } from '../model/index.ts';
import { useChatContext } from './ChatContext.ts';

/**
 * A part of the chat's state; re-renders when that part changes. `select` must return a primitive or an existing
 * reference: wrap it in zustand's `useShallow` where a list is built.
 */
export function useChatState<Part>(select: (state: ChatState) => Part): Part {
  return useStore(useChatContext('useChatState').store, select);
}
