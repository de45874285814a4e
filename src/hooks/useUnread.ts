import { selectUnread } from '../model/index.ts';
import type { EngagementId } from '../protocol/index.ts';
import { useChatState } from './useChatState.ts';

/** How many messages of others wait to be seen: in this engagement, or without an id in all of them. */
export function useUnread(id?: EngagementId): number {
  return useChatState((state) =>
    id === undefined ? selectUnread(state) : (state.engagements[id]?.unread ?? 0),
  );
}
