import { useShallow } from 'zustand/react/shallow';
import type { EngagementState } from '../model/index.ts';
import { useChatState } from './useChatState.ts';

/** All engagements of the customer, oldest first. */
export function useEngagements(): readonly EngagementState[] {
  return useChatState(
    useShallow((state) => state.engagementIds.flatMap((id) => state.engagements[id] ?? [])),
  );
}
